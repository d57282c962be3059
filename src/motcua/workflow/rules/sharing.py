"""Who gets a task by rule: fair by effort, and why. Pure.

Work is counted in allotted working minutes, not in pieces: three short steps are less than one long.
Whoever has least in hand gets it; of equals, whoever has fewer pieces; of those, whoever was given
something longest ago. Whoever is away gets nothing, nor whoever did the step that other eyes must check,
nor whoever asked the question himself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

EFFORT_UNKNOWN: Final = 60
"""What a task without a limit counts for, in minutes."""
NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Why(StrEnum):
    """Why somebody gets a task, or does not."""

    ONLY_ONE = "ONLY_ONE"
    LEAST_EFFORT = "LEAST_EFFORT"
    FEWEST_TASKS = "FEWEST_TASKS"
    LONGEST_AGO = "LONGEST_AGO"
    MORE_EFFORT = "MORE_EFFORT"
    AS_MUCH = "AS_MUCH"
    ABSENT = "ABSENT"
    SAME_EYES = "SAME_EYES"
    ASKER = "ASKER"


UNFIT: Final = frozenset({Why.ABSENT, Why.SAME_EYES, Why.ASKER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who could do it, and what he has in hand: `minutes` of allotted time in `tasks` pieces, of
    which `late`; `given_at`: when the last of them was opened. Pieces are also the dossiers he has without
    a task of theirs."""

    holding_id: int
    name: str
    unit_id: int | None = None
    minutes: int = 0
    tasks: int = 0
    late: int = 0
    given_at: datetime | None = None
    is_absent: bool = False
    has_same_eyes: bool = False
    is_asker: bool = False

    @property
    def order(self) -> tuple[int, int, datetime, int]:
        return (self.minutes, self.tasks, self.given_at or NEVER, self.holding_id)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate in his place, with the reason for it."""

    candidate: Candidate
    why: Why

    @property
    def is_fit(self) -> bool:
        return self.why not in UNFIT

    def to_plain(self) -> dict[str, Any]:
        """What the fact keeps of it."""
        one = self.candidate
        return {
            "holding_id": one.holding_id,
            "why": str(self.why),
            "minutes": one.minutes,
            "tasks": one.tasks,
        }


def ranked(candidates: Iterable[Candidate]) -> tuple[Ranked, ...]:
    """All of them, whoever should get it first, those who cannot last."""
    everybody = sorted(candidates, key=lambda one: one.order)
    fit = [one for one in everybody if _unfit(one) is None]
    unfit = [Ranked(one, why) for one in everybody if (why := _unfit(one)) is not None]
    if not fit:
        return tuple(unfit)
    first = Ranked(fit[0], _why_first(fit))
    rest = [Ranked(one, _why_not(one, fit[0])) for one in fit[1:]]
    return (first, *rest, *unfit)


def _unfit(one: Candidate) -> Why | None:
    if one.is_absent:
        return Why.ABSENT
    if one.has_same_eyes:
        return Why.SAME_EYES
    return Why.ASKER if one.is_asker else None


def _why_first(fit: list[Candidate]) -> Why:
    """What sets the first apart from the second."""
    if len(fit) == 1:
        return Why.ONLY_ONE
    first, second = fit[0], fit[1]
    if first.minutes < second.minutes:
        return Why.LEAST_EFFORT
    return Why.FEWEST_TASKS if first.tasks < second.tasks else Why.LONGEST_AGO


def _why_not(one: Candidate, first: Candidate) -> Why:
    return Why.MORE_EFFORT if one.minutes > first.minutes else Why.AS_MUCH
