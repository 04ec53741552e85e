"""Pasting, and what is dropped from other programs: records, pictures, text, as cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QImage

from cxdesigner.interchange.blocks import Block, limited, read_block
from cxdesigner.model.change import Change
from cxdesigner.model.edits.cards import can_hold_cards
from cxdesigner.model.edits.pictures import add_pictures, show_picture
from cxdesigner.model.edits.stacks import add_block
from cxdesigner.model.limits import LimitReachedError
from cxdesigner.model.records import Card, Step
from cxdesigner.storage.clipboard import MEDIA_TYPE
from cxdesigner.ui import clipboard
from cxdesigner.ui.places import Spot, cell_name, chosen_spot, first_cell
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.model.records import Asset
    from cxdesigner.ui.picture_job import PictureJob, Source
    from cxdesigner.ui.slices import Slices
    from cxdesigner.ui.workbench import Workbench

PICTURE_FILES = (".png", ".jpg", ".jpeg", ".jpe", ".gif", ".webp", ".bmp", ".tif", ".tiff")
_PICTURES = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp", "image/tiff")
_LONG_HTML = 2_000_000
_PATIENCE = 400
"""Milliseconds before progress is shown."""
_SAID_AGAIN = 250
_SELECTED = 2_000
"""Of more cards than this only the cell is selected."""


def files_in(data: QMimeData) -> list[Path]:
    """Give the files that are named."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def pictures_in(data: QMimeData) -> list[Path]:
    """Give the files that are named and look like pictures."""
    return [path for path in files_in(data) if path.suffix.lower() in PICTURE_FILES]


def is_picture(data: QMimeData) -> bool:
    """Tell whether there is a picture and no text beside it: spreadsheets copy a picture of their cells too."""
    return data.hasImage() and not data.hasText()


