"""Where the time of a dossier went: one span for each stretch at one stage in one pair of hands.

The control sheet (Form 06), the unit overview and the reports read the same spans. They lie end to
end: their lengths add up to the life of the dossier.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from motcua.dossiers.vocabulary import IN_HAND_STAGES, WAITING_STAGES, Stage


class FactLike(Protocol):
    """What of a fact the spans are made of."""

    @property
    def code(self) -> str: ...
    @property
    def occurred_at(self) -> datetime: ...
    @property
    def actor(self) -> dict[str, Any]: ...
    @property
    def payload(self) -> dict[str, Any]: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """`to_at` None = it lasts. `held_…`: in whose hands, when another agency had it; so spans are the
    clocks of those who had it, one after the other. `opened_by` is the fact that began it, `by` who did that."""

    stage: Stage
    unit_id: int | None
    assignee_id: int | None
    held_agency_id: int | None
    held_unit_id: int | None
    held_assignee_id: int | None
    from_at: datetime
    to_at: datetime | None
    opened_by: str
    by: str

    @property
    def is_office_turn(self) -> bool:
        return self.stage in IN_HAND_STAGES

    @property
    def is_applicant_turn(self) -> bool:
        return self.stage in WAITING_STAGES or self.stage is Stage.COMPLETION_ASKED


HANDS = ("unit_id", "assignee_id", "held_agency_id", "held_unit_id", "held_assignee_id")


def spans(facts: Iterable[FactLike]) -> tuple[Span, ...]:
    """The spans of one dossier, in order, from its first fact on."""
    found: list[Span] = []
    for fact in facts:
        last = found[-1] if found else None
        opened = _opened(fact, last)
        if last is not None and _same_hands(last, opened):
            continue
        if last is not None:
            found[-1] = replace(last, to_at=opened.from_at)
        found.append(opened)
    return tuple(found)


def _opened(fact: FactLike, last: Span | None) -> Span:
    payload = fact.payload
    changes: Mapping[str, Any] = payload.get("changes") or payload
    stage = last.stage if last else Stage.RECEIVED
    return Span(
        stage=Stage(payload.get("stage", stage)),
        **{name: changes.get(name, getattr(last, name, None)) for name in HANDS},
        from_at=fact.occurred_at,
        to_at=None,
        opened_by=fact.code,
        by=str(fact.actor.get("name", "")),
    )


def _same_hands(one: Span, other: Span) -> bool:
    alike = ("stage", *HANDS)
    return all(getattr(one, name) == getattr(other, name) for name in alike)
