"""Who may act for whom, and for how long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.kernel.refusal import Refusal

STAND_IN_MAX = timedelta(days=366)


class StandInPeriodWrong(Refusal):
    """It must end after it begins, not lie in the past, and last a year at most."""

    code = "stand-in-period-wrong"


class StandInForOneself(Refusal):
    """Nobody acts for himself."""

    code = "stand-in-for-oneself"


class StandInOverlaps(Refusal):
    """Somebody else acts in this position at that time already."""

    code = "stand-in-overlaps"


class ReasonMissing(Refusal):
    """The reason must be said: it stands on record."""

    code = "reason-missing"


@dataclass(frozen=True, slots=True)
class Spell:
    """From one instant up to, not including, another."""

    valid_from: datetime
    valid_until: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class StandInWish:
    """Who is to act for whom, when and why."""

    absent_officer_id: int
    officer_id: int
    spell: Spell
    reason: str


def check_stand_in(wish: StandInWish, others: Iterable[Spell], at: datetime) -> None:
    """Refusals: ReasonMissing, StandInForOneself, StandInPeriodWrong, StandInOverlaps."""
    spell = wish.spell
    if not wish.reason.strip():
        raise ReasonMissing(field="reason")
    if wish.absent_officer_id == wish.officer_id:
        raise StandInForOneself(field="officer")
    if not (spell.valid_from < spell.valid_until and at < spell.valid_until):
        raise StandInPeriodWrong(field="valid_until")
    if spell.valid_until - spell.valid_from > STAND_IN_MAX:
        raise StandInPeriodWrong(field="valid_until")
    for other in others:
        if other.valid_from < spell.valid_until and spell.valid_from < other.valid_until:
            raise StandInOverlaps(field="valid_from", until=other.valid_until)
