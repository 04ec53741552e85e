"""Take the README's picture of the window, without a screen: `python packaging/screenshot.py` writes window.png."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1600, 1000)


def main() -> None:
    """Open the example, select its moment of truth, and save what the window shows."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    from PIL import Image
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from cxdesigner.resources import resource
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.launch import start

    qt = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        application = start(qt, [resource("examples", "vivan-los-tacos.cxd")], Application(qt, folder=Path(folder)))
        window = application.windows[0]
        window.resize(*SIZE)
        QTest.qWait(3000)
        session = window.project
        session.select(next(card.id for card in session.document.cards(session.map_id) if card.moment_of_truth))
        QTest.qWait(1000)
        target = ROOT / "packaging" / "window.png"
        window.grab().save(str(target))
        Image.open(target).convert("RGB").save(target, optimize=True)


if __name__ == "__main__":
    main()
