"""Facts about lists with which things leave the house or pass from hand to hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class PostingMade(Event):
    """A list of envelopes given to a carrier, or got from one. `items` in their order."""

    code: ClassVar[str] = "posting.made"

    agency_id: int
    direction: str
    year: int
    number: int
    carrier: str
    count: int
    items: tuple[dict[str, Any], ...]


@dataclass(frozen=True, kw_only=True)
class PostedItemTold(Event):
    """What became of an envelope: delivered, came back, or received as a dossier."""

    code: ClassVar[str] = "posting.item-told"

    position: int
    tracking_number: str
    state: str
    dossier_code: str
    note: str


@dataclass(frozen=True, kw_only=True)
class HandOverListMade(Event):
    """Dossiers or results listed to be handed over between the desk and a unit."""

    code: ClassVar[str] = "hand-over-list.made"

    agency_id: int
    kind: str
    year: int
    number: int
    unit_id: int | None
    unit_name: str
    count: int
    dossier_codes: tuple[str, ...]
