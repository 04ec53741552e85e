"""The words of reports, and of maps written as text, in the languages of `words`."""

from __future__ import annotations

from typing import Final

ENGLISH: Final = {
    "report": "Journey report", "hypothesis": "Hypothesis map: not validated", "backed": "Backed by research",
    "contents": "Contents", "guide": "How to read it", "persona": "Persona", "personas": "Personas",
    "map": "The map", "stages": "Stages", "journey": "Journey", "untitled_stage": "Untitled stage",
    "guide_columns": "The map reads from left to right: stages in the colours of before, during and after the "
    "purchase, their steps below them. Every row is a lane.",
    "guide_curve": "The curve says how a persona feels at each step, from −2, very negative, to +2, very positive. "
    "Points that are filled rest on research, those that are hollow and broken on an assumption.",
    "guide_marks": "A star is a moment of truth, a touchpoint that decides what the customer thinks of the brand; "
    "a ring of help is a support moment.",
    "guide_pages": "Every stage has a page with its part of the map, and below it what there is no room for on the "
    "map: promises, evidence, figures. Then come the lists to work with.",
    "age": "Age", "occupation": "Occupation", "location": "Lives in", "goals": "Goals", "needs": "Needs",
    "frustrations": "Frustrations", "behaviours": "Behaviours", "channels_used": "Channels",
    "brand_feeling": "How the brand makes them feel", "lowest": "Lowest point", "highest": "Highest point",
    "feels": "How it feels", "details": "Behind the cards",
    "promise_head": "Promise", "experience": "Experience", "says": "Customer says", "evidence_of": "Evidence",
    "figures": "Figures", "delivered_by": "Delivered by", "by_employee": "an employee", "by_system": "a system",
    "by_channel": "the channel", "by_product": "the product", "severity_head": "Severity", "impact": "Impact",
    "effort": "Effort", "rated": "Rated", "owner": "Owner", "due": "Due", "status": "Status", "covers": "Covers",
    "to_step": "{first} to {last}", "address": "Address", "card_author": "Written by", "picture_of": "Picture",
    "from_assumption": "assumption", "from_observed": "observed", "from_interview": "interviews",
    "from_survey": "survey", "from_data": "data", "n": "n = {n}", "ratings": "Ratings in the room",
    "kind_action": "Action", "kind_touchpoint": "Touchpoint", "kind_thought": "Thought", "kind_quote": "Quote",
    "kind_pain": "Pain point", "kind_opportunity": "Opportunity", "kind_idea": "Idea", "kind_insight": "Insight",
    "kind_promise": "Promise", "kind_evidence": "Evidence", "kind_frontstage": "Frontstage",
    "kind_backstage": "Backstage", "kind_support": "Support", "kind_picture": "Picture", "kind_note": "Note",
}  # fmt: skip

DUTCH: Final = {
    "report": "Rapport van de klantreis", "hypothesis": "Hypothese: niet getoetst",
    "backed": "Onderbouwd met onderzoek",
    "contents": "Inhoud", "guide": "Zo leest u het", "persona": "Persona", "personas": "Persona’s",
    "map": "De kaart", "stages": "Fasen", "journey": "Reis", "untitled_stage": "Fase zonder titel",
    "guide_columns": "De kaart loopt van links naar rechts: fasen in de kleuren van vóór, tijdens en na de aankoop, "
    "met hun stappen eronder. Elke rij is een baan.",
    "guide_curve": "De lijn zegt hoe een persona zich bij elke stap voelt, van −2, heel negatief, tot +2, heel "
    "positief. Gevulde punten berusten op onderzoek, holle met een onderbroken rand op een aanname.",
    "guide_marks": "Een ster is een moment van de waarheid, een contactmoment dat bepaalt wat de klant van het merk "
    "vindt; een reddingsboei is een servicemoment.",
    "guide_pages": "Elke fase heeft een pagina met haar deel van de kaart, en daaronder waarvoor op de kaart geen "
    "plaats is: beloften, bewijs, cijfers. Daarna komen de lijsten om mee te werken.",
    "age": "Leeftijd", "occupation": "Werk", "location": "Woont in", "goals": "Doelen", "needs": "Behoeften",
    "frustrations": "Frustraties", "behaviours": "Gedrag", "channels_used": "Kanalen",
    "brand_feeling": "Hoe het merk voelt", "lowest": "Laagste punt", "highest": "Hoogste punt",
    "feels": "Hoe het voelt", "details": "Achter de kaarten",
    "promise_head": "Belofte", "experience": "Ervaring", "says": "De klant zegt", "evidence_of": "Bewijs",
    "figures": "Cijfers", "delivered_by": "Geleverd door", "by_employee": "een medewerker", "by_system": "een systeem",
    "by_channel": "het kanaal", "by_product": "het product", "severity_head": "Ernst", "impact": "Effect",
    "effort": "Moeite", "rated": "Ingeschat", "owner": "Eigenaar", "due": "Vóór", "status": "Status",
    "covers": "Loopt door", "to_step": "{first} tot {last}", "address": "Adres", "card_author": "Geschreven door",
    "picture_of": "Beeld",
    "from_assumption": "aanname", "from_observed": "waargenomen", "from_interview": "interviews",
    "from_survey": "enquête", "from_data": "gegevens", "n": "n = {n}", "ratings": "Scores van de groep",
    "kind_action": "Handeling", "kind_touchpoint": "Contactmoment", "kind_thought": "Gedachte",
    "kind_quote": "Uitspraak", "kind_pain": "Pijnpunt", "kind_opportunity": "Kans", "kind_idea": "Idee",
    "kind_insight": "Inzicht", "kind_promise": "Belofte", "kind_evidence": "Bewijs",
    "kind_frontstage": "Voor de schermen", "kind_backstage": "Achter de schermen", "kind_support": "Ondersteuning",
    "kind_picture": "Beeld", "kind_note": "Notitie",
}  # fmt: skip
