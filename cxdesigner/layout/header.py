"""The header of a sheet: title, what the map is about, the personas."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.columns import Columns
from cxdesigner.layout.context import Context
from cxdesigner.layout.pen import Pen, portrait, runs, text_group
from cxdesigner.layout.scene import HEADER, Band, Group, Picture
from cxdesigner.model.records import Brand, Map, Persona

CHIP = 26.0
CHIP_GAP = 18.0
ROW_GAP = 6.0
LOGO, LOGO_GAP = 40.0, 12.0


class HeaderInput(NamedTuple):
    """All that the header depends on."""

    shown: Map
    columns: Columns
    context: Context
    language: str
    brand: Brand | None = None


def header_band(pen: Pen, given: HeaderInput) -> Band:
    """Lay out the header."""
    inner = given.columns.sheet_width - 2 * theme.MARGIN
    chips = [_chip(pen, persona, inner) for persona in given.context.shown]
    wanted = sum(chip.width for chip in chips) + CHIP_GAP * max(0, len(chips) - 1)
    beside = bool(chips) and wanted <= inner * 0.45
    room = inner - wanted - 24 if beside else inner
    y = theme.MARGIN - 4
    logo = _logo(given, room / 3)
    x = theme.MARGIN + (logo.width + LOGO_GAP if logo is not None else 0.0)
    room -= x - theme.MARGIN
    title = pen.text(given.shown.title or pen.words["untitled"], theme.TITLE, room)
    color = theme.INK if given.shown.title else theme.MUTED
    groups = [Group(given.shown.id, "logo", theme.MARGIN, y + 2, logo.width, logo.height, (logo,))] if logo else []
    groups.append(text_group(given.shown.id, "title", title, x, y, color, room))
    y += title.height + 1
    about = pen.text(about_line(pen, given.shown), theme.SUBTITLE, room)
    groups.append(text_group(given.shown.id, "about", about, x, y, theme.MUTED, room))
    y += about.height
    if logo is not None:
        y = max(y, theme.MARGIN - 2 + logo.height)
    if beside:
        placed, bottom = _rows(chips, given.columns.sheet_width - theme.MARGIN - wanted, inner, theme.MARGIN - 2)
        y = max(y, bottom)
    elif chips:
        placed, y = _rows(chips, theme.MARGIN, inner, y + 8)
    else:
        placed = []
    return Band(HEADER, 0.0, y + 12, (*groups, *placed))


def _logo(given: HeaderInput, room: float) -> Picture | None:
    """Give the brand's logo, as high as it may be without being wider than the room; None if there is none."""
    if given.brand is None or not given.brand.logo:
        return None
    aspect = given.context.aspect(given.brand.logo)
    height = min(LOGO, room * aspect)
    return Picture(0, 0, height / aspect, height, given.brand.logo, 0.0, given.brand.name)


def about_line(pen: Pen, shown: Map) -> str:
    """Say in one line what a map is: state, basis, scenario, goal."""
    words = pen.words
    parts = [words.get(value, value) for value in (shown.state, shown.basis) if value]
    if shown.scenario:
        parts.append(f"{words['scenario']}: {shown.scenario}")
    if shown.goal:
        parts.append(f"{words['goal']}: {shown.goal}")
    return " · ".join(parts)


def _chip(pen: Pen, persona: Persona, room: float) -> Group:
    text_room = max(20.0, min(room - CHIP - 6, 220.0))
    name = pen.fitted(persona.name or pen.words["unnamed"], theme.NAME, text_room)
    role = pen.fitted(persona.role, theme.LABEL, text_room) if persona.role else None
    text_height = name.height + (role.height if role else 0)
    height = max(CHIP, text_height)
    top = max(0.0, (CHIP - text_height) / 2)
    color = theme.INK if persona.name else theme.MUTED
    items = [*portrait(pen, persona, 0, 0, CHIP), *runs(name, CHIP + 6, top, color)]
    width = CHIP + 6 + name.width
    if role:
        items += runs(role, CHIP + 6, top + name.height, theme.MUTED)
        width = max(width, CHIP + 6 + role.width)
    return Group(persona.id, "persona", 0, 0, width, height, tuple(items))


def _rows(chips: list[Group], left: float, room: float, top: float) -> tuple[list[Group], float]:
    placed: list[Group] = []
    x, height = left, 0.0
    for chip in chips:
        if placed and x + chip.width > left + room + 0.01:
            x, top, height = left, top + height + ROW_GAP, 0.0
        placed.append(chip._replace(x=x, y=top))
        x += chip.width + CHIP_GAP
        height = max(height, chip.height)
    return placed, top + height
