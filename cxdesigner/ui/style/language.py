"""The language of the interface: that of the system, if there is a translation."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from cxdesigner.resources import resource


def speak(qt: QApplication, locale: QLocale | None = None) -> bool:
    """Have the texts of the interface in the language of a locale, by default the system's.

    A translation is a file "cxdesigner_nl.qm" among the resources, made of a `.ts` file by Qt's `lrelease`; without one
    the texts are as they stand in the code. Tells whether there is one.
    """
    translator = QTranslator(qt)
    is_there = translator.load(locale or QLocale.system(), "cxdesigner", "_", str(resource("translations")))
    return is_there and qt.installTranslator(translator)
