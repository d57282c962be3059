"""Which version follows which: what an imported record does to the versions already there. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from motcua.procedures.rules.refused import RecordRefused, RefusedReason


class StepKind(StrEnum):
    NEW = "NEW"
    CHANGED = "CHANGED"
    UNCHANGED = "UNCHANGED"


@dataclass(frozen=True, kw_only=True, slots=True)
class StandingVersion:
    """A version that is there already."""

    id: int
    valid_from: date
    valid_until: date | None
    content_digest: str

    @property
    def is_withdrawn(self) -> bool:
        return self.valid_until == self.valid_from


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """What to do: publish [valid_from, valid_until) and close `closes_id` on `closes_on`."""

    kind: StepKind
    valid_from: date
    valid_until: date | None = None
    closes_id: int | None = None
    closes_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """A record's content, by its digest, and the period that the record is meant for."""

    content_digest: str
    valid_from: date
    valid_until: date | None


def next_step(
    proposal: Proposal, chain: Sequence[StandingVersion], *, starts_on: date, today: date
) -> Step:
    """The step that a record asks for. `starts_on`: first day of a changed version.

    The standing version is the last one that begins within the period the record is meant for.
    What has begun is never rewritten: a change closes it and follows; one that has not begun yet
    is withdrawn. Refusals: RecordRefused with PERIOD_TAKEN, PERIOD_OVER, WOULD_REWRITE_PAST.
    """
    alive = [version for version in chain if not version.is_withdrawn]
    standing = max(
        (version for version in alive if _begins_within(version, proposal)),
        key=lambda version: version.valid_from,
        default=None,
    )
    if standing is None:
        return _new(proposal, alive)
    if standing.content_digest == proposal.content_digest:
        return Step(kind=StepKind.UNCHANGED, valid_from=standing.valid_from)
    return _changed(proposal, standing, starts_on=starts_on, today=today)


def _begins_within(version: StandingVersion, proposal: Proposal) -> bool:
    return version.valid_from >= proposal.valid_from and (
        proposal.valid_until is None or version.valid_from < proposal.valid_until
    )


def _overlaps(version: StandingVersion, proposal: Proposal) -> bool:
    begins_before = proposal.valid_until is None or version.valid_from < proposal.valid_until
    ends_after = version.valid_until is None or version.valid_until > proposal.valid_from
    return begins_before and ends_after


def _new(proposal: Proposal, alive: Sequence[StandingVersion]) -> Step:
    for version in alive:
        if _overlaps(version, proposal):
            raise RecordRefused(
                RefusedReason.PERIOD_TAKEN, valid_from=version.valid_from.isoformat()
            )
    return Step(kind=StepKind.NEW, valid_from=proposal.valid_from, valid_until=proposal.valid_until)


def _changed(
    proposal: Proposal, standing: StandingVersion, *, starts_on: date, today: date
) -> Step:
    ends = [day for day in (proposal.valid_until, standing.valid_until) if day is not None]
    if ends and starts_on >= min(ends):
        raise RecordRefused(RefusedReason.PERIOD_OVER, valid_until=min(ends).isoformat())
    if starts_on <= standing.valid_from <= today:
        raise RecordRefused(
            RefusedReason.WOULD_REWRITE_PAST, valid_from=standing.valid_from.isoformat()
        )
    first_day = max(starts_on, standing.valid_from)
    return Step(
        kind=StepKind.CHANGED,
        valid_from=first_day,
        valid_until=standing.valid_until,
        closes_id=standing.id,
        closes_on=first_day,
    )
