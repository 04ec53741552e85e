"""The words of pages: of the plan of a poster, and of the strip below maps on paper; in the languages of `words`."""

from __future__ import annotations

from typing import Final

ENGLISH: Final = {
    "plan_size": "{n} sheets of {paper}, {columns} across and {rows} down: {width} × {height} mm",
    "plan_how": "Print all at 100 %. Cut each sheet along its marks at the left and at the top, and glue it onto the "
    "sheet before, up to the marks there that name the same two sheets.",
}

DUTCH: Final = {
    "plan_size": "{n} vellen {paper}, {columns} naast en {rows} onder elkaar: {width} × {height} mm",
    "plan_how": "Druk alles af op 100 %. Snijd elk vel langs de tekens links en boven af, en plak het op het vel "
    "ervoor, tot aan de tekens daar met dezelfde twee namen.",
}
