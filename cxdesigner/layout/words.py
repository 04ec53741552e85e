"""The words that the sheet itself prints, in the language of the project."""

from __future__ import annotations

from typing import Final

from cxdesigner.layout import words_pages, words_report
from cxdesigner.layout.words_arabic import ARABIC
from cxdesigner.layout.words_japanese import JAPANESE

ENGLISH: Final = {
    "before": "BEFORE PURCHASE", "during": "DURING", "after": "AFTER PURCHASE",
    "current": "Current state", "future": "Future state",
    "assumption": "based on assumptions", "research": "backed by research",
    "scenario": "Scenario", "goal": "Goal", "legend": "Legend",
    "delighted": "delighted", "neutral": "neutral", "frustrated": "frustrated",
    "moment_of_truth": "moment of truth", "support_moment": "support moment",
    "interaction": "line of interaction", "visibility": "line of visibility",
    "internal": "line of internal interaction",
    "website": "Website", "app": "App", "email": "E-mail", "phone": "Phone", "chat": "Chat",
    "messaging": "Messaging", "social": "Social", "ad": "Advertisement", "search": "Search", "store": "In store",
    "person": "In person", "post": "Post", "event": "Event", "device": "Device", "document": "Document",
    "other": "Other channel",
    "pictures": "Pictures", "actions": "Actions", "thoughts": "Thoughts", "quotes": "Quotes",
    "touchpoints": "Touchpoints", "channels": "Channels", "evidence": "Evidence", "emotion": "Emotion",
    "pains": "Pain points", "opportunities": "Opportunities", "ideas": "Ideas", "insights": "Insights",
    "promise": "Promise", "metrics": "Metrics", "frontstage": "Frontstage", "backstage": "Backstage",
    "support": "Support processes", "notes": "Notes", "divider": "",
    "nps": "NPS", "csat": "CSAT", "ces": "CES",
    "definitions": "NPS = % promoters (9–10) − % detractors (0–6). CSAT = satisfied ÷ all. CES = mean effort, 1–7.",
    "cards": "{n} cards", "card": "1 card",
    "steps": "{n} steps", "step": "1 step", "untitled": "Untitled map", "unnamed": "Unnamed persona",
    "persona_number": "Persona {n}",
    "done": "done", "doing": "under way", "planned": "planned", "dropped": "dropped", "open": "open",
    "mean": "mean of {n} personas", "spread": "spread of the ratings in the room",
    "severity": "severity {n} of 5", "version": "Version", "author": "Drawn by",
    "attached": "The project that this was made of", "undescribed": "Picture without a description",
    "comments": "Comments", "on_department": "Department", "on_project": "Project", "on_round": "Round of voting",
    "on_parked": "Parking lot:",
    "leads_to": "leads to", "solves": "solves", "hands_over": "hands over to", "repeats": "repeats",
    **words_report.ENGLISH, **words_pages.ENGLISH,
}  # fmt: skip

DUTCH: Final = {
    "before": "VÓÓR DE AANKOOP", "during": "TIJDENS", "after": "NA DE AANKOOP",
    "current": "Huidige situatie", "future": "Toekomstige situatie",
    "assumption": "op basis van aannames", "research": "onderbouwd met onderzoek",
    "scenario": "Scenario", "goal": "Doel", "legend": "Legenda",
    "delighted": "verrukt", "neutral": "neutraal", "frustrated": "gefrustreerd",
    "moment_of_truth": "moment van de waarheid", "support_moment": "servicemoment",
    "interaction": "interactielijn", "visibility": "zichtbaarheidslijn", "internal": "interne interactielijn",
    "website": "Website", "app": "App", "email": "E-mail", "phone": "Telefoon", "chat": "Chat",
    "messaging": "Berichten", "social": "Sociale media", "ad": "Advertentie", "search": "Zoeken",
    "store": "In de winkel", "person": "Persoonlijk", "post": "Post", "event": "Evenement", "device": "Apparaat",
    "document": "Document", "other": "Ander kanaal",
    "pictures": "Beelden", "actions": "Handelingen", "thoughts": "Gedachten", "quotes": "Uitspraken",
    "touchpoints": "Contactmomenten", "channels": "Kanalen", "evidence": "Bewijs", "emotion": "Beleving",
    "pains": "Pijnpunten", "opportunities": "Kansen", "ideas": "Ideeën", "insights": "Inzichten",
    "promise": "Belofte", "metrics": "Cijfers", "frontstage": "Voor de schermen",
    "backstage": "Achter de schermen", "support": "Ondersteuning", "notes": "Notities", "divider": "",
    "nps": "NPS", "csat": "CSAT", "ces": "CES",
    "definitions": "NPS = % promotors (9–10) − % criticasters (0–6). CSAT = tevreden ÷ alle. CES = moeite, 1–7.",
    "cards": "{n} kaarten", "card": "1 kaart",
    "steps": "{n} stappen", "step": "1 stap", "untitled": "Kaart zonder titel", "unnamed": "Persona zonder naam",
    "persona_number": "Persona {n}",
    "done": "gedaan", "doing": "bezig", "planned": "gepland", "dropped": "vervallen", "open": "open",
    "mean": "gemiddelde van {n} persona’s", "spread": "spreiding van de scores van de groep",
    "severity": "ernst {n} van 5", "version": "Versie", "author": "Getekend door",
    "attached": "Het project waarvan dit is gemaakt", "undescribed": "Afbeelding zonder beschrijving",
    "comments": "Opmerkingen", "on_department": "Afdeling", "on_project": "Project", "on_round": "Stemronde",
    "on_parked": "Parkeerplaats:",
    "leads_to": "leidt tot", "solves": "lost op", "hands_over": "draagt over aan", "repeats": "herhaalt",
    **words_report.DUTCH, **words_pages.DUTCH,
}  # fmt: skip


LANGUAGES: Final = {"ar": ARABIC, "en": ENGLISH, "ja": JAPANESE, "nl": DUTCH}
"""The words of each language, by the first part of its tag."""


class Words:
    """Looks up the sheet's own words; English where a language is not known."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words = LANGUAGES.get(language.lower().split("-")[0], ENGLISH)

    def __getitem__(self, key: str) -> str:
        return self._words[key]

    def get(self, key: str, otherwise: str = "") -> str:
        """Give the word for a value of the format, or `otherwise` for one that is not known."""
        return self._words.get(key, otherwise)
