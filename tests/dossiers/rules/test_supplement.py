"""One full request, item by item; a second needs leave; the clock waits as the procedure says."""

from __future__ import annotations

from datetime import date

import pytest

from motcua.dossiers.inputs import AskedItem, AskToComplete, Supplement, WithReason
from motcua.dossiers.rules.facts import ReasonMissing
from motcua.dossiers.rules.promise import ClockInputs
from motcua.dossiers.rules.supplement import (
    AnswerMissing,
    ItemFaulty,
    ItemsMissing,
    ItemUnknown,
    LeaveNotNeeded,
    SecondSupplementNeedsLeave,
    allow,
    answered_items,
    ask_to_complete,
    request_supplement,
    supplement,
)
from motcua.dossiers.rules.transitions import ActNotAllowed
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.clock import local
from motcua.worktime.vocabulary import PausePolicy
from tests.support.clock import at
from tests.support.lives import CLOCK, asked, facts

ASKED_AT = at(date(2026, 6, 11), "10:00")
ANSWERED_AT = at(date(2026, 6, 15), "09:00")
ITEM = AskedItem(name="Tờ khai", what="Ký tên", why="Chưa ký")
REQUEST = AskToComplete(items=(ITEM, ITEM), reason="Thiếu chữ ký")


@pytest.mark.parametrize(
    ("policy", "waiting", "day"),
    [
        (PausePolicy.RESTART, True, date(2026, 6, 22)),
        (PausePolicy.PAUSE, True, date(2026, 6, 19)),
        (PausePolicy.CONTINUE, False, date(2026, 6, 17)),
    ],
)
def test_the_clock_waits_as_the_procedure_says(
    policy: PausePolicy, waiting: bool, day: date
) -> None:
    event = request_supplement(facts(supplement_policy=policy), REQUEST, holding_id=70, at=ASKED_AT)
    assert (event.due_at is None) is waiting
    assert event.clock is not None
    asking = facts(
        Stage.SUPPLEMENT_REQUESTED,
        clock=ClockInputs.from_plain(event.clock),
        open_request=asked("", ""),
    )
    given = Supplement(answered=(0, 1))
    answer = supplement(asking, given, at=ANSWERED_AT)
    assert answer.stage == Stage.PROCESSING
    assert answer.due_at is not None
    assert local(answer.due_at).date() == day


def test_a_request_is_kept_item_by_item_and_tells_how_late_it_came() -> None:
    event = request_supplement(facts(), REQUEST, holding_id=70, at=ANSWERED_AT)
    assert [item["what"] for item in event.request["items"]] == ["Ký tên", "Ký tên"]
    assert event.working_days_since == 3


def test_a_second_request_needs_leave() -> None:
    once = facts(supplement_count=1)
    with pytest.raises(SecondSupplementNeedsLeave):
        request_supplement(once, REQUEST, holding_id=70, at=ASKED_AT)
    assert allow(once, WithReason(reason="Cần thêm")).changes == {"supplement_allowed": True}
    again = request_supplement(
        facts(supplement_count=1, supplement_allowed=True), REQUEST, holding_id=70, at=ASKED_AT
    )
    assert again.changes == {"supplement_count": 2, "supplement_allowed": False}


@pytest.mark.parametrize("changes", [{}, {"supplement_count": 1, "supplement_allowed": True}])
def test_leave_is_given_only_when_it_is_needed(changes: dict[str, object]) -> None:
    with pytest.raises(LeaveNotNeeded):
        allow(facts(**changes), WithReason(reason="Cần thêm"))


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        (AskToComplete(items=(), reason="Thiếu"), ItemsMissing),
        (AskToComplete(items=(ITEM,), reason=" "), ReasonMissing),
        (AskToComplete(items=(AskedItem(name="", what="x"),), reason="Thiếu"), ItemFaulty),
        (AskToComplete(items=(AskedItem(name="x", what=" "),), reason="Thiếu"), ItemFaulty),
        (AskToComplete(items=(ITEM,) * 51, reason="Thiếu"), ItemFaulty),
    ],
)
def test_a_request_says_what_and_why(given: AskToComplete, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        request_supplement(facts(), given, holding_id=70, at=ASKED_AT)
    with pytest.raises(refusal):
        ask_to_complete(facts(Stage.REGISTERED, is_accepted=False), given, ASKED_AT)


def test_whoever_asks_for_nobodys_dossier_has_it_from_then_on() -> None:
    event = request_supplement(facts(assignee_id=None), REQUEST, holding_id=71, at=ASKED_AT)
    assert event.changes["assignee_id"] == 71


def test_the_dossier_waits_until_every_item_is_settled() -> None:
    asking = facts(Stage.SUPPLEMENT_REQUESTED, open_request=asked("ANSWERED", "", ""))
    partly = supplement(asking, Supplement(answered=(1,)), at=ANSWERED_AT)
    assert (partly.stage, partly.is_complete, partly.clock) == (
        Stage.SUPPLEMENT_REQUESTED,
        False,
        None,
    )
    wholly = Supplement(answered=(1,), waived=(2,), note="Đã có trong cơ sở dữ liệu")
    assert supplement(asking, wholly, at=ANSWERED_AT).is_complete


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        (Supplement(), AnswerMissing),
        (Supplement(answered=(0,)), ItemUnknown),
        (Supplement(answered=(9,)), ItemUnknown),
        (Supplement(waived=(1,)), ReasonMissing),
    ],
)
def test_an_answer_names_items_that_wait(given: Supplement, refusal: type[Exception]) -> None:
    asking = facts(Stage.SUPPLEMENT_REQUESTED, open_request=asked("ANSWERED", ""))
    with pytest.raises(refusal):
        supplement(asking, given, at=ANSWERED_AT)


def test_before_reception_no_clock_runs() -> None:
    waiting = facts(
        Stage.COMPLETION_ASKED, is_accepted=False, open_request=asked("", before_reception=True)
    )
    event = supplement(waiting, Supplement(answered=(0,)), at=ANSWERED_AT)
    assert (event.stage, event.clock) == (Stage.REGISTERED, None)


def test_what_waits_for_the_applicant_cannot_be_asked_for_again() -> None:
    with pytest.raises(ActNotAllowed):
        request_supplement(facts(Stage.SUPPLEMENT_REQUESTED), REQUEST, holding_id=70, at=ASKED_AT)


def test_each_item_says_how_it_was_settled() -> None:
    items = [{"name": name} for name in "abc"]
    settled = answered_items(items, (0,), (2,))
    assert [item.get("state") for item in settled] == ["ANSWERED", None, "WAIVED"]


def test_the_clock_is_that_of_the_facts() -> None:
    event = request_supplement(facts(), REQUEST, holding_id=70, at=ASKED_AT)
    assert event.clock is not None
    kept = ClockInputs.from_plain(event.clock)
    assert kept == CLOCK.paused(ASKED_AT, PausePolicy.RESTART, "Thiếu chữ ký")
