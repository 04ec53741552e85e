"""What can be left out of a project for other people's eyes."""

from __future__ import annotations

from typing import Final

SECRETS: Final = ("quotes", "names", "photos", "notes", "votes", "authors")
"""Quotes: cards of that kind, what customers say at touchpoints and at points of the curve, the words of a persona.
Names: of personas, owners and those who voted, also within other texts. Photos: of personas, and pictures on cards.
Notes: cards of that kind, notes at steps and at points, comments. Votes: dots, and the ratings of a ballot. Authors: of
maps, cards and comments, also within other texts.
"""
