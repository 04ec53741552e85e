"""A map as it is laid out for paper: its sheet, and what a page that is narrower than the sheet lays out anew."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.columns import Column, Columns
from cxdesigner.layout.comments import CommentsInput, comments_band
from cxdesigner.layout.header import HeaderInput, header_band
from cxdesigner.layout.legend import LegendInput, legend_band
from cxdesigner.layout.pen import Pen
from cxdesigner.layout.scene import Band, Scene
from cxdesigner.layout.stages import StagesInput, stages_band


class LaidOut(NamedTuple):
    """A scene, its columns, and what the bands that are no lanes were made from. Widths are points on the sheet.

    `dividers` are the keys of the bands that are titles of what stands below them.
    """

    scene: Scene
    columns: Columns
    pen: Pen
    header: HeaderInput
    stages: StagesInput
    legend: LegendInput
    comments: CommentsInput | None = None
    dividers: frozenset[str] = frozenset()

    def header_at(self, width: float) -> Band:
        """Lay out the header on a sheet of this width."""
        return header_band(self.pen, self.header._replace(columns=self._sized(width)))

    def foot_at(self, width: float) -> tuple[Band, ...]:
        """Lay out the foot, and the list of comments if there is one, on a sheet of this width, one below the other."""
        columns = self._sized(width)
        foot = legend_band(self.pen, self.legend._replace(columns=columns))
        if self.comments is None:
            return (foot,)
        return foot, comments_band(self.pen, self.comments._replace(columns=columns))._replace(top=foot.height)

    def stages_at(self, columns: tuple[Column, ...]) -> Band:
        """Lay out the stages as if there were only these columns, where they stand."""
        shown = self.columns._replace(columns=columns)
        return stages_band(self.pen, self.stages._replace(columns=shown))

    def _sized(self, width: float) -> Columns:
        return self.columns._replace(sheet_width=max(width, 3 * theme.MARGIN))
