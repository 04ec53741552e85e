"""What kinds of card and channels are called when they are typed, by language; the values themselves always count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Spellings = Mapping[str, tuple[str, ...]]
"""What values may be called; the first one is how a value is shown."""

_KINDS: Final[dict[str, Spellings]] = {
    "en": {
        "action": ("Action", "Does"),
        "touchpoint": ("Touchpoint",),
        "thought": ("Thought", "Thinks"),
        "quote": ("Quote", "Says"),
        "pain": ("Pain", "Pain point", "Frustration"),
        "opportunity": ("Opportunity", "Chance"),
        "idea": ("Idea",),
        "insight": ("Insight",),
        "promise": ("Promise",),
        "evidence": ("Evidence",),
        "frontstage": ("Frontstage",),
        "backstage": ("Backstage",),
        "support": ("Support",),
        "picture": ("Picture",),
        "note": ("Note",),
    },
    "nl": {
        "action": ("Handeling", "Actie"),
        "touchpoint": ("Contactmoment",),
        "thought": ("Gedachte", "Denkt"),
        "quote": ("Uitspraak", "Citaat", "Zegt"),
        "pain": ("Pijnpunt", "Pijn", "Frustratie"),
        "opportunity": ("Kans",),
        "idea": ("Idee",),
        "insight": ("Inzicht",),
        "promise": ("Belofte",),
        "evidence": ("Bewijs",),
        "frontstage": ("Voor de schermen",),
        "backstage": ("Achter de schermen",),
        "support": ("Ondersteuning",),
        "picture": ("Beeld", "Afbeelding"),
        "note": ("Notitie",),
    },
}
_CHANNELS: Final[dict[str, Spellings]] = {
    "en": {
        "website": ("Website", "Site", "Web"),
        "app": ("App",),
        "email": ("E-mail", "Email", "Mail"),
        "phone": ("Phone", "Call"),
        "chat": ("Chat",),
        "messaging": ("Messaging", "SMS", "WhatsApp"),
        "social": ("Social",),
        "ad": ("Advertisement", "Advert"),
        "search": ("Search",),
        "store": ("Store", "In store", "Shop"),
        "person": ("In person", "Person"),
        "post": ("Post", "Letter"),
        "event": ("Event",),
        "device": ("Device",),
        "document": ("Document",),
        "other": ("Other",),
    },
    "nl": {
        "website": ("Website", "Site"),
        "app": ("App",),
        "email": ("E-mail", "Email", "Mail"),
        "phone": ("Telefoon", "Bellen"),
        "chat": ("Chat",),
        "messaging": ("Berichten", "SMS", "WhatsApp"),
        "social": ("Sociale media", "Socials"),
        "ad": ("Advertentie",),
        "search": ("Zoeken",),
        "store": ("Winkel", "In de winkel"),
        "person": ("Persoonlijk",),
        "post": ("Post", "Brief"),
        "event": ("Evenement",),
        "device": ("Apparaat",),
        "document": ("Document",),
        "other": ("Ander kanaal",),
    },
}


def kinds_in(language: str) -> Spellings:
    """Give what each kind of card is called in a language (a BCP 47 tag), and then in English."""
    return _spelled(_KINDS, language)


def channels_in(language: str) -> Spellings:
    """Give what each channel is called in a language (a BCP 47 tag), and then in English."""
    return _spelled(_CHANNELS, language)


def _spelled(known: Mapping[str, Spellings], language: str) -> Spellings:
    english = known["en"]
    own = known.get(language.lower().split("-", maxsplit=1)[0], english)
    return {value: tuple(dict.fromkeys((*own[value], *spelled, value))) for value, spelled in english.items()}
