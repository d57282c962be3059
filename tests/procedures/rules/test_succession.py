"""Which version follows which."""

from __future__ import annotations

from datetime import date

import pytest

from motcua.procedures.rules.refused import RecordRefused, RefusedReason
from motcua.procedures.rules.succession import Proposal, StandingVersion, StepKind, next_step

TODAY = date(2026, 3, 13)
TOMORROW = date(2026, 3, 14)
JULY = date(2025, 7, 1)
LONG_AGO = date(2020, 1, 1)


def proposal(digest: str = "new", since: date = JULY, until: date | None = None) -> Proposal:
    return Proposal(content_digest=digest, valid_from=since, valid_until=until)


def standing(since: date = JULY, until: date | None = None, digest: str = "old") -> StandingVersion:
    return StandingVersion(id=7, valid_from=since, valid_until=until, content_digest=digest)


def test_the_first_version_takes_the_period_it_is_meant_for() -> None:
    step = next_step(proposal(), [], starts_on=TOMORROW, today=TODAY)
    assert (step.kind, step.valid_from, step.valid_until) == (StepKind.NEW, JULY, None)


def test_the_same_content_changes_nothing() -> None:
    step = next_step(proposal("old"), [standing()], starts_on=TOMORROW, today=TODAY)
    assert step.kind is StepKind.UNCHANGED


def test_a_change_closes_the_standing_version_and_follows_it() -> None:
    step = next_step(proposal(), [standing()], starts_on=TOMORROW, today=TODAY)
    assert (step.kind, step.closes_id, step.closes_on) == (StepKind.CHANGED, 7, TOMORROW)
    assert (step.valid_from, step.valid_until) == (TOMORROW, None)


def test_a_version_that_has_not_begun_is_withdrawn() -> None:
    planned = standing(since=date(2026, 5, 1))
    step = next_step(proposal(), [planned], starts_on=TOMORROW, today=TODAY)
    assert (step.closes_on, step.valid_from) == (planned.valid_from, planned.valid_from)


def test_a_withdrawn_version_is_as_if_it_were_not_there() -> None:
    withdrawn = standing(since=JULY, until=JULY)
    assert next_step(proposal(), [withdrawn], starts_on=TOMORROW, today=TODAY).kind is StepKind.NEW


def test_what_has_begun_is_not_rewritten() -> None:
    with pytest.raises(RecordRefused) as refusal:
        next_step(proposal(), [standing()], starts_on=JULY, today=TODAY)
    assert refusal.value.reason is RefusedReason.WOULD_REWRITE_PAST


def test_what_is_over_is_not_changed() -> None:
    old_era = standing(since=LONG_AGO, until=JULY)
    with pytest.raises(RecordRefused) as refusal:
        next_step(proposal(since=LONG_AGO, until=JULY), [old_era], starts_on=TOMORROW, today=TODAY)
    assert refusal.value.reason is RefusedReason.PERIOD_OVER


def test_the_old_era_may_come_after_the_new_one() -> None:
    step = next_step(
        proposal(since=LONG_AGO, until=JULY), [standing()], starts_on=TOMORROW, today=TODAY
    )
    assert (step.kind, step.valid_until) == (StepKind.NEW, JULY)


def test_a_period_taken_by_another_version_is_refused() -> None:
    taken = standing(since=date(2024, 1, 1))
    with pytest.raises(RecordRefused) as refusal:
        next_step(proposal(), [taken], starts_on=TOMORROW, today=TODAY)
    assert refusal.value.reason is RefusedReason.PERIOD_TAKEN
