"""One submission, several dossiers: they feed each other, and a failed branch blocks no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.commands.receive_group import GroupMemberRefused
from motcua.dossiers.inputs import (
    Attach,
    CorrectResult,
    Reopen,
    Terminate,
    Withdraw,
    WithReason,
)
from motcua.dossiers.models import Dossier, DossierFile, SubmittedDocument
from motcua.dossiers.proof import disagreements
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.rules.submitted import files
from motcua.dossiers.tallies.proof import tally_flaws
from motcua.dossiers.vocabulary import (
    Act,
    Decision,
    FileIn,
    FileKind,
    Limit,
    Stage,
    TerminationGround,
)
from motcua.interlinked.commands.receive_interlinked import receive_interlinked
from motcua.interlinked.inputs import MemberInput
from motcua.interlinked.models import AwaitedResult, Submission, SubmissionMember
from motcua.interlinked.preparing import (
    GroupNotInForce,
    MemberNeeded,
    MembersTooFew,
    MemberUnknown,
    prepare,
)
from motcua.interlinked.rules.merging import HandedIn, paper_key
from motcua.interlinked.vocabulary import AwaitedState
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.caching import forget_all
from motcua.ledger.queries import facts_about
from motcua.ledger.recording import RequestKey
from motcua.ledger.verification import verify
from motcua.worktime.vocabulary import Unit
from tests.support.clock import PLAIN_MORNING
from tests.support.interlinked import (
    BIRTH,
    CARD,
    INSURANCE,
    RESIDENCE,
    a_submission,
    put_up_groups,
    settle,
    settled_by,
    submit,
)
from tests.support.offices import agency_id
from tests.support.working_office import kept_for_a_module, officer, put_up_office

NOON = PLAIN_MORNING + timedelta(hours=2)
NEXT_DAY = PLAIN_MORNING + timedelta(days=1)
DIGEST = "a" * 64
CERTIFICATE = Attach(
    digest=DIGEST,
    name="giay-khai-sinh.pdf",
    media_type="application/pdf",
    size=9,
    kind=FileKind.RESULT,
)


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        put_up_office()
        put_up_groups()
        yield


@pytest.fixture(autouse=True)
def _proved(office: None, db: None) -> Iterator[None]:
    """After each test every fact folds to its row, every chain holds, every figure is right."""
    yield
    forget_all()
    assert list(disagreements()) == []
    assert list(verify()) == []
    assert list(tally_flaws()) == []


def row(ref: DossierRef) -> Dossier:
    return Dossier.objects.get(pk=ref.id)


def places(made: dict[str, DossierRef]) -> dict[str, tuple[str, bool]]:
    return {key: (row(ref).stage, row(ref).awaits_companion) for key, ref in made.items()}


def do(code: str, act: Act, given: Any, *, by: str = "tiepnhan1", at: datetime = NOON) -> None:
    perform(Asked(actor=officer(by, at), at=at, code=code), act, given)


def test_each_member_has_its_dossier_and_those_that_need_a_result_wait() -> None:
    made = submit(BIRTH, RESIDENCE, INSURANCE, CARD)
    assert places(made) == {
        BIRTH: (Stage.RECEIVED, False),
        RESIDENCE: (Stage.IN_TRANSIT, True),
        INSURANCE: (Stage.IN_TRANSIT, True),
        CARD: (Stage.IN_TRANSIT, True),
    }
    assert row(made[RESIDENCE]).competent_agency_id == settled_by(RESIDENCE)
    assert {row(made[key]).group_id for key in (RESIDENCE, INSURANCE, CARD)} == {made[BIRTH].id}
    waits = AwaitedResult.objects.values_list("dossier_id", "feeder_id")
    assert set(waits) == {
        (made[RESIDENCE].id, made[BIRTH].id),
        (made[INSURANCE].id, made[BIRTH].id),
        (made[CARD].id, made[RESIDENCE].id),
    }


def test_the_slip_has_a_date_for_each_that_adds_up_along_the_chain() -> None:
    made = submit(BIRTH, RESIDENCE, INSURANCE, CARD)
    expected = dict(SubmissionMember.objects.values_list("key", "expected_at"))
    assert expected[BIRTH] == row(made[BIRTH]).due_at
    assert expected[BIRTH] < expected[RESIDENCE] == expected[INSURANCE] < expected[CARD]
    told = facts_about("dossier", made[CARD].id)[0].payload
    assert datetime.fromisoformat(told["expected_at"]) == expected[CARD]
    assert local_day(expected[RESIDENCE]) - local_day(expected[BIRTH]) == timedelta(days=2)


def test_the_result_goes_on_as_a_file_and_the_next_agency_may_take_it_over() -> None:
    made = submit()
    do(made[BIRTH].code, Act.ATTACH, CERTIFICATE)
    settle(made[BIRTH], NOON, digests=(DIGEST,))
    assert places(made)[RESIDENCE] == (Stage.IN_TRANSIT, False)
    files = DossierFile.objects.filter(digest=DIGEST).values_list("dossier_id", flat=True)
    assert set(files) == {one.id for one in made.values()}
    released = facts_about("dossier", made[RESIDENCE].id)[-1]
    assert released.code == "dossier.released"
    assert released.payload["results"][0]["document_number"] == "12/GKS"
    settle(made[RESIDENCE], NEXT_DAY)
    assert row(made[RESIDENCE]).due_at is not None
    assert row(made[RESIDENCE]).stage == Stage.SETTLED


def test_a_corrected_result_goes_to_those_that_had_the_former_but_not_to_one_that_has_ended() -> (
    None
):
    made = submit()
    settle(made[BIRTH], NOON)
    given = Terminate(ground=TerminationGround.OTHER, reason="Đã chuyển đi nơi khác")
    do(made[RESIDENCE].code, Act.TERMINATE, given, by="congan1")
    do(made[BIRTH].code, Act.ATTACH, CERTIFICATE)
    corrected = CorrectResult(reason="Sai chữ đệm", document_number="13/GKS", digests=(DIGEST,))
    do(made[BIRTH].code, Act.CORRECT_RESULT, corrected, by="lanhdao")
    files = DossierFile.objects.filter(digest=DIGEST).values_list("dossier_id", flat=True)
    assert set(files) == {made[BIRTH].id, made[INSURANCE].id}


def test_a_dependent_that_holds_no_more_files_keeps_no_result_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = submit()
    do(made[BIRTH].code, Act.ATTACH, CERTIFICATE)
    monkeypatch.setattr(files, "FILES_MAX", 0)
    settle(made[BIRTH], NOON, digests=(DIGEST,))
    assert places(made)[BIRTH][0] == Stage.SETTLED
    assert places(made)[RESIDENCE] == (Stage.IN_TRANSIT, False)
    assert not DossierFile.objects.filter(dossier=made[RESIDENCE].id).exists()
    told = facts_about("dossier", made[RESIDENCE].id)
    notes = [one.payload["text"] for one in told if one.code == "dossier.noted"]
    assert len(notes) == 1
    assert "giay-khai-sinh.pdf" in notes[0]


def test_one_that_is_refused_stops_those_that_need_it_and_no_other() -> None:
    made = submit(BIRTH, RESIDENCE, INSURANCE, CARD)
    settle(made[BIRTH], NOON)
    settle(made[RESIDENCE], NEXT_DAY, decision=Decision.DECLINED)
    settle(made[INSURANCE], NEXT_DAY)
    assert places(made) == {
        BIRTH: (Stage.SETTLED, False),
        RESIDENCE: (Stage.SETTLED, False),
        INSURANCE: (Stage.SETTLED, False),
        CARD: (Stage.IN_TRANSIT, True),
    }
    told = AwaitedResult.objects.get(dossier=made[CARD].id)
    assert (told.state, told.reason) == (AwaitedState.FAILED, "DECLINED")


def test_a_failure_goes_down_the_whole_branch_at_once() -> None:
    made = submit(BIRTH, RESIDENCE, INSURANCE, CARD)
    do(made[BIRTH].code, Act.WITHDRAW, Withdraw(reason="Thôi"))
    assert places(made) == {
        BIRTH: (Stage.WITHDRAWN, False),
        RESIDENCE: (Stage.TERMINATED, False),
        INSURANCE: (Stage.TERMINATED, False),
        CARD: (Stage.IN_TRANSIT, True),
    }
    stopped = facts_about("dossier", made[RESIDENCE].id)[-1].payload
    assert made[BIRTH].code in stopped["reason"]


def test_who_was_asked_lets_it_go_on_without_and_then_it_is_taken_over() -> None:
    made = submit(BIRTH, RESIDENCE, CARD)
    do(made[RESIDENCE].code, Act.WITHDRAW, Withdraw(reason="Chưa có chỗ ở"))
    assert places(made)[CARD] == (Stage.IN_TRANSIT, True)
    do(made[CARD].code, Act.RELEASE, WithReason(reason="Trẻ đã có nơi thường trú"))
    settle(made[CARD], NEXT_DAY)
    assert row(made[CARD]).stage == Stage.SETTLED


def test_a_feeder_taken_up_again_is_awaited_again() -> None:
    made = submit(BIRTH, RESIDENCE, CARD)
    do(made[RESIDENCE].code, Act.WITHDRAW, Withdraw(reason="Nhầm"))
    reopened = Reopen(ground="Đơn đề nghị", reason="Rút nhầm")
    do(made[RESIDENCE].code, Act.REOPEN, reopened, by="congan1")
    told = AwaitedResult.objects.get(dossier=made[CARD].id)
    assert (told.state, told.reason, told.settled_at) == (AwaitedState.WAITING, "", None)


def test_one_of_the_own_agency_begins_by_itself_when_its_turn_comes() -> None:
    death, burial_cost = a_submission("1.000656", "1.001731", group="2.002913").members
    ten_days = Limit(unit=Unit.WORKING_DAYS, value=Decimal(10))
    members = (death, replace(burial_cost, typed_limit=ten_days))
    given = replace(a_submission(group="2.002913"), members=members)
    refs = receive_interlinked(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given)
    burial = Dossier.objects.get(pk=refs[1].id)
    assert (burial.stage, burial.awaits_companion, burial.due_at) == (Stage.IN_TRANSIT, True, None)
    settle(refs[0], NOON)
    burial.refresh_from_db()
    assert (burial.stage, burial.awaits_companion) == (Stage.RECEIVED, False)
    assert burial.due_at is not None
    assert burial.unit_id is not None


def test_papers_are_asked_once_and_each_dossier_has_what_is_its_own() -> None:
    given = a_submission(BIRTH, RESIDENCE, INSURANCE)
    ready = prepare(agency_id=agency_id(), given=given, day=local_day(PLAIN_MORNING))
    keys = [paper.key for paper in ready.papers]
    assert len(keys) == len(set(keys))
    scan = FileIn(digest="b" * 64, name="scan.pdf", media_type="application/pdf", size=9)
    handed_in = {paper.key: HandedIn(originals=1) for paper in ready.papers}
    given = replace(
        given,
        handed_in=handed_in,
        files=tuple((key, replace(scan, digest=f"{n:064x}")) for n, key in enumerate(keys)),
    )
    refs = receive_interlinked(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given)
    ids = [one.id for one in refs]
    held = SubmittedDocument.objects.filter(dossier__in=ids)
    askings = [one for paper in ready.papers for one in paper.askings]
    assert sorted(held.values_list("required_document_id", flat=True)) == sorted(
        one.document_id for one in askings
    )
    assert sum(held.values_list("originals", flat=True)) == len(keys)
    pairs = {(one.member, paper_key(one.name)) for one in askings}
    assert DossierFile.objects.filter(dossier__in=ids).count() == len(pairs)


def test_fees_are_those_of_the_members_each_once() -> None:
    given = a_submission()
    ready = prepare(agency_id=agency_id(), given=given, day=local_day(PLAIN_MORNING))
    refs = receive_interlinked(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given)
    kept = Dossier.objects.filter(pk__in=[one.id for one in refs])
    assert ready.fees(given).total_vnd == sum(kept.values_list("fee_total_vnd", flat=True))


def test_the_same_request_receives_once() -> None:
    key = RequestKey(key="k1", digest="d" * 64)
    given, actor = a_submission(), officer("tiepnhan1")
    first = receive_interlinked(actor=actor, at=PLAIN_MORNING, given=given, request=key)
    again = receive_interlinked(actor=actor, at=PLAIN_MORNING, given=given, request=key)
    assert [one.code for one in first] == [one.code for one in again]
    assert Submission.objects.count() == 1


def test_one_that_cannot_be_received_keeps_all_out() -> None:
    with pytest.raises(GroupMemberRefused):
        receive_interlinked(
            actor=officer("tiepnhan1"),
            at=PLAIN_MORNING,
            given=a_submission(complete_confirmed=False),
        )
    assert not Submission.objects.exists()


def test_what_is_no_choice_of_members_is_refused() -> None:
    actor = officer("tiepnhan1")
    given = a_submission()
    stranger = MemberInput(key="x", agency_id=agency_id())
    cases = (
        (replace(given, version_id=0), GroupNotInForce),
        (replace(given, members=(*given.members, stranger)), MemberUnknown),
        (replace(given, members=(*given.members, given.members[1])), MemberUnknown),
        (replace(given, members=given.members[1:]), MemberNeeded),
        (replace(given, members=given.members[:1]), MembersTooFew),
    )
    for wrong, refusal in cases:
        with pytest.raises(refusal):
            receive_interlinked(actor=actor, at=PLAIN_MORNING, given=wrong)


def test_who_receives_nothing_receives_no_group() -> None:
    with pytest.raises(NotPermitted):
        receive_interlinked(actor=officer("thuly1"), at=PLAIN_MORNING, given=a_submission())
