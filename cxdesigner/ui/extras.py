"""What a workbench has beside canvas and panels; each is made when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView
    from cxdesigner.ui.comparing.comparing import Comparing
    from cxdesigner.ui.dropping import Dropping
    from cxdesigner.ui.panels.curve_switch import CurveSwitch
    from cxdesigner.ui.panels.parking_tab import ParkingTab
    from cxdesigner.ui.pasting import Pasting
    from cxdesigner.ui.shortcuts import Shortcuts
    from cxdesigner.ui.style.look import Look
    from cxdesigner.ui.workbench import Workbench


class Extras(QWidget):
    """Holds them for the workbench that it is a part of."""

    canvas: CanvasView
    look: Look

    @property
    def _bench(self) -> Workbench:
        from cxdesigner.ui.workbench import Workbench

        assert isinstance(self, Workbench)
        return self

    @cached_property
    def comparing(self) -> Comparing:
        """What compares the project with other versions of it, and shows what a merge left open."""
        from cxdesigner.ui.comparing.comparing import Comparing

        return Comparing(self._bench)

    @cached_property
    def pasting(self) -> Pasting:
        """What puts in the clipboard and what is dropped."""
        from cxdesigner.ui.pasting import Pasting

        return Pasting(self._bench)

    @cached_property
    def parking_tab(self) -> ParkingTab:
        """The tab of the parking lot at the edge of the canvas; made after the first frame."""
        from cxdesigner.ui.panels.parking_tab import ParkingTab

        return ParkingTab(self._bench)

    @cached_property
    def dropping(self) -> Dropping:
        """What takes things from other programs on the canvas; made after the first frame."""
        from cxdesigner.ui.dropping import Dropping

        return Dropping(self._bench)

    @cached_property
    def curve_switch(self) -> CurveSwitch:
        """The switch beside the emotion lane; made after the first frame."""
        from cxdesigner.ui.panels.curve_switch import CurveSwitch

        return CurveSwitch(self.canvas, self.look)

    @cached_property
    def shortcuts(self) -> Shortcuts:
        """The page of shortcuts."""
        from cxdesigner.ui.shortcuts import Shortcuts

        return Shortcuts(self._bench, self.look, self.canvas)