class Pasting(QObject):
    """Puts in what the clipboard holds, or what is dropped, and tells where; what takes long can be cancelled."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._session = bench.session
        self._tokens = count()
        self._jobs: list[PictureJob | Slices] = []
        self._saying = QTimer(self)
        self._saying.timeout.connect(self.say_how_far)

    @property
    def is_busy(self) -> bool:
        """Whether something is still being put in."""
        return bool(self._jobs)

    def paste(self, *, parked: bool = False) -> None:
        """Paste what the clipboard holds at the selection, or into the parking lot."""
        data = QGuiApplication.clipboard().mimeData()
        if data is not None and data.hasFormat(MEDIA_TYPE):
            change = clipboard.paste_records(self._session, bytes(data.data(MEDIA_TYPE).data()), parked=parked)
            if change is not None:
                self._session.select(clipboard.put_there(change))
        elif data is None or not self.take(data, Spot(None, None) if parked else None):
            self._session.told.emit(tr("There is nothing to paste: copy cards, lines of text or a picture."))

    def take(self, data: QMimeData, spot: Spot | None) -> bool:
        """Put in what another program gives, at a spot, or where it fits best; False if there is nothing in it."""
        sources: Sequence[Source] = files_in(data)
        if not sources and is_picture(data):
            sources = _pixels_of(data)
        if sources:
            self._take_pictures(sources, spot or chosen_spot(self._session) or Spot(None, None, is_chosen=False))
            return True
        text = data.text()
        if not text.strip():
            return False
        self._take_text(data, text, spot)
        return True

    # Text

    def _take_text(self, data: QMimeData, text: str, spot: Spot | None) -> None:
        session = self._session
        try:
            block = _block_of(data, text)
        except LimitReachedError as refusal:
            session.told.emit(said(refusal))
            return
        wide = max(map(len, block), default=0) > 1 or len(block) > 1
        spot = spot or chosen_spot(session)
        if spot is None:
            spot = Spot(*(first_cell(session.document, session.map_id) if wide else (None, None)), is_chosen=False)
        amount = sum(len(stack) for row in block for stack in row)
        name = tr("Paste {n} cards", n=amount) if amount > 1 else tr("Paste")
        from cxdesigner.ui.slices import AT_ONCE, Slices

        if amount > 2 * AT_ONCE:
            slices = Slices(session, spot.cell, block, name, f"paste-{next(self._tokens)}", self)
            slices.put_in.connect(partial(self._put_in_slices, slices, spot))
            slices.stopped.connect(partial(self._stopped, slices))
            self._begin(slices)
            return
        change = session.perform(name, partial(add_block, map_id=session.map_id, cell=spot.cell, block=block))
        self._put_in(change, spot)

    def _put_in_slices(self, slices: Slices, spot: Spot, keys: list[str]) -> None:
        self._end(slices)
        there = [key for key in keys if key in self._session.document]
        self._session.select(there if len(there) <= _SELECTED else (), spot.cell)
        self._tell_where(len(there), 0, spot)

    def _put_in(self, change: Change | None, spot: Spot) -> None:
        if change is None:
            return
        added = change.added()
        cards = [record.id for record in added if isinstance(record, Card)]
        steps = sum(isinstance(record, Step) for record in added)
        self._session.select(cards or (), spot.cell)
        if not spot.is_chosen or steps or spot.lane is None:
            self._tell_where(len(cards), steps, spot)

    def _tell_where(self, cards: int, steps: int, spot: Spot) -> None:
        where = cell_name(self._session.document, *spot.cell)
        what = tr("1 card") if cards == 1 else tr("{n} cards", n=cards)
        sentence = tr("{what} put into {where}.", what=what, where=where)
        if steps:
            made = tr("1 step was added.") if steps == 1 else tr("{n} steps were added.", n=steps)
            sentence = f"{sentence} {made}"
        self._session.told.emit(sentence)
        if spot.lane is None:
            self._bench.show_panel("parking")

    # Pictures

    def _take_pictures(self, sources: Sequence[Source], spot: Spot) -> None:
        from cxdesigner.ui.picture_job import PictureJob

        job = PictureJob(sources, self)
        job.made.connect(partial(self._pictures_made, job, spot, self._session.map_id))
        job.failed.connect(partial(self._failed, job))
        self._begin(job)

    def _pictures_made(self, job: PictureJob, spot: Spot, map_id: str, assets: list[Asset]) -> None:
        self._end(job)
        session = self._session
        if spot.card in session.document and len(assets) == 1:
            edit = partial(show_picture, keys=[spot.card], field="asset", asset=assets[0])
            if session.perform(tr("Set picture"), edit) is not None:
                session.select(spot.card)
            return
        lane, step, index = spot.lane, spot.step, spot.before
        if not can_hold_cards(session.document, map_id, lane, step):
            session.told.emit(tr("The place for it is gone meanwhile, so nothing was added: paste it again."))
            return
        name = tr("Add picture") if len(assets) == 1 else tr("Add {n} pictures", n=len(assets))
        edit = partial(add_pictures, map_id=map_id, lane_id=lane, step_id=step, index=index, assets=assets)
        self._put_in(session.perform(name, edit), spot)

    # What takes long

    def _begin(self, job: PictureJob | Slices) -> None:
        self._jobs.append(job)
        self._saying.start(_PATIENCE)
        job.start()

    def _end(self, job: PictureJob | Slices) -> None:
        self._jobs.remove(job)
        job.deleteLater()
        if not self._jobs:
            self._saying.stop()
            self._bench.status.clear_message()

    def _stopped(self, slices: Slices) -> None:
        done, amount = slices.done, slices.count
        self._end(slices)
        if done:
            sentence = tr(
                "Only {done:,} of {n:,} cards were put in, since something else was changed.", done=done, n=amount
            )
            self._session.told.emit(sentence)

    def _failed(self, job: PictureJob, sentence: str) -> None:
        self._end(job)
        self._session.told.emit(sentence)

    def _cancel(self) -> None:
        for job in [*self._jobs]:
            job.cancel()
            self._end(job)
        self._session.told.emit(tr("Pasting was cancelled, so nothing was added."))

    def say_how_far(self) -> None:
        """Tell how much is put in so far, with a word to stop it."""
        done, amount = sum(job.done for job in self._jobs), sum(job.count for job in self._jobs)
        self._saying.start(_SAID_AGAIN)
        cancel: list[tuple[str, Callable[[], object]]] = [(tr("Cancel"), self._cancel)]
        self._bench.status.tell(tr("Putting in {done:,} of {n:,} …", done=done, n=amount), cancel)


def _block_of(data: QMimeData, text: str) -> Block:
    """Read a text, or the table that stands beside it as HTML: a word processor keeps cells apart only there."""
    if "\t" in text and len(text) < _LONG_HTML and data.hasHtml():
        html = data.html()
        if "<table" in html[:20_000].lower() and len(html) < _LONG_HTML:
            from cxdesigner.interchange.html_table import read_table

            table = read_table(html)
            if table is not None and max(map(len, table)) > 1:
                return limited(table)
    return read_block(text)


def _pixels_of(data: QMimeData) -> Sequence[Source]:
    """Give a picture as the file that it was copied as: decoding waits until its size is known."""
    for media_type in _PICTURES:
        if data.hasFormat(media_type):
            return [bytes(data.data(media_type).data())]
    image = data.imageData()
    return [image] if isinstance(image, QImage) and not image.isNull() else []
