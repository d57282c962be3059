"""The supplement policy from a day on: a new version, nothing rewritten, and kept by later imports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from motcua.kernel.actor import Actor, Door, Role
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.queries import facts_about
from motcua.procedures.commands.set_supplement_policy import set_supplement_policy
from motcua.procedures.models import Procedure, ProcedureVersion
from motcua.procedures.queries.details import procedure_detail
from motcua.procedures.queries.policy_plan import (
    PolicyForNothing,
    PolicyStartsTooEarly,
    PolicyWish,
    plan_policy,
)
from motcua.procedures.rules.content import digest_of
from motcua.procedures.rules.import_report import ImportReport
from motcua.worktime.vocabulary import PausePolicy

pytestmark = pytest.mark.django_db

Make = Callable[..., dict[str, Any]]
Run = Callable[..., ImportReport]
FIRST_OF_MAY = date(2026, 5, 1)


@pytest.fixture
def pause(a_record: Make, run_import: Run) -> PolicyWish:
    """One procedure in the catalogue, and the wish that its limit pauses from 1 May."""
    run_import(a_record())
    return PolicyWish(
        policy=PausePolicy.PAUSE, starts_on=FIRST_OF_MAY, procedure_id=Procedure.objects.get().pk
    )


def test_the_standing_version_ends_where_the_next_begins(
    pause: PolicyWish, administrator: Actor, at: datetime
) -> None:
    assert set_supplement_policy(actor=administrator, at=at, wish=pause) == 1
    before, after = ProcedureVersion.objects.order_by("id")
    assert (before.supplement_policy, before.valid_until) == ("RESTART", FIRST_OF_MAY)
    assert (after.supplement_policy, after.valid_from) == ("PAUSE", FIRST_OF_MAY)
    (*_, closed, published) = facts_about("procedure", after.procedure_id)
    assert closed.code == "procedure.version-closed"
    assert published.payload["changed_fields"] == ["supplement_policy"]


def test_everything_else_is_said_as_before(
    pause: PolicyWish, administrator: Actor, at: datetime
) -> None:
    set_supplement_policy(actor=administrator, at=at, wish=pause)
    before, after = (procedure_detail(row.pk) for row in ProcedureVersion.objects.order_by("id"))
    assert after.variants == before.variants
    assert (after.limits, after.fees) == (before.limits, before.fees)
    assert after.content_digest == digest_of(after)


def test_the_same_wish_again_changes_nothing(
    pause: PolicyWish, administrator: Actor, at: datetime
) -> None:
    set_supplement_policy(actor=administrator, at=at, wish=pause)
    assert set_supplement_policy(actor=administrator, at=at, wish=pause) == 0
    assert ProcedureVersion.objects.count() == 2


def test_a_version_still_to_come_is_withdrawn_and_published_again(
    pause: PolicyWish, administrator: Actor, at: datetime, a_record: Make, run_import: Run
) -> None:
    in_june = date(2026, 6, 1)
    run_import(a_record(name="Đăng ký khai sinh"), valid_from=in_june)
    assert set_supplement_policy(actor=administrator, at=at, wish=pause) == 2
    alive = [
        (row.valid_from, row.supplement_policy)
        for row in ProcedureVersion.objects.order_by("valid_from", "id")
        if row.valid_until != row.valid_from
    ]
    assert alive[1:] == [(FIRST_OF_MAY, "PAUSE"), (in_june, "PAUSE")]


def test_a_later_import_keeps_what_the_office_has_set(
    pause: PolicyWish, administrator: Actor, at: datetime, a_record: Make, run_import: Run
) -> None:
    set_supplement_policy(actor=administrator, at=at, wish=pause)
    assert run_import(a_record()).unchanged == ("1.001193@2",)
    later = datetime(2026, 7, 1, 9, 0, tzinfo=at.tzinfo)
    run_import(a_record(name="Đăng ký khai sinh"), at=later)
    newest = ProcedureVersion.objects.order_by("-valid_from").first()
    assert newest is not None
    assert (newest.name, newest.supplement_policy) == ("Đăng ký khai sinh", "PAUSE")


def test_a_whole_sector_is_set_at_once(
    pause: PolicyWish, administrator: Actor, at: datetime, a_record: Make, run_import: Run
) -> None:
    run_import(a_record(id="2", code="1.000894", name="Đăng ký kết hôn"))
    sector = ProcedureVersion.objects.first().sector.code  # type: ignore[union-attr]
    wish = PolicyWish(policy=PausePolicy.CONTINUE, starts_on=FIRST_OF_MAY, sector_code=sector)
    assert set_supplement_policy(actor=administrator, at=at, wish=wish) == 2


@pytest.mark.parametrize("days", [-1, 0])
def test_what_has_begun_is_never_rewritten(
    pause: PolicyWish, administrator: Actor, at: datetime, days: int
) -> None:
    early = PolicyWish(
        policy=PausePolicy.PAUSE,
        starts_on=at.date() + timedelta(days=days),
        procedure_id=pause.procedure_id,
    )
    with pytest.raises(PolicyStartsTooEarly):
        set_supplement_policy(actor=administrator, at=at, wish=early)


def test_nothing_to_set_is_said(db: None, at: datetime) -> None:
    wish = PolicyWish(policy=PausePolicy.PAUSE, starts_on=FIRST_OF_MAY, sector_code="NONE")
    with pytest.raises(PolicyForNothing):
        plan_policy(wish, today=at.date())


def test_who_may_not_change_the_catalogue_may_not_set_it(pause: PolicyWish, at: datetime) -> None:
    clerk = Actor(door=Door.PAGE, user_id=2, roles=frozenset({Role.RECEPTION}))
    with pytest.raises(NotPermitted):
        set_supplement_policy(actor=clerk, at=at, wish=pause)
