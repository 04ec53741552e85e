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


def in_a_sentence(version: Version) -> str:
    """Name a version within a sentence."""
    if version.kind == "file":
        return tr("the file as last saved")
    if version.kind == "backup" and version.when is not None:
        return tr("the backup of {time}", time=time_of(version.when, calls_days=False))
    return tr("“{name}”", name=title_of(version))


def about(version: Version) -> str:
    """Say when and by whom it was kept, or what it is."""
    if version.kind == "backup":
        return tr("Replaced by a save of {file}", file=version.name) if version.name else tr("Replaced by a save")
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


def time_of(when: datetime, *, calls_days: bool = True) -> str:
    """Give a day and the time on it, such as "Today, 10:32" where near days are called so."""
    locale = QLocale()
    clock = locale.toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)
    return tr("{day}, {time}", day=_day(when.date(), locale, calls_days=calls_days), time=clock)


def _day(day: date, locale: QLocale, *, calls_days: bool) -> str:
    today = datetime.now().date()
    if calls_days and day == today:
        return tr("Today")
    if calls_days and day == today - timedelta(days=1):
        return tr("Yesterday")
    return locale.toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
