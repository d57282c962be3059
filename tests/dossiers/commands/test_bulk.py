"""Bulk runs: a result for each dossier, each once, whatever is interrupted, repeated or refused."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as some

from motcua.accounts.commands.stand_ins import appoint_stand_in
from motcua.accounts.queries import actor_for_user, officer_id_called
from motcua.dossiers import inputs
from motcua.dossiers.commands import bulk
from motcua.dossiers.commands.bulk import (
    BULK_ACTS,
    BulkSizeFaulty,
    NotForMany,
    begin_bulk,
    work_on,
)
from motcua.dossiers.commands.performing import PERFORMERS
from motcua.dossiers.given import GivenFaulty, plain_given, read_given
from motcua.dossiers.models import BulkItem, BulkRun, Dossier, Result
from motcua.dossiers.queries.bulk import Chosen, bulk_standing, candidates, chosen
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.repeating import RequestKeyReused
from motcua.dossiers.vocabulary import Act, BulkOutcome, Decision, Stage
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.models import Fact
from motcua.ledger.recording import RequestKey
from tests.support.acts import bring, do, holding_of
from tests.support.clock import PLAIN_MORNING
from tests.support.reception import receive
from tests.support.working_office import officer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standing")]
LATER = PLAIN_MORNING + timedelta(minutes=5)
NOTHING = inputs.Nothing()


def begin(by: str, act: Act, given: Any, codes: list[str], **more: Any) -> int:
    actor = officer(by)
    picked = chosen(actor, tuple(codes), act)
    return begin_bulk(actor=actor, at=PLAIN_MORNING, act=act, given=given, chosen=picked, **more)


def outcomes(run_id: int) -> list[str]:
    items = BulkItem.objects.filter(run=run_id).order_by("position")
    return list(items.values_list("outcome", flat=True))


def stages(codes: list[str]) -> list[str]:
    known = dict(Dossier.objects.values_list("code", "stage"))
    return [known[code] for code in codes]


def test_each_dossier_is_acted_on_and_told_of() -> None:
    codes = [receive().code for _number in range(3)]
    run_id = begin("thuly1", Act.START, NOTHING, codes)
    assert work_on(run_id, at=LATER) == 0
    assert stages(codes) == [Stage.PROCESSING] * 3
    standing = bulk_standing(officer("thuly1"), run_id)
    assert (standing.done, standing.refused, standing.is_over) == (3, 0, True)
    assert [result.code for result in standing.results] == codes
    assert standing.finished_at == LATER


def test_a_refused_one_holds_up_nobody_and_says_why() -> None:
    codes = [receive().code for _number in range(3)]
    run_id = begin("thuly1", Act.START, NOTHING, codes)
    do(codes[1], Act.START, NOTHING)
    work_on(run_id, at=LATER)
    assert outcomes(run_id) == ["DONE", "REFUSED", "DONE"]
    refused = bulk_standing(officer("thuly1"), run_id).results[1].refusal
    assert refused is not None
    assert "Hồ sơ đã thay đổi" in sentence(refused)
    assert officer("thuly1").name in sentence(refused)


def test_an_interrupted_run_goes_on_where_it_was() -> None:
    codes = [receive().code for _number in range(3)]
    run_id = begin("thuly1", Act.START, NOTHING, codes)
    assert work_on(run_id, at=PLAIN_MORNING, limit=2) == 1
    assert outcomes(run_id) == ["DONE", "DONE", ""]
    assert not bulk_standing(officer("thuly1"), run_id).is_over
    assert BulkRun.objects.get(pk=run_id).finished_at is None
    assert work_on(run_id, at=LATER) == 0
    assert outcomes(run_id) == ["DONE"] * 3


def test_a_dossier_whose_outcome_was_lost_is_not_acted_on_again() -> None:
    code = receive().code
    run_id = begin("thuly1", Act.NOTE, inputs.Note(text="Gọi cho người nộp"), [code])
    work_on(run_id, at=PLAIN_MORNING)
    BulkItem.objects.filter(run=run_id).update(outcome="")
    work_on(run_id, at=LATER)
    assert outcomes(run_id) == ["DONE"]
    assert Fact.objects.filter(code="dossier.noted").count() == 1


def test_a_fault_of_the_system_is_told_and_the_others_are_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    codes = [receive().code for _number in range(2)]
    run_id = begin("thuly1", Act.START, NOTHING, codes)
    real = bulk.perform

    def breaks_once(asked: Any, act: Act, given: Any) -> Any:
        assert asked.code != codes[0]
        return real(asked, act, given)

    monkeypatch.setattr(bulk, "perform", breaks_once)
    work_on(run_id, at=LATER)
    assert outcomes(run_id) == ["REFUSED", "DONE"]
    assert BulkItem.objects.get(run=run_id, position=1).refusal == "system-fault"


def test_what_another_worker_has_done_is_not_called_refused() -> None:
    code = receive().code
    run_id = begin("thuly1", Act.START, NOTHING, [code])
    item = BulkItem.objects.get(run=run_id)
    work_on(run_id, at=LATER)
    bulk._refused(item, NotFound(kind="dossier"))
    assert outcomes(run_id) == ["DONE"]


def test_the_same_request_begins_one_run() -> None:
    code, key = receive().code, RequestKey(key="page:1:a", digest="x")
    first = begin("thuly1", Act.START, NOTHING, [code], request=key)
    assert begin("thuly1", Act.START, NOTHING, [code], request=key) == first
    assert BulkRun.objects.count() == 1
    with pytest.raises(RequestKeyReused):
        begin("thuly1", Act.START, NOTHING, [code], request=replace(key, digest="y"))


def test_the_key_of_another_person_is_not_taken_for_ones_own() -> None:
    code, key = receive().code, RequestKey(key="page:1:a", digest="x")
    begin("thuly1", Act.NOTE, inputs.Note(text="một"), [code], request=key)
    with pytest.raises(RequestKeyReused):
        begin("truongphong", Act.NOTE, inputs.Note(text="một"), [code], request=key)


def test_rights_are_those_of_the_moment_of_the_work() -> None:
    code = receive().code
    run_id = begin("thuly1", Act.START, NOTHING, [code])
    BulkRun.objects.filter(pk=run_id).update(
        user_id=officer("giamsat").user_id, holding_id=holding_of("giamsat")
    )
    work_on(run_id, at=LATER)
    assert outcomes(run_id) == ["REFUSED"]
    assert stages([code]) == [Stage.RECEIVED]


def test_whoever_may_not_do_the_act_begins_nothing() -> None:
    picked = (Chosen(code=receive().code, version=1),)
    with pytest.raises(NotPermitted):
        begin_bulk(
            actor=officer("giamsat"), at=PLAIN_MORNING, act=Act.START, given=NOTHING, chosen=picked
        )
    assert not BulkRun.objects.exists()


@pytest.mark.parametrize("act", sorted(set(Act) - BULK_ACTS))
def test_acts_done_one_by_one_are_not_for_many(act: Act) -> None:
    with pytest.raises(NotForMany):
        begin("thuly1", act, NOTHING, [receive().code])


@pytest.mark.parametrize("count", [0, bulk.BULK_MAX + 1])
def test_a_run_has_at_least_one_dossier_and_not_too_many(count: int) -> None:
    picked = tuple(Chosen(code=f"X{number}", version=1) for number in range(count))
    with pytest.raises(BulkSizeFaulty):
        begin_bulk(
            actor=officer("thuly1"), at=PLAIN_MORNING, act=Act.START, given=NOTHING, chosen=picked
        )


def test_a_run_is_shown_to_whoever_asked_for_it_only() -> None:
    run_id = begin("thuly1", Act.START, NOTHING, [receive().code])
    with pytest.raises(NotFound):
        bulk_standing(officer("truongphong"), run_id)


def test_a_stand_in_acts_for_whom_he_stands_in() -> None:
    codes = [bring(receive().code, Stage.PROPOSED)]
    clerk = officer("vanthu")
    assert clerk.user_id is not None
    appoint_stand_in(
        actor=officer("lanhdao"),
        at=PLAIN_MORNING,
        absent_holding_id=holding_of("lanhdao"),
        officer_id=officer_id_called("vanthu"),
        valid_from=PLAIN_MORNING,
        valid_until=PLAIN_MORNING + timedelta(days=3),
        reason="Đi công tác",
    )
    actor = actor_for_user(clerk.user_id, LATER, clerk.door, "", holding_id=holding_of("lanhdao"))
    run_id = begin_bulk(
        actor=actor,
        at=PLAIN_MORNING,
        act=Act.DECIDE,
        given=inputs.Decide(decision=Decision.GRANTED),
        chosen=chosen(actor, tuple(codes), Act.DECIDE),
    )
    work_on(run_id, at=LATER)
    assert outcomes(run_id) == ["DONE"]
    fact = Fact.objects.get(code="dossier.decided")
    assert json.loads(fact.actor)["for"] == holding_of("lanhdao")


def test_each_dossier_may_have_values_of_its_own() -> None:
    codes = [bring(receive().code, Stage.DECIDED) for _number in range(2)]
    actor = officer("vanthu")
    picked = tuple(
        replace(one, own={"document_number": f"{number}/GKS"})
        for number, one in enumerate(chosen(actor, tuple(codes), Act.ISSUE_RESULT), start=7)
    )
    given = inputs.IssueResult(document_date=PLAIN_MORNING.date(), subject="Giấy khai sinh")
    run_id = begin_bulk(
        actor=actor, at=PLAIN_MORNING, act=Act.ISSUE_RESULT, given=given, chosen=picked
    )
    work_on(run_id, at=LATER)
    numbers = Result.objects.order_by("dossier__id").values_list("document_number", flat=True)
    assert list(numbers) == ["7/GKS", "8/GKS"]
    assert outcomes(run_id) == [BulkOutcome.DONE] * 2


def test_only_what_may_be_done_now_is_chosen() -> None:
    ready, begun = receive().code, bring(receive().code, Stage.PROCESSING)
    actor = officer("thuly1")
    assert [one.code for one in chosen(actor, (begun, ready, "none"), Act.START)] == [ready]
    assert [one.row.code for one in candidates(actor, (begun, ready, begun))] == [begun, ready]
    assert candidates(officer("thuly2"), (ready,)) == ()


GIVEN = {
    inputs.Nothing: some.builds(inputs.Nothing),
    inputs.Assign: some.builds(inputs.Assign, holding_id=some.integers(1), reason=some.text()),
    inputs.Propose: some.builds(
        inputs.Propose, decision=some.sampled_from(Decision), opinion=some.text()
    ),
    inputs.WithReason: some.builds(inputs.WithReason, reason=some.text()),
    inputs.Decide: some.builds(
        inputs.Decide, decision=some.sampled_from(Decision), grounds=some.text()
    ),
    inputs.IssueResult: some.builds(
        inputs.IssueResult,
        document_number=some.text(),
        document_date=some.none() | some.dates(min_value=date(2020, 1, 1)),
        digests=some.lists(some.text()).map(tuple),
    ),
    inputs.Extend: some.builds(inputs.Extend, to_day=some.dates(), reason=some.text()),
    inputs.Note: some.builds(inputs.Note, text=some.text()),
}


@pytest.mark.parametrize("act", sorted(BULK_ACTS))
@for_any(data=some.data())
def test_the_input_of_an_act_comes_back_as_it_was_kept(act: Act, data: some.DataObject) -> None:
    given = data.draw(GIVEN[PERFORMERS[act].given])
    assert read_given(act, plain_given(given)) == given


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"holding_id": "một"}, "holding_id"),
        ({}, "holding_id"),
        ({"holding_id": 1, "user": 2}, "user"),
    ],
)
def test_values_that_are_no_input_are_refused_by_name(values: dict[str, Any], field: str) -> None:
    with pytest.raises(GivenFaulty) as refused:
        read_given(Act.ASSIGN, values)
    assert refused.value.field == field
