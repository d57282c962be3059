"""A card reader is a keyboard: its text arrives in whichever field has the focus."""

from __future__ import annotations

import re

from django.http import QueryDict

from motcua.dossiers.vocabulary import PartyRole
from motcua.kernel.identifiers.citizen_card import CitizenCard

CARD = re.compile(r"[|｜]{0,1}\s*\d{9,12}\s*[|｜][^|｜]*[|｜].*", re.DOTALL)
BARS = "|｜"
BARS_MIN = 2
IGNORED = frozenset({"csrfmiddlewaretoken", "request_key"})
NUMBER = re.compile(r"[|｜]?\s*(\d{9,12})\s*[|｜]")


class FoundCard:
    """The card's text, the field it was typed into, and what had been in that field before."""

    def __init__(self, field: str, text: str, before: str) -> None:
        self.field = field
        self.text = text
        self.before = before

    @property
    def role(self) -> PartyRole:
        """Whose fields it fills: the person in whose part of the page it was read, else the owner."""
        prefix = self.field.partition("-")[0].upper()
        return PartyRole(prefix) if prefix in PartyRole.__members__ else PartyRole.OWNER


def find_card(data: QueryDict) -> FoundCard | None:
    """The first field that holds a card's text."""
    for name, value in data.items():
        if name in IGNORED or not isinstance(value, str):
            continue
        if sum(map(value.count, BARS)) < BARS_MIN:
            continue
        match = CARD.search(value)
        if match:
            return FoundCard(name, match.group(0), value[: match.start()].strip())
    return None


def has_bar(value: str) -> bool:
    """Whether a card, or a piece of one, stands in a field: nobody types bars by hand."""
    return any(bar in value for bar in BARS)


def fields_with_bars(data: QueryDict) -> list[str]:
    """The fields that hold a card or a piece of one."""
    return [name for name, value in data.items() if name not in IGNORED and has_bar(str(value))]


def looked_for(text: str) -> str:
    """What to search for: of a card's text its personal number, else the text itself."""
    match = NUMBER.match(text.strip())
    return match.group(1) if match else text


def fill(data: QueryDict, found: FoundCard, card: CitizenCard) -> QueryDict:
    """The form's data with the card's person in it, and the field as it was before the card."""
    filled = data.copy()
    filled[found.field] = found.before
    prefix = str(found.role).lower()
    values = {
        "kind": "CITIZEN",
        "name": card.name,
        "personal_id": card.personal_id,
        "old_id": card.old_id or "",
        "sex": str(card.sex),
        "address": card.address,
        "birth_date": card.birth_date.words(),
    }
    for name, value in values.items():
        filled[f"{prefix}-{name}"] = value
    return filled
