"""Deciding, issuing, handing over, correcting; ending without a result and taking up again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from motcua.dossiers.inputs import (
    CorrectResult,
    Decide,
    IssueResult,
    Reopen,
    ReturnResult,
    Terminate,
    Withdraw,
)
from motcua.dossiers.rules.decision import (
    AuthorityToCollectMissing,
    DateAhead,
    FileNotAttached,
    RecipientMissing,
    correct,
    decide,
    issue,
    return_result,
)
from motcua.dossiers.rules.ending import (
    GroundDoesNotFit,
    NeverReceived,
    RefundTooMuch,
    reopen,
    terminate,
    withdraw,
)
from motcua.dossiers.rules.facts import ReasonMissing
from motcua.dossiers.vocabulary import Decision, Stage, TerminationGround, Timeliness
from motcua.kernel.clock import local
from tests.support.clock import at
from tests.support.lives import OWNER, facts

NOW = at(date(2026, 6, 15), "10:00")
LATE = at(date(2026, 6, 19), "10:00")
SIGNATORY = {"decided_by": "Đặng Thị Bích Vân", "decided_by_title": "Phó Chủ tịch"}


def test_declining_needs_grounds_and_granting_needs_none() -> None:
    with pytest.raises(ReasonMissing):
        decide(facts(), Decide(decision=Decision.DECLINED), signatory=SIGNATORY, at=NOW)
    granted = decide(facts(), Decide(decision=Decision.GRANTED), signatory=SIGNATORY, at=NOW)
    assert (granted.stage, granted.result["seq"]) == (Stage.DECIDED, 1)


@pytest.mark.parametrize(
    ("moment", "expected"), [(NOW, Timeliness.EARLY), (LATE, Timeliness.OVERDUE)]
)
def test_a_dossier_ends_when_its_result_is_issued(moment: date, expected: Timeliness) -> None:
    event = issue(facts(Stage.DECIDED, result_count=1), IssueResult(), moment)  # type: ignore[arg-type]
    assert event.changes == {"ended_at": moment, "timeliness": expected}


def test_collecting_late_makes_nobody_late() -> None:
    settled = facts(Stage.SETTLED, ended_at=NOW, result_count=1)
    months_later = NOW + timedelta(days=90)
    event = return_result(settled, ReturnResult(recipient_name=OWNER.name), months_later)
    assert event.changes == {"returned_at": months_later}


def test_a_result_bears_no_date_to_come_and_only_files_of_the_dossier() -> None:
    decided = facts(Stage.DECIDED, result_count=1, file_digests=frozenset({"a"}))
    with pytest.raises(DateAhead):
        issue(decided, IssueResult(document_date=date(2026, 6, 16)), NOW)
    with pytest.raises(FileNotAttached):
        issue(decided, IssueResult(digests=("b",)), NOW)
    assert issue(decided, IssueResult(digests=("a",)), NOW).result["digests"] == ["a"]


@pytest.mark.parametrize(
    ("name", "authority", "refusal"),
    [(" ", "", RecipientMissing), ("Trần Văn Nam", "", AuthorityToCollectMissing)],
)
def test_the_result_goes_to_somebody_entitled(
    name: str, authority: str, refusal: type[Exception]
) -> None:
    settled = facts(Stage.SETTLED, ended_at=NOW)
    with pytest.raises(refusal):
        return_result(settled, ReturnResult(recipient_name=name, authority=authority), NOW)


@pytest.mark.parametrize("name", [OWNER.name, "NGUYEN THI HONG NHUNG"])
def test_the_owner_needs_no_authority_however_the_name_is_typed(name: str) -> None:
    settled = facts(Stage.SETTLED, ended_at=NOW)
    event = return_result(settled, ReturnResult(recipient_name=name), NOW)
    assert event.stage == Stage.RETURNED


def test_a_corrected_result_is_linked_and_does_not_change_when_it_ended() -> None:
    returned = facts(Stage.RETURNED, ended_at=NOW, result_count=1, decision=Decision.GRANTED)
    event = correct(returned, CorrectResult(reason="Sai tên"), signatory=SIGNATORY, at=LATE)
    assert (event.result["seq"], event.result["replaces_seq"]) == (2, 1)
    assert event.changes == {"returned_at": None}


def test_a_withdrawn_dossier_ends_there_and_stopping_it_later_changes_nothing() -> None:
    event = withdraw(facts(), Withdraw(reason="Không cần nữa"), NOW)
    assert event.changes == {"ended_at": NOW, "timeliness": Timeliness.EARLY}
    assert event.asked_by == OWNER.name
    stopped = terminate(
        facts(Stage.WITHDRAWN, ended_at=NOW),
        Terminate(ground=TerminationGround.WITHDRAWN, reason="Theo đơn"),
        fee_total_vnd=0,
        at=LATE,
    )
    assert stopped.changes == {}


@pytest.mark.parametrize("stage", [Stage.PROCESSING, Stage.WITHDRAWN])
def test_a_dossier_is_stopped_on_the_ground_of_what_has_happened(stage: Stage) -> None:
    given = Terminate(ground=TerminationGround.NOT_COMPLETED, reason="Không bổ sung")
    with pytest.raises(GroundDoesNotFit):
        terminate(facts(stage), given, fee_total_vnd=0, at=NOW)
    waiting = facts(Stage.SUPPLEMENT_REQUESTED, due_at=None)
    event = terminate(waiting, given, fee_total_vnd=0, at=NOW)
    assert event.changes["timeliness"] == Timeliness.ON_TIME


def test_no_more_is_given_back_than_was_owed() -> None:
    given = Terminate(ground=TerminationGround.OTHER, reason="x", fee_refund_vnd=10_001)
    with pytest.raises(RefundTooMuch):
        terminate(facts(), given, fee_total_vnd=10_000, at=NOW)


def test_a_reopened_dossier_counts_again_from_then() -> None:
    ended = facts(Stage.RETURNED, ended_at=NOW, result_count=1)
    event = reopen(ended, Reopen(ground="Bản án 12/2026/HC-ST", reason="Hủy quyết định"), LATE)
    assert event.due_at is not None
    assert local(event.due_at) == at(date(2026, 6, 26), "17:00")
    assert (event.changes["ended_at"], event.changes["timeliness"]) == (None, "")


def test_what_was_never_received_is_not_reopened() -> None:
    never = facts(Stage.WITHDRAWN, is_accepted=False, ended_at=NOW)
    with pytest.raises(NeverReceived):
        reopen(never, Reopen(ground="x", reason="y"), LATE)
