"""A citizen sends a group by web: registered as one at the desk, received as one, with what was sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.commands.receive_group import GroupMemberRefused
from motcua.dossiers.inputs import Accept, WithReason
from motcua.dossiers.models import Dossier
from motcua.dossiers.proof import disagreements
from motcua.dossiers.queries.to_receive import waiting_to_be_received
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.tallies.proof import tally_flaws
from motcua.dossiers.vocabulary import Act, Stage
from motcua.interlinked.commands.accept_submission import (
    AcceptGroup,
    NothingToReceive,
    accept_submission,
)
from motcua.interlinked.commands.file_interlinked import MemberNotHere, file_interlinked
from motcua.interlinked.inputs import SubmissionInput
from motcua.interlinked.models import Submission, SubmissionMember
from motcua.interlinked.queries.waiting import waiting_submission
from motcua.interlinked.rules.merging import HandedIn, paper_key
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.caching import forget_all
from motcua.ledger.queries import facts_about
from motcua.ledger.recording import RequestKey
from motcua.ledger.verification import verify
from motcua.procedures.vocabulary import Channel
from tests.support.citizens import a_citizen, citizen_actor
from tests.support.clock import PLAIN_MORNING
from tests.support.declaring import a_declaration, publish_forms
from tests.support.interlinked import (
    BIRTH,
    CARD,
    INSURANCE,
    POLICE_AGENCY,
    RESIDENCE,
    a_submission,
    put_up_groups,
    seat_members,
    settle,
)
from tests.support.offices import agency_id
from tests.support.working_office import kept_for_a_module, officer, put_up_office

NEXT_DAY = PLAIN_MORNING + timedelta(days=1)
ALL = frozenset({BIRTH, RESIDENCE, INSURANCE, CARD})


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        put_up_office()
        put_up_groups()
        seat_members()
        publish_forms(BIRTH)
        yield


@pytest.fixture(autouse=True)
def _proved(office: None, db: None) -> Iterator[None]:
    """After each test every fact folds to its row, every chain holds, every figure is right."""
    yield
    forget_all()
    assert list(disagreements()) == []
    assert list(verify()) == []
    assert list(tally_flaws()) == []


@pytest.fixture
def lan() -> Actor:
    return citizen_actor(a_citizen())


def asked_for(*keys: str) -> SubmissionInput:
    given = a_submission(*keys, complete_confirmed=False, channel=Channel.ONLINE)
    head, *others = given.members
    return replace(given, members=(replace(head, declared=a_declaration()), *others))


def sent(
    lan: Actor, *keys: str, request: RequestKey | None = None, **changes: Any
) -> dict[str, DossierRef]:
    refs = file_interlinked(
        actor=lan,
        at=PLAIN_MORNING,
        agency_id=agency_id(),
        given=replace(asked_for(*keys), **changes),
        request=request,
    )
    rows = SubmissionMember.objects.filter(dossier__in=[one.id for one in refs])
    keys_of = dict(rows.values_list("dossier_id", "key"))
    return {keys_of[one.id]: one for one in refs}


def received(code: str, at: datetime = NEXT_DAY, by: str = "tiepnhan1", **more: Any) -> list[str]:
    refs = accept_submission(
        actor=officer(by, at),
        at=at,
        code=code,
        given=more.pop("given", AcceptGroup(confirmed=ALL)),
        **more,
    )
    return [one.code for one in refs]


def places(made: dict[str, DossierRef]) -> dict[str, tuple[str, bool]]:
    rows = {key: Dossier.objects.get(pk=ref.id) for key, ref in made.items()}
    return {key: (row.stage, row.awaits_companion) for key, row in rows.items()}


def test_all_wait_at_the_desk_to_which_they_were_sent_with_no_date_running(lan: Actor) -> None:
    made = sent(lan, BIRTH, RESIDENCE, INSURANCE)
    rows = Dossier.objects.filter(pk__in=[one.id for one in made.values()])
    assert set(rows.values_list("stage", "agency_id", "due_at", "channel")) == {
        (str(Stage.REGISTERED), agency_id(), None, "ONLINE")
    }
    competent = set(rows.values_list("competent_agency__slug", flat=True))
    assert POLICE_AGENCY in competent
    assert len(competent) == 3
    assert Submission.objects.get().head_id == made[BIRTH].id


def test_the_desk_receives_them_at_once_and_those_that_wait_wait(lan: Actor) -> None:
    made = sent(lan, BIRTH, RESIDENCE, INSURANCE, CARD)
    assert received(made[RESIDENCE].code) == [one.code for one in made.values()]
    assert places(made) == {
        BIRTH: (Stage.RECEIVED, False),
        RESIDENCE: (Stage.IN_TRANSIT, True),
        INSURANCE: (Stage.IN_TRANSIT, True),
        CARD: (Stage.IN_TRANSIT, True),
    }


def test_dates_are_counted_from_reception_and_told_in_the_facts(lan: Actor) -> None:
    made = sent(lan, BIRTH, RESIDENCE, CARD)
    before = dict(SubmissionMember.objects.values_list("key", "expected_at"))
    received(made[BIRTH].code)
    after = dict(SubmissionMember.objects.values_list("key", "expected_at"))
    assert all(after[key] > before[key] for key in after)
    assert after[BIRTH] == Dossier.objects.get(pk=made[BIRTH].id).due_at
    told = facts_about("dossier", made[CARD].id)[-1]
    assert told.code == "dossier.accepted"
    assert datetime.fromisoformat(told.payload["expected_at"]) == after[CARD]


def test_the_limit_of_the_group_holds_also_for_one_that_is_received_alone(lan: Actor) -> None:
    made = sent(lan, BIRTH, RESIDENCE)
    asked = Asked(actor=officer("tiepnhan1", NEXT_DAY), at=NEXT_DAY, code=made[BIRTH].code)
    perform(asked, Act.RECEIVE, Accept(complete_confirmed=True))
    alone = Dossier.objects.get(pk=made[BIRTH].id)
    assert alone.due_at is not None
    assert alone.due_at.date() == NEXT_DAY.date()
    assert received(made[BIRTH].code) == [made[RESIDENCE].code]


def test_the_result_feeds_the_next_as_in_a_group_received_at_the_desk(lan: Actor) -> None:
    made = sent(lan, BIRTH, RESIDENCE)
    received(made[BIRTH].code)
    settle(made[BIRTH], NEXT_DAY)
    settle(made[RESIDENCE], NEXT_DAY + timedelta(days=1))
    assert set(places(made).values()) == {(Stage.SETTLED, False)}


def test_one_whose_feeder_was_not_received_stops_when_it_is_received(lan: Actor) -> None:
    made = sent(lan, BIRTH, RESIDENCE)
    asked = Asked(actor=officer("tiepnhan1", NEXT_DAY), at=NEXT_DAY, code=made[BIRTH].code)
    perform(asked, Act.REFUSE_RECEPTION, WithReason(reason="Đã đăng ký rồi"))
    assert received(made[BIRTH].code) == [made[RESIDENCE].code]
    assert places(made)[RESIDENCE][0] == Stage.TERMINATED


def test_what_came_is_each_ones_own_and_what_will_be_brought_is_not_counted(lan: Actor) -> None:
    name = "Giấy chứng sinh"
    made = sent(
        lan,
        BIRTH,
        INSURANCE,
        handed_in={paper_key(name): HandedIn(copies=1, is_electronic=True)},
    )
    waiting = waiting_submission(officer("tiepnhan1", NEXT_DAY), NEXT_DAY, made[BIRTH].code)
    assert name not in waiting.member(BIRTH).lacking
    assert waiting.member(INSURANCE).lacking


def test_missing_papers_are_looked_at_one_procedure_at_a_time(lan: Actor) -> None:
    made = sent(lan, BIRTH, INSURANCE)
    with pytest.raises(GroupMemberRefused) as refused:
        received(made[BIRTH].code, given=AcceptGroup(confirmed=frozenset({BIRTH})))
    assert (refused.value.place, refused.value.problem.code) == (2, "papers-missing")
    assert {stage for stage, _awaits in places(made).values()} == {Stage.REGISTERED}


def test_the_same_request_files_once_and_receives_once(lan: Actor) -> None:
    key = RequestKey(key="g1", digest="d" * 64)
    first, again = (sent(lan, BIRTH, RESIDENCE, request=key) for _time in range(2))
    assert [one.code for one in first.values()] == [one.code for one in again.values()]
    assert Submission.objects.count() == 1
    taken = RequestKey(key="r1", digest="e" * 64)
    assert received(first[BIRTH].code, request=taken)[0] == first[BIRTH].code
    assert received(first[BIRTH].code, request=taken)[0] == first[BIRTH].code
    with pytest.raises(NothingToReceive):
        received(first[BIRTH].code)


def test_who_settles_what_is_not_the_citizens_to_say(lan: Actor) -> None:
    given = asked_for(BIRTH, RESIDENCE)
    moved = tuple(replace(one, agency_id=agency_id()) for one in given.members)
    with pytest.raises(MemberNotHere):
        file_interlinked(
            actor=lan,
            at=PLAIN_MORNING,
            agency_id=agency_id(),
            given=replace(given, members=moved),
        )
    assert not Dossier.objects.exists()


def test_only_who_receives_at_that_desk_receives_the_group(lan: Actor) -> None:
    made = sent(lan, BIRTH, RESIDENCE)
    with pytest.raises(NotPermitted):
        received(made[BIRTH].code, by="thuly1")
    with pytest.raises(NotFound):
        received(made[RESIDENCE].code, by="congan1")
    assert waiting_to_be_received(officer("congan1", NEXT_DAY)).rows == ()
