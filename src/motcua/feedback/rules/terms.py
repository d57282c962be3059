"""The days of each duty and who may stay unnamed: data with a period, read for the day of receipt.

Basis: NĐ 20/2008/NĐ-CP Art. 7, 9, 10; scoring days of QĐ 766/QĐ-TTg (law.md 7.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.feedback.vocabulary import Duty, Kind
from motcua.kernel.refusal import Refusal


class NoTermsThen(Refusal):
    """No law about feedback is known for that day."""

    code = "petition-no-terms"


@dataclass(frozen=True, slots=True)
class Anonymous:
    """Whether a kind is taken without a name, and why."""

    allowed: bool
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What held in a period: `valid_until` is exclusive, None = open."""

    valid_from: date
    valid_until: date | None
    basis: str
    limits: Mapping[Duty, int]
    warning_days: int
    anonymous: Mapping[Kind, Anonymous]


def read_terms(document: Iterable[Mapping[str, Any]]) -> tuple[Terms, ...]:
    """The periods of a document, every duty and every kind in each."""
    return tuple(
        Terms(
            valid_from=date.fromisoformat(one["valid_from"]),
            valid_until=date.fromisoformat(one["valid_until"]) if one["valid_until"] else None,
            basis=one["basis"],
            limits={duty: int(one["limits"][duty]) for duty in Duty},
            warning_days=int(one["warning_days"]),
            anonymous={kind: Anonymous(**one["anonymous"][kind]) for kind in Kind},
        )
        for one in document
    )


def terms_on(day: date, periods: Iterable[Terms]) -> Terms:
    """Those in force on a day. Refusals: NoTermsThen."""
    for one in periods:
        if one.valid_from <= day and (one.valid_until is None or day < one.valid_until):
            return one
    raise NoTermsThen(day=day.isoformat())
