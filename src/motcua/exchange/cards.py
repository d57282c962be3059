"""The card by which an installation makes itself known: handed over by another way than the line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson

from motcua.agencies.queries import agencies_with_desk, agency_called, agency_with_code
from motcua.exchange.hosting import hosting
from motcua.exchange.keys import own_key
from motcua.exchange.rules.partners import PartnerInput
from motcua.kernel.refusal import Refusal

CARD_LETTERS_MAX = 100_000


class PartnerCardUnreadable(Refusal):
    """What was given is no card."""

    code = "partner-card-unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A partner, and its agencies as they are known here; `unknown`: those that are not."""

    given: PartnerInput
    agency_ids: tuple[int, ...]
    unknown: tuple[str, ...]


def own_card(*, name: str, address: str, agency_codes: tuple[str, ...]) -> dict[str, Any]:
    """What partners are given."""
    return {"name": name, "address": address, "key": own_key(), "agencies": list(agency_codes)}


def own_agencies(today: date) -> tuple[str, ...]:
    """The agencies that have a desk here and work at no partner: what may be sent to this installation."""
    elsewhere = hosting()
    return tuple(
        agency.code or agency.slug
        for agency in agencies_with_desk(today)
        if agency.id not in elsewhere
    )


def read_card(text: str, today: date) -> Card:
    """Refusals: PartnerCardUnreadable."""
    try:
        told = orjson.loads(text[:CARD_LETTERS_MAX])
        given = PartnerInput(
            name=str(told["name"]), address=str(told["address"]), key=str(told["key"])
        )
        codes = [str(code) for code in told["agencies"]]
    except (ValueError, KeyError, TypeError):
        raise PartnerCardUnreadable(field="card") from None
    found = {code: agency_with_code(code, today) or agency_called(code, today) for code in codes}
    known = tuple(agency.id for agency in found.values() if agency)
    return Card(
        given=given,
        agency_ids=known,
        unknown=tuple(code for code, agency in found.items() if agency is None),
    )
