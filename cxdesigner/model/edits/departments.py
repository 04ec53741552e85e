"""Departments: who in the company owns a touchpoint or does the work behind it."""

from __future__ import annotations

from collections.abc import Iterable

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.in_turn import in_turn
from cxdesigner.model.edits.personas import PALETTE
from cxdesigner.model.ids import new_id
from cxdesigner.model.placement import place
from cxdesigner.model.records import Department

COLORS = (*PALETTE[5:], *PALETTE[:5])
"""Colours given to new departments in turn, from elsewhere than those of personas, which stand beside them."""


def add_department(document: Document, name: str) -> Change | None:
    """Add a department after the others; None without a name, or where one has that name already."""
    name = name.strip()
    if not name or department_named(document, name) is not None:
        return None
    taken = [department.color for department in document.departments]
    people = [persona.color for persona in document.personas]
    color = min(COLORS, key=lambda one: (taken.count(one), people.count(one)))
    department = Department.new(id=new_id(), parent=document.root, name=name, color=color)
    draft = Draft(document)
    draft.put(*place(document.departments, [department], len(document.departments)))
    return draft.change()


def move_department(document: Document, department_id: str, index: int) -> Change | None:
    """Move a department before the one that is at `index` among the others."""
    department = document.get(department_id, Department)
    departments = document.departments
    if department is None or departments.index(department) == max(0, min(index, len(departments) - 1)):
        return None
    draft = Draft(document)
    draft.put(*place(departments, [department], index))
    return draft.change()


def give_department(document: Document, keys: Iterable[str], name: str) -> Change | None:
    """Give records the department with a name, adding it where there is none; None without a name."""

    def give(after: Document) -> Change | None:
        department = department_named(after, name)
        return set_fields(after, keys, department=department.id) if department is not None else None

    return in_turn(document, [lambda before: add_department(before, name), give]) if name.strip() else None


def department_named(document: Document, name: str) -> Department | None:
    """Give the department with a name, whatever its capital letters."""
    wanted = name.strip().casefold()
    return next((one for one in document.departments if one.name.strip().casefold() == wanted), None)
