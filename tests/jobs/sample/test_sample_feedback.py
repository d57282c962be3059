"""Feedback of the sample office: every sort of ending, in the register as by hand, and called a sample."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest

from motcua.agencies.queries import agency_called
from motcua.agencies.shipped import SAMPLE_AGENCY
from motcua.feedback.models import Petition, PetitionStep
from motcua.feedback.proof import petition_flaws
from motcua.feedback.queries.figures import answered_on_time
from motcua.feedback.vocabulary import Act, Channel, Kind, Publication, State
from motcua.jobs.sample.feedback import SAMPLE, TOLD, tell_feedback
from motcua.ledger.verification import verify
from tests.support.clock import at
from tests.support.fresh import fresh_answers  # noqa: F401
from tests.support.working_office import kept_for_a_module, put_up_office


@pytest.fixture(scope="module")
def _office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The office of the tests, put up once for the tests of this module."""
    with kept_for_a_module(django_db_blocker):
        put_up_office()
        yield


pytestmark = pytest.mark.usefixtures("_office", "db")


@pytest.mark.parametrize(
    "moment",
    [
        at(date(2026, 6, 10), "10:20"),
        at(date(2026, 3, 1), "23:50"),  # soon after Tết, a Sunday
        at(date(2026, 9, 1), "00:10"),
    ],
    ids=str,
)
def test_it_comes_to_every_ending_at_any_moment(moment: datetime) -> None:
    sample = agency_called(SAMPLE_AGENCY, moment.date())
    assert sample is not None
    assert tell_feedback(at=moment, agency_id=sample.id) == len(TOLD)
    rows = list(Petition.objects.order_by("number"))
    assert [*petition_flaws(), *verify()] == []
    assert all(one.title.startswith(SAMPLE) for one in rows)
    assert all(one.received_at <= moment for one in rows)
    assert not PetitionStep.objects.filter(at__gt=moment).exists()
    states = Counter(one.state for one in rows)
    assert states[State.ANSWERED] == 9
    assert {State.SENT, State.HANDLING, State.CLOSED, State.REFUSED, State.FORWARDED} <= set(states)
    assert {one.kind for one in rows} == set(Kind)
    assert {one.channel for one in rows} == set(Channel) - {Channel.EMAIL}
    assert sum(one.publication == Publication.PUBLISHED for one in rows) == 4
    assert sum(one.is_anonymous for one in rows) == 1
    late = answered_on_time({sample.id}, date(2020, 1, 1), moment.date(), moment)[sample.id]
    assert late == (7, 10), "two answered late, one open and late"
    assert PetitionStep.objects.filter(act=Act.RATE).count() == 6
