"""When a notice goes out: not at night, bundled where wished, and never later than its bound."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from motcua.kernel.clock import ZONE, local
from motcua.notices.rules.hours import (
    STALE_AFTER,
    WAIT_MAX,
    SendingHours,
    is_quiet,
    is_stale,
    send_at,
)
from motcua.notices.vocabulary import Haste
from tests.support.clock import PLAIN_FRIDAY, PLAIN_WEDNESDAY, at

USUAL = SendingHours()
NEVER_QUIET = SendingHours(quiet_from=time(0), quiet_until=time(0))
MOMENTS = some.datetimes(
    datetime(2020, 1, 1),  # noqa: DTZ001  # the zone is added by hypothesis
    datetime(2035, 1, 1),  # noqa: DTZ001
    timezones=some.sampled_from([UTC, ZONE]),
)
CLOCKS = some.times().map(lambda clock: clock.replace(microsecond=0))
HOURS = some.builds(SendingHours, quiet_from=CLOCKS, quiet_until=CLOCKS, digest_at=CLOCKS)


@given(at=MOMENTS, haste=some.sampled_from(Haste), hours=HOURS, in_digest=some.booleans())
def test_nothing_goes_back_in_time_or_waits_beyond_its_bound(
    *, at: datetime, haste: Haste, hours: SendingHours, in_digest: bool
) -> None:
    goes = send_at(at, haste, hours, in_digest=in_digest)
    assert at <= goes <= at + WAIT_MAX[haste]


@given(at=MOMENTS, haste=some.sampled_from(Haste), hours=HOURS, in_digest=some.booleans())
def test_it_falls_into_quiet_hours_only_at_its_bound_or_at_once(
    *, at: datetime, haste: Haste, hours: SendingHours, in_digest: bool
) -> None:
    goes = send_at(at, haste, hours, in_digest=in_digest)
    assert not is_quiet(goes, hours) or goes == at + WAIT_MAX[haste]


@given(at=MOMENTS, in_digest=some.booleans())
def test_what_cannot_wait_goes_at_once(*, at: datetime, in_digest: bool) -> None:
    assert send_at(at, Haste.AT_ONCE, USUAL, in_digest=in_digest) == at


@given(at=MOMENTS, haste=some.sampled_from([Haste.SOON, Haste.ORDINARY]))
def test_without_quiet_hours_and_digest_nothing_waits(at: datetime, haste: Haste) -> None:
    assert send_at(at, haste, NEVER_QUIET, in_digest=False) == at


@given(at=MOMENTS)
def test_a_bundle_goes_at_its_hour(at: datetime) -> None:
    goes = send_at(at, Haste.ORDINARY, USUAL, in_digest=True)
    assert local(goes).time() == USUAL.digest_at


@pytest.mark.parametrize(
    ("clock", "goes"),
    [
        ("06:59", at(PLAIN_WEDNESDAY, "07:00")),
        ("07:00", at(PLAIN_WEDNESDAY, "07:00")),
        ("09:10", at(PLAIN_WEDNESDAY, "09:10")),
        ("20:59", at(PLAIN_WEDNESDAY, "20:59")),
    ],
)
def test_an_evening_ends_and_a_morning_begins_to_the_minute(clock: str, goes: datetime) -> None:
    assert send_at(at(PLAIN_WEDNESDAY, clock), Haste.SOON, USUAL, in_digest=True) == goes


def test_what_happens_late_in_the_evening_is_told_in_the_morning() -> None:
    goes = send_at(at(PLAIN_WEDNESDAY, "21:00"), Haste.SOON, USUAL, in_digest=False)
    assert goes == at(PLAIN_WEDNESDAY, "07:00") + timedelta(days=1)


def test_quiet_hours_by_day_are_quiet_by_day() -> None:
    noon = SendingHours(quiet_from=time(11, 30), quiet_until=time(13, 30))
    assert is_quiet(at(PLAIN_WEDNESDAY, "12:00"), noon)
    assert not is_quiet(at(PLAIN_WEDNESDAY, "23:00"), noon)


def test_after_a_week_it_is_no_news() -> None:
    moment = at(PLAIN_FRIDAY, "09:00")
    assert not is_stale(moment - STALE_AFTER, moment)
    assert is_stale(moment - STALE_AFTER - timedelta(seconds=1), moment)
