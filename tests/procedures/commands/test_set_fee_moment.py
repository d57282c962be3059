"""When fees are asked for, from a day on: a new version, nothing rewritten, and kept by later imports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from motcua.kernel.actor import Actor, Door, Role
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.queries import facts_about
from motcua.procedures.commands.set_supplement_policy import set_fee_moment
from motcua.procedures.models import FeeRule, Procedure, ProcedureVersion
from motcua.procedures.queries.details import procedure_detail
from motcua.procedures.queries.policy_plan import AskingWish
from motcua.procedures.rules.content import digest_of
from motcua.procedures.rules.import_report import ImportReport
from motcua.procedures.vocabulary import AskedAt, FeeKind

pytestmark = pytest.mark.django_db

Make = Callable[..., dict[str, Any]]
Run = Callable[..., ImportReport]
FIRST_OF_MAY = date(2026, 5, 1)
COSTLY = [
    {"amount": 50_000, "currency": "VND", "channel": "all", "kind": "lệ phí", "for": None},
    {"amount": 90_000, "currency": "VND", "channel": "all", "kind": "phí", "for": None},
]


@pytest.fixture
def with_the_result(a_record: Make, run_import: Run) -> AskingWish:
    """One procedure in the catalogue, and the wish that it is paid for with the result from 1 May."""
    run_import(a_record(fees=COSTLY))
    return AskingWish(
        asked_at=AskedAt.RETURN, starts_on=FIRST_OF_MAY, procedure_id=Procedure.objects.get().pk
    )


def moments(version: ProcedureVersion) -> dict[str, str]:
    return {fee.kind: str(fee.asked_at) for fee in procedure_detail(version.pk).fees}


def test_the_standing_version_keeps_its_moment_and_the_next_has_the_new_one(
    with_the_result: AskingWish, administrator: Actor, at: datetime
) -> None:
    assert set_fee_moment(actor=administrator, at=at, wish=with_the_result) == 1
    before, after = ProcedureVersion.objects.order_by("id")
    assert set(moments(before).values()) == {"RECEPTION"}
    assert set(moments(after).values()) == {"RETURN"}
    assert (before.valid_until, after.valid_from) == (FIRST_OF_MAY, FIRST_OF_MAY)
    assert after.content_digest == digest_of(procedure_detail(after.pk))
    assert facts_about("procedure", after.procedure_id)[-1].payload["changed_fields"] == ["fees"]


def test_of_two_kinds_one_alone_may_be_paid_later(
    with_the_result: AskingWish, administrator: Actor, at: datetime
) -> None:
    wish = AskingWish(
        asked_at=AskedAt.SUPPLEMENT,
        kind=FeeKind.FEE,
        starts_on=FIRST_OF_MAY,
        procedure_id=with_the_result.procedure_id,
    )
    set_fee_moment(actor=administrator, at=at, wish=wish)
    after = ProcedureVersion.objects.order_by("id")[1]
    assert moments(after) == {"CHARGE": "RECEPTION", "FEE": "SUPPLEMENT"}


def test_saying_the_same_again_publishes_nothing(
    with_the_result: AskingWish, administrator: Actor, at: datetime
) -> None:
    set_fee_moment(actor=administrator, at=at, wish=with_the_result)
    assert set_fee_moment(actor=administrator, at=at, wish=with_the_result) == 0


def test_a_later_import_keeps_what_the_office_has_set(
    with_the_result: AskingWish, administrator: Actor, at: datetime, a_record: Make, run_import: Run
) -> None:
    set_fee_moment(actor=administrator, at=at, wish=with_the_result)
    assert run_import(a_record(fees=COSTLY)).unchanged
    run_import(a_record(fees=COSTLY, name="Tên mới"), valid_from=date(2026, 6, 1))
    last = ProcedureVersion.objects.order_by("-id").first()
    assert last is not None
    assert last.name == "Tên mới"
    assert set(moments(last).values()) == {"RETURN"}


def test_a_document_may_state_the_moment_itself(a_record: Make, run_import: Run) -> None:
    run_import(a_record(fees=[{**fee, "asked_at": "RETURN"} for fee in COSTLY]))
    assert set(FeeRule.objects.values_list("asked_at", flat=True)) == {"RETURN"}


def test_only_who_keeps_the_catalogue_may(with_the_result: AskingWish, at: datetime) -> None:
    desk = Actor(user_id=2, door=Door.PAGE, roles=frozenset({Role.RECEPTION}))
    with pytest.raises(NotPermitted):
        set_fee_moment(actor=desk, at=at, wish=with_the_result)


def test_a_fee_is_frozen_still(with_the_result: AskingWish) -> None:
    with pytest.raises(Exception, match="frozen once published"):
        FeeRule.objects.update(asked_at=AskedAt.RETURN)
