"""An officer who leaves hands over in one act: all moves and ends, or nothing does."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from motcua.accounts.models import Holding, Officer, User
from motcua.accounts.vocabulary import DisabledReason
from motcua.dossiers import inputs
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.handling import AssigneeUnknown
from motcua.dossiers.commands.leave_office import (
    Leaving,
    LeavingTooEarly,
    OpenWork,
    SuccessorIsLeaving,
    SuccessorMissing,
    leave_office,
    work_of,
)
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.models import Dossier
from motcua.dossiers.vocabulary import Act
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.models import Fact
from motcua.ledger.queries import facts_about
from tests.support.clock import PLAIN_MORNING, PLAIN_WEDNESDAY
from tests.support.reception import receive
from tests.support.working_office import officer

pytestmark = pytest.mark.usefixtures("standing")
SECOND = timedelta(minutes=30)


def holding_of(username: str) -> int:
    return Holding.objects.values_list("id", flat=True).get(officer__user__username=username)


def assigned_to(username: str) -> str:
    """A dossier received and given to an officer by the leader."""
    code = receive().code
    asked = Asked(actor=officer("lanhdao"), at=PLAIN_MORNING, code=code)
    perform(asked, Act.ASSIGN, inputs.Assign(holding_id=holding_of(username)))
    return code


def leave(username: str, to: str = "", by: str = "quantri", **changes: Any) -> int:
    given: dict[str, Any] = {
        "officer_id": Officer.objects.get(user__username=username).pk,
        "from_day": PLAIN_WEDNESDAY,
        "reason": DisabledReason.LEFT,
        "note": "Quyết định 15/QĐ-UBND",
        "to_holding_id": holding_of(to) if to else None,
    }
    at = PLAIN_MORNING + SECOND
    return leave_office(actor=officer(by, at), at=at, leaving=Leaving(**(given | changes)))


def assignee_of(code: str) -> int | None:
    return Dossier.objects.values_list("assignee_id", flat=True).get(code=code)


def test_open_dossiers_move_and_the_service_ends_in_one_act() -> None:
    codes = [assigned_to("thuly1"), assigned_to("thuly1")]
    kept = assigned_to("truongphong")
    assert work_of([holding_of("thuly1")]) == (
        OpenWork(holding_id=holding_of("thuly1"), moving=2, staying=0),
    )
    assert leave("thuly1", to="thuly2") == 2
    assert [assignee_of(code) for code in codes] == [holding_of("thuly2")] * 2
    assert assignee_of(kept) == holding_of("truongphong")
    assert not User.objects.get(username="thuly1").is_active
    assert officer("thuly1", PLAIN_MORNING + SECOND).roles == frozenset()
    dossier = Dossier.objects.get(code=codes[0])
    assert facts_about("dossier", dossier.pk)[-1].code == "dossier.assigned"
    assert facts_about("dossier", dossier.pk)[-1].payload["reason"] == "Quyết định 15/QĐ-UBND"


def test_who_has_no_open_dossier_needs_no_successor() -> None:
    assert leave("vanthu") == 0
    assert not User.objects.get(username="vanthu").is_active


@pytest.mark.parametrize(
    ("to", "refusal"),
    [("", SuccessorMissing), ("thuly1", SuccessorIsLeaving), ("vanthu", AssigneeUnknown)],
)
def test_of_a_refused_hand_over_nothing_remains(to: str, refusal: type[Exception]) -> None:
    code = assigned_to("thuly1")
    facts = Fact.objects.count()
    with pytest.raises(refusal):
        leave("thuly1", to=to)
    assert assignee_of(code) == holding_of("thuly1")
    assert User.objects.get(username="thuly1").is_active
    assert Fact.objects.count() == facts


def test_a_fault_at_the_end_takes_the_moved_dossiers_back(monkeypatch: Any) -> None:
    code = assigned_to("thuly1")

    def broken(**_given: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("motcua.dossiers.commands.leave_office.end_service", broken)
    with pytest.raises(RuntimeError):
        leave("thuly1", to="thuly2")
    assert assignee_of(code) == holding_of("thuly1")


def test_nobody_leaves_yesterday() -> None:
    yesterday: date = PLAIN_WEDNESDAY - timedelta(days=1)
    with pytest.raises(LeavingTooEarly):
        leave("vanthu", from_day=yesterday)


@pytest.mark.parametrize("by", ["tiepnhan1", "truongphong", "lanhdao", "giamsat"])
def test_only_an_administrator_ends_a_service(by: str) -> None:
    with pytest.raises(NotPermitted):
        leave("vanthu", by=by)


def test_an_officer_above_is_not_found() -> None:
    with pytest.raises((NotFound, NotPermitted)):
        leave("giamsat")
    assert User.objects.get(username="giamsat").is_active
