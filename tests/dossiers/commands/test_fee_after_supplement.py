"""A declaration answered anew at a supplement changes what its fee depends on: the fee follows by itself; a
citizen's claim waits for an officer before the dossier is received."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from motcua.dossiers import inputs
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.commands.receive import register_dossier
from motcua.dossiers.models import Dossier, ReliefClaim
from motcua.dossiers.proof import disagreements
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.queries.fees.standing import fee_changes
from motcua.dossiers.rules.fees.reliefs import ClaimsWait
from motcua.dossiers.vocabulary import Act, ClaimState, Declared, Stage
from motcua.payments.queries.owed import owed
from motcua.portal.mine.money import money_shown
from tests.support.acts import bring
from tests.support.clock import PLAIN_MORNING
from tests.support.declaring import a_declaration, publish_forms, real_answers
from tests.support.money import cashier, collect
from tests.support.reception import a_ground, a_reception, receive
from tests.support.reliefs import NEXT_DAY, OLD, lowered, proof, settle
from tests.support.working_office import kept_for_a_module, officer

CERTIFIED = "2.000815"
PAPER = {
    "name": "Bằng tốt nghiệp",
    "issued_by": "Đại học Bách khoa Hà Nội",
    "foreign": "no",
    "pages": "2",
    "copies": "5",
    "has_original": "yes",
}


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        a_ground(codes=(CERTIFIED,))
        publish_forms(CERTIFIED)
        yield


@pytest.fixture(autouse=True)
def standing(office: None, db: None) -> Iterator[None]:
    """In a transaction of the test's own; facts fold to rows at its end."""
    yield
    assert list(disagreements()) == []


def declared(**changes: str) -> Declared:
    return a_declaration(CERTIFIED, papers=[PAPER | changes])


def asked_for_papers(code: str) -> None:
    item = inputs.AskedItem(name="Tờ khai", what="Khai lại số bản", field="papers")
    given = inputs.AskToComplete(items=(item,), reason="Số bản chưa rõ")
    perform(_as("thuly1", code), Act.REQUEST_SUPPLEMENT, given)


def _as(username: str, code: str) -> Asked:
    return Asked(actor=officer(username, PLAIN_MORNING), at=PLAIN_MORNING, code=code)


def answered(code: str, **changes: str) -> None:
    answers = real_answers(CERTIFIED, papers=[PAPER | changes])
    given = inputs.Supplement(answered=(0,), answers=answers)
    perform(_as("tiepnhan1", code), Act.SUPPLEMENT, given)


@pytest.mark.parametrize(("copies", "due", "over"), [("7", 8_000, 0), ("2", 0, 12_000)])
def test_other_copies_declared_anew_are_asked_for_or_owed_back(
    copies: str, due: int, over: int
) -> None:
    code = receive(a_reception(CERTIFIED, declared=declared()), actor=cashier()).code
    collect(code)
    Dossier.objects.filter(code=code).update(unit=officer("thuly1", PLAIN_MORNING).unit_id)
    bring(code, Stage.PROCESSING)
    asked_for_papers(code)
    answered(code, copies=copies)
    detail = dossier_detail(cashier(), code)
    what = owed(detail)
    assert (what.due_vnd, what.over_vnd) == (due, over)
    (change,) = fee_changes(detail.facts)
    assert (change.old_total_vnd, change.new_total_vnd) == (20_000, 20_000 + due - over)
    assert "Phí đổi từ 20.000 đồng" in money_shown(detail).changes[0]


def test_the_same_answers_change_no_fee() -> None:
    code = receive(a_reception(CERTIFIED, declared=declared()), actor=cashier()).code
    Dossier.objects.filter(code=code).update(unit=officer("thuly1", PLAIN_MORNING).unit_id)
    bring(code, Stage.PROCESSING)
    asked_for_papers(code)
    answered(code, name="Bằng thạc sĩ")
    assert fee_changes(dossier_detail(cashier(), code).facts) == ()


def test_a_citizens_claim_is_decided_before_the_dossier_is_received() -> None:

    lowered(OLD, 50)
    given = a_reception(
        CERTIFIED,
        at=NEXT_DAY,
        declared=declared(),
        preference_groups=(str(OLD),),
        proofs=(proof(OLD),),
        claims_wait=True,
    )

    code = register_dossier(actor=cashier(at=NEXT_DAY), at=NEXT_DAY, given=given).code
    assert ReliefClaim.objects.get().state == ClaimState.WAITING
    (_full, off) = dossier_detail(cashier(at=NEXT_DAY), code).fees
    assert (off.amount_vnd, off.is_waiting) == (-10_000, True)
    asked = Asked(actor=cashier(at=NEXT_DAY), at=NEXT_DAY, code=code)
    with pytest.raises(ClaimsWait):
        perform(asked, Act.RECEIVE, inputs.Accept(complete_confirmed=True))
    settle(code, group=str(OLD), accepted=False, reason="Chưa đủ tuổi")
    perform(asked, Act.RECEIVE, inputs.Accept(complete_confirmed=True))
    assert owed(dossier_detail(cashier(at=NEXT_DAY), code)).due_vnd == 20_000
