"""What is said of a version."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QTime

from cxdesigner.ui.style.words import tr
from cxdesigner.ui.versions.entries import Version
from cxdesigner.ui.versions.job import Facts


def title_of(version: Version) -> str:
    """Give the line by which a version is known."""
    if version.kind == "file":
        return tr("As last saved")
    if version.kind == "named":
        return " ".join(version.name.split()) or tr("Without a name")
    return time_of(version.when) if version.when is not None else tr("Backup")


def in_its_row(version: Version, *, exactly: bool = False) -> str:
    """Give the first line of its row; of what a save replaced the time alone, to the second where that is asked."""
    if version.kind == "backup" and version.when is not None:
        return _clock(version.when, exactly=exactly)
    return title_of(version)


def above(version: Version) -> str:
    """Give the heading under which a version stands, "" for none."""
    if version.kind == "named":
        return tr("Kept under a name")
    if version.kind == "backup" and version.when is not None:
        return tr("Replaced by a save · {day}", day=_day(version.when.date(), QLocale()))
    return tr("Replaced by a save") if version.kind == "backup" else ""


def in_a_sentence(version: Version) -> str:
    """Name a version within a sentence."""
    if version.kind == "file":
        return tr("the file as last saved")
    if version.kind == "backup" and version.when is not None:
        return tr("the backup of {time}", time=_briefly(version.when))
    return tr("“{name}”", name=title_of(version))


def about(version: Version) -> str:
    """Say when and by whom it was kept, or of which file it was, "" for the one that is open."""
    if version.kind == "backup":
        return tr("Of {file}", file=version.name) if version.name else ""
    told = [time_of(version.when)] if version.when is not None else []
    if version.author.strip():
        told.append(" ".join(version.author.split()))
    return " · ".join(told)


def changed(facts: Facts | None) -> str:
    """Say in a few words what changed since, or why that is not known; "" while it is being found out."""
    if facts is None:
        return ""
    return facts.refusal or facts.since or tr("As it is now")


def details(facts: Facts | None) -> str:
    """Say how much is in it and what changed since, or why that is not known."""
    if facts is None or facts.refusal:
        return facts.refusal if facts is not None else ""
    held = [tr("1 card") if facts.cards == 1 else tr("{n:,} cards", n=facts.cards)]
    if facts.maps > 1:
        held.append(tr("{n} maps", n=facts.maps))
    since = tr("Since then: {changes}", changes=facts.since) if facts.since else tr("Nothing changed since then")
    return "\n".join((" · ".join(held), since))


def time_of(when: datetime) -> str:
    """Give a day and the time on it, such as "Today, 10:32"."""
    return tr("{day}, {time}", day=_day(when.date(), QLocale()), time=_clock(when))


def _briefly(when: datetime) -> str:
    """Give a time in the middle of a sentence; of today without the day."""
    today, locale = datetime.now().date(), QLocale()
    if when.date() == today:
        return _clock(when)
    year = "" if when.year == today.year else " yyyy"
    return tr("{day}, {time}", day=locale.toString(_date(when.date()), f"d MMM{year}"), time=_clock(when))


def _clock(when: datetime, *, exactly: bool = False) -> str:
    locale = QLocale()
    form = locale.timeFormat(QLocale.FormatType.ShortFormat)
    form = form.replace("mm", "mm:ss") if exactly else form
    return locale.toString(QTime(when.hour, when.minute, when.second), form)


def _day(day: date, locale: QLocale) -> str:
    today = datetime.now().date()
    if day == today:
        return tr("Today")
    if day == today - timedelta(days=1):
        return tr("Yesterday")
    return locale.toString(_date(day), "d MMM yyyy")


def _date(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
