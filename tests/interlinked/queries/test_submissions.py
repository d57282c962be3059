"""What is asked of the database to show a group: the same however many dossiers it has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.ending import withdraw_dossier
from motcua.dossiers.inputs import Withdraw
from motcua.interlinked.queries.submissions import (
    is_submitted,
    submission_around,
    submission_of,
    to_decide,
)
from motcua.interlinked.vocabulary import AwaitedState
from motcua.kernel.verdict import NotFound
from motcua.ledger.caching import one_revision
from tests.support.clock import PLAIN_MORNING
from tests.support.interlinked import BIRTH, CARD, INSURANCE, RESIDENCE, put_up_groups, submit
from tests.support.reception import receive
from tests.support.working_office import kept_for_a_module, officer, put_up_office

SUBMISSION_QUERIES = 4
ALONE_QUERIES = 1


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        put_up_office()
        put_up_groups()
        yield


pytestmark = [pytest.mark.usefixtures("office"), pytest.mark.django_db]


def cost(keys: tuple[str, ...]) -> int:
    """Of showing a submission, the catalogue in memory."""
    made = submit(*keys)
    actor = officer("tiepnhan1")
    with one_revision():
        submission_of(actor, made[BIRTH].code)
        with CaptureQueriesContext(connection) as asked:
            submission_of(actor, made[BIRTH].code)
    return len(asked)


def test_a_submission_costs_the_same_however_many_dossiers_it_has() -> None:
    assert cost((BIRTH, RESIDENCE)) == SUBMISSION_QUERIES
    assert cost((BIRTH, RESIDENCE, INSURANCE, CARD)) == SUBMISSION_QUERIES


def test_of_a_dossier_that_came_alone_one_question_is_asked() -> None:
    alone = receive(actor=officer("tiepnhan1"))
    actor = officer("tiepnhan1")
    with CaptureQueriesContext(connection) as asked:
        assert submission_around(actor, alone.id) is None
    assert len(asked) == ALONE_QUERIES
    assert not is_submitted(alone.id)
    with pytest.raises(NotFound):
        submission_of(actor, alone.code)


def test_each_sees_the_dossiers_that_are_his_and_that_the_others_are_there() -> None:
    made = submit(BIRTH, RESIDENCE, INSURANCE)
    whole = submission_of(officer("tiepnhan1"), made[RESIDENCE].code)
    assert all(one.is_seen for one in whole.members)
    assert whole.last_at is not None
    part = submission_of(officer("congan1"), made[RESIDENCE].code)
    assert [one.key for one in part.members if one.is_seen] == [RESIDENCE]
    hidden = next(one for one in part.members if one.key == BIRTH)
    assert (hidden.code, hidden.stage, hidden.due_at, hidden.decision) == ("", None, None, "")
    assert part.last_at is None
    with pytest.raises(NotFound):
        submission_of(officer("congan1"), made[BIRTH].code)


def test_what_somebody_has_to_decide_is_listed_for_those_who_may() -> None:
    made = submit(BIRTH, RESIDENCE, CARD)
    asked = Asked(actor=officer("congan1"), at=PLAIN_MORNING, code=made[RESIDENCE].code)
    assert to_decide(officer("tiepnhan1")) == ()
    withdraw_dossier(asked, Withdraw(reason="Chưa có chỗ ở"))
    assert [one.code for one in to_decide(officer("tiepnhan1"))] == [made[CARD].code]
    assert to_decide(officer("baohiem1")) == ()
    assert to_decide(officer("thuly1")) == ()
    shown = submission_of(officer("tiepnhan1"), made[CARD].code)
    card = next(one for one in shown.members if one.key == CARD)
    assert card.must_be_decided
    assert [one.state for one in card.waits_for] == [AwaitedState.FAILED]
