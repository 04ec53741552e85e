"""The pages of the inspector that hold forms: of the selection, of a persona, of the map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxdesigner.model.change import Change
from cxdesigner.model.edits.comments import count_open
from cxdesigner.model.records import Comment, Emotion, Link, Map, Persona, Step
from cxdesigner.ui.panels.comment_button import CommentButton
from cxdesigner.ui.panels.controls import Choice
from cxdesigner.ui.panels.departments import Departments
from cxdesigner.ui.panels.field_access import record_of
from cxdesigner.ui.panels.forms import Form
from cxdesigner.ui.panels.inspector_fields import BRAND_FIELDS, FIELDS, PROJECT_FIELDS, FieldSpec, fields_for
from cxdesigner.ui.panels.link_ends import LinkEnds
from cxdesigner.ui.session import Edit, Session
from cxdesigner.ui.stops import has_keyboard
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import ElidedLabel, plain_label
from cxdesigner.ui.style.words import tr


class Page(QWidget):
    """A column of forms."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.session = session
        self.look = look
        self.forms: list[Form] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)

    def add_form(self, specs: Sequence[FieldSpec]) -> Form:
        """Put a form at the end."""
        form = Form(self.session, self.look, specs)
        self.forms.append(form)
        self.column.addWidget(form)
        return form

    def commit(self) -> None:
        """Hand over what is being typed."""
        for form in self.forms:
            form.commit()

    def what_is_typed(self) -> list[Edit]:
        """Give what handing over what is being typed would do, without doing it."""
        return [edit for form in self.forms for edit in form.what_is_typed()]

    def follow(self, change: Change) -> None:
        """Show what a change has made of the fields."""
        for form in self.forms:
            form.follow(change)

    @property
    def in_use(self) -> str:
        """The id of what the field with the keyboard belongs to, where that need not be selected; else ""."""
        return ""


class SelectionPage(Page):
    """The fields of what is selected; a form is made once for each set of fields, and kept."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, look)
        self._about = ElidedLabel("", "strong")
        self._nothing_shared = plain_label(tr("What is selected shares no fields."), "muted", wrap=True)
        self.ends = LinkEnds(session, look)
        self.column.addWidget(self._about)
        self.column.addWidget(self.ends)
        self.column.addWidget(self._nothing_shared)
        self._made: dict[tuple[FieldSpec, ...], Form] = {}
        self.form: Form | None = None

    def show_records(self, ids: Iterable[str]) -> None:
        """Show the fields that these records share."""
        keys = tuple(ids)
        records = [record for key in keys if (record := record_of(self.session.document, key)) is not None]
        specs = fields_for(records)
        form = self._made.get(specs) if specs else None
        if specs and form is None:
            form = self._made[specs] = self.add_form(specs)
        if self.form is not None and self.form is not form:
            # What was being typed belongs to what was selected, and is handed over while that is still shown.
            self.form.commit()
            self.form.hide()
            self.form.show_records(())
        self.form = form
        if form is not None:
            form.show_records(keys)
            form.show()
        self._nothing_shared.setVisible(bool(records) and not specs)
        only = records[0] if len(records) == 1 else None
        self._about.setVisible(isinstance(only, Emotion))
        self.ends.setVisible(isinstance(only, Link))
        if isinstance(only, Emotion):
            self._about.setText(self._whose(only))
        elif isinstance(only, Link):
            self.ends.show_link(only)

    def _whose(self, emotion: Emotion) -> str:
        persona = self.session.document.get(emotion.persona, Persona)
        step = self.session.document.get(emotion.step, Step)
        names = (persona.name if persona is not None else "", step.title if step is not None else "")
        return " · ".join(name for name in names if name)


class PersonaPage(Page):
    """The fields of a persona, and which one that is."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, look)
        self.chooser = Choice(look)
        self.chooser.setAccessibleName(tr("Persona"))
        self.chooser.activated.connect(lambda index: self.show_persona(self.chooser.itemData(index)))
        self._nobody = plain_label(tr("There are no personas yet: add one in the library."), "muted", wrap=True)
        self.column.addWidget(self.chooser)
        self.column.addWidget(self._nobody)
        self.form = self.add_form(FIELDS[Persona])
        self._shown = ""

    def show_persona(self, key: str) -> None:
        """Show a persona, "" for the one that was shown or else the first of the map."""
        document = self.session.document
        people = document.personas
        names = [persona.id for persona in people]
        on_map = [persona.id for persona in document.personas_of(self.session.map_id)]
        candidates = [one for one in (key, self._shown, *on_map, *names) if one in names]
        self._shown = candidates[0] if candidates else ""
        with QSignalBlocker(self.chooser):
            self.chooser.clear()
            for persona in people:
                self.chooser.addItem(persona.name or tr("Unnamed persona"), persona.id)
            self.chooser.setCurrentIndex(names.index(self._shown) if self._shown else -1)
        self.chooser.setVisible(len(people) > 1)
        self._nobody.setVisible(not people)
        self.form.setVisible(bool(people))
        self.form.show_records([self._shown] if self._shown else [])

    @property
    def in_use(self) -> str:
        return self._shown if has_keyboard(self) else ""

    def follow(self, change: Change) -> None:
        if any(isinstance(record, Persona | Map) for record in change.records()):
            self.show_persona("")
        super().follow(change)


class MapPage(Page):
    """The fields of the map that is shown, and of the project.

    Signals: `comments_asked(str)`, those on the project or a department.
    """

    comments_asked = Signal(str)

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__(session, look)
        self.form = self.add_form(FIELDS[Map])
        self.comment = CommentButton(look)
        self.comment.asked.connect(self.comments_asked)
        self._add_heading(tr("Project"), self.comment)
        self.project_form = self.add_form(PROJECT_FIELDS)
        self._add_heading(tr("Brand"))
        self.brand_form = self.add_form(BRAND_FIELDS)
        self._add_heading(tr("Departments"))
        self.departments = Departments(session, look)
        self.departments.comments_asked.connect(self.comments_asked)
        self.column.addWidget(self.departments)

    def _add_heading(self, text: str, button: QWidget | None = None) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(plain_label(text.upper(), "heading"), 1)
        if button is not None:
            row.addWidget(button)
        self.column.addLayout(row)

    def commit(self) -> None:
        super().commit()
        self.departments.commit()

    def what_is_typed(self) -> list[Edit]:
        return [*super().what_is_typed(), *self.departments.what_is_typed()]

    @property
    def in_use(self) -> str:
        if has_keyboard(self.form):
            return self.session.map_id
        if any(map(has_keyboard, (self.project_form, self.brand_form, self.comment))):
            return self.session.document.root
        return self.departments.in_use

    def choose(self, keys: Sequence[str]) -> QWidget | None:
        """Light the departments among what is selected; give where the project or the first of them stands."""
        row = self.departments.choose(keys)
        return self.project_form if self.session.document.root in keys else row

    def follow(self, change: Change) -> None:
        super().follow(change)
        if any(isinstance(record, Comment) for record in change.records()):
            self._count_comments()
        self.departments.follow(change)

    def _count_comments(self) -> None:
        document = self.session.document
        self.comment.show_key(document.root, count_open(document)[document.root])

    def show_map(self) -> None:
        """Show the map that the session shows."""
        shown = self.session.map
        self.form.setVisible(shown is not None)
        self.form.show_records([shown.id] if shown is not None else [])
        self.project_form.show_records([self.session.document.root])
        self.brand_form.show_records([self.session.document.root])
        self._count_comments()
        self.departments.show_all()
