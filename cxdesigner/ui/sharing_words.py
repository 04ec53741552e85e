"""What is said of others who work on the same file."""

from __future__ import annotations

import time
from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from cxdesigner.model.document import Document
from cxdesigner.storage.lock import Holder
from cxdesigner.ui.style.words import tr

_MOST_NAME = 60


def who(holder: Holder | None, version: Document | None, oneself: str) -> str:
    """Name who saved a file: who has its lock, else the author of its maps if that is one and not oneself; "" if that
    is not known.
    """
    if holder is not None and holder.user:
        return short(holder.user)
    authors = {one.author.strip() for one in version.maps} - {""} if version is not None else set()
    if len(authors) == 1 and authors != {oneself}:
        return short(authors.pop())
    return ""


def name_of(holder: Holder) -> str:
    """Name who has a lock."""
    return short(holder.user) or tr("Somebody")


def short(name: str) -> str:
    """Give a name in one line that is not longer than a bar takes."""
    name = " ".join(name.split())
    return name if len(name) <= _MOST_NAME else f"{name[: _MOST_NAME - 1].rstrip()}…"


def ago(then: float, now: float | None = None) -> str:
    """Say how long ago something was; both are seconds since 1970."""
    seconds = (time.time() if now is None else now) - then
    if -10 < seconds < 10:  # clocks of two computers differ a little
        return tr("just now")
    if 0 < seconds < 60:
        return tr("{n} seconds ago", n=int(seconds) // 10 * 10)
    if 0 < seconds < 120:
        return tr("a minute ago")
    if 0 < seconds < 3600:
        return tr("{n} minutes ago", n=int(seconds) // 60)
    return tr("at {time}", time=moment(datetime.fromtimestamp(then).astimezone()))


def moment(when: datetime) -> str:
    """Say when something was: the time if it was today, else the day too."""
    local, locale = QDateTime.fromSecsSinceEpoch(int(when.timestamp())), QLocale()
    kind = QLocale.FormatType.ShortFormat
    if local.date() == QDateTime.currentDateTime().date():
        return locale.toString(local.time(), kind)
    return locale.toString(local, kind)


def is_oneself(holder: Holder, me: Holder) -> bool:
    """Tell whether who has a lock is the same person at the same computer, in another window."""
    return (holder.user, holder.host) == (me.user, me.host)


def has_it_open(holder: Holder, me: Holder, *, is_silent: bool) -> str:
    """Say who has a file open, and that it is read-only here for that."""
    since = moment(holder.start)
    if is_oneself(holder, me):
        sentence = tr("You have this file open in another window of this computer since {since}: it is read-only here.")
        return sentence.format(since=since)
    name, host = name_of(holder), short(holder.host)
    if is_silent and holder.seen is not None:
        sentence = tr(
            "{name} has had this file open on {host} since {since}, and was last heard of at {seen}: it is read-only "
            "here."
        )
        return sentence.format(name=name, host=host, since=since, seen=moment(holder.seen))
    sentence = tr("{name} has this file open on {host} since {since}: it is read-only here.")
    return sentence.format(name=name, host=host, since=since)


def edits_too(holder: Holder) -> str:
    """Say that somebody else works on a file that is being edited here."""
    sentence = tr("{name} works on this file too, on {host}: what is saved there is offered here to be merged.")
    return sentence.format(name=name_of(holder), host=short(holder.host))


def saved_it(name: str, written: float, what: str, *, held_back: bool) -> str:
    """Say that somebody has saved a file, and what differs; `held_back`: it was not saved here for that."""
    values = {"name": name or tr("Somebody"), "when": ago(written), "what": what}
    if held_back:
        return tr("{name} saved this file {when}, so nothing was written over it: {what}.", **values)
    return tr("{name} saved this file {when}: {what}.", **values)


def cannot_be_read(reason: str, *, held_back: bool) -> str:
    """Say that a file holds something now that cannot be read, so that it is not written over."""
    if held_back:
        return tr(
            "Nothing was saved, since another program wrote this file and it cannot be read now: {reason}"
        ).format(reason=reason)
    sentence = tr("Another program wrote this file and it cannot be read now, so it is not written over: {reason}")
    return sentence.format(reason=reason)
