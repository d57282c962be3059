"""Builders of settlements: money collected, a period made up, sent, accepted, handed on."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from motcua.dossiers.models import Dossier
from motcua.kernel.clock import local_day
from motcua.ledger.recording import RequestKey
from motcua.payments.commands.paying.statements import assign_line, read_statement
from motcua.payments.models import CollectingAccount, Payment, StatementLine
from motcua.payments.rules.statements.csv_reading import Columns
from motcua.reconciliation.commands.comparing import compare_money
from motcua.reconciliation.models import Difference
from motcua.reconciliation.vocabulary import Kind
from motcua.settlements.commands.rests import RestInput, request_rest
from motcua.settlements.commands.settling import (
    answer_settlement,
    draft_settlement,
    pay_settlement,
    send_settlement,
)
from motcua.settlements.vocabulary import RefundReason, RemittanceWay
from tests.support.clock import PLAIN_MORNING
from tests.support.money import LEADER, cashier, collect, owing
from tests.support.paying import an_account
from tests.support.refunding import ACCOUNTANT

AFTER = PLAIN_MORNING + timedelta(days=3)
LAST_DAY = local_day(PLAIN_MORNING) + timedelta(days=1)


def home(at: datetime = PLAIN_MORNING) -> int:
    agency_id = cashier(at=at).agency_id
    assert agency_id is not None
    return agency_id


def draft(
    due: int = 0, *, last_day: date | None = LAST_DAY, by: str = ACCOUNTANT, at: datetime = AFTER
) -> int:
    """Of what the sample office collected for itself, unless another is named."""
    agency_id = home(at)
    return draft_settlement(
        actor=cashier(by, at), at=at, agency_id=agency_id, due_agency_id=due or agency_id,
        last_day=last_day,
    )  # fmt: skip


def send(settlement_id: int, note: str = "", *, by: str = ACCOUNTANT, at: datetime = AFTER) -> None:
    send_settlement(actor=cashier(by, at), at=at, settlement_id=settlement_id, note=note)


def answer(
    settlement_id: int, *, accepted: bool = True, note: str = "", by: str = LEADER,
    at: datetime = AFTER,
) -> None:  # fmt: skip
    answer_settlement(
        actor=cashier(by, at), at=at, settlement_id=settlement_id, accepted=accepted, note=note
    )


def hand_on(
    settlement_id: int, way: RemittanceWay = RemittanceWay.TRANSFER, slip: str = "UNC-15", *,
    by: str = ACCOUNTANT, at: datetime = AFTER,
) -> None:  # fmt: skip
    pay_settlement(
        actor=cashier(by, at), at=at, settlement_id=settlement_id, way=way, slip_number=slip,
        paid_on=local_day(at),
    )  # fmt: skip


def a_settlement(at: datetime) -> int:
    """Of what was collected until the day before, sent by the accountant."""
    before = at - timedelta(days=1)
    collect(by="tiepnhan3", at=before)
    made = draft(last_day=local_day(before), at=at)
    send(made, at=at)
    return made


def a_rest(at: datetime, came_vnd: int = 5_000) -> int:
    """A payment of a dossier that owed 4,000 đồng: the rest nobody owed."""
    code = owing(at=at)
    agency_id = Dossier.objects.values_list("agency_id", flat=True).get(code=code)
    found = CollectingAccount.objects.filter(agency=agency_id).first()
    account_id = found.pk if found else an_account(agency_id, gateway="", merchant="")
    raw = f"Ngày,Nội dung,Ghi có\n{at:%d/%m/%Y},nop cho {code},{came_vnd}\n".encode()
    actor = cashier(LEADER, at)
    read_statement(
        actor=actor, at=at, account_id=account_id, file_name="sk.csv", raw=raw,
        columns=Columns(day="Ngày", came="Ghi có", text="Nội dung"),
    )  # fmt: skip
    line_id = StatementLine.objects.latest("id").pk
    assign_line(actor=actor, at=at, line_id=line_id, named=code, reason="Đúng tên người nộp")
    return Payment.objects.get(line=line_id).pk


def ask_rest(
    payment_id: int, rest_vnd: int = 1_000, *, by: str = ACCOUNTANT, at: datetime = AFTER,
    request: RequestKey | None = None, **changes: Any,
) -> int:  # fmt: skip
    given = {"reason": RefundReason.PAID_TOO_MUCH, **changes}
    asked = RestInput(payment_id=payment_id, rest_vnd=rest_vnd, **given)
    return request_rest(actor=cashier(by, at), at=at, given=asked, request=request)


def a_difference(at: datetime) -> int:
    """The till that `a_settlement` left open, found a day later."""
    compare_money(actor=cashier(ACCOUNTANT, at), at=at, agency_id=home(at))
    return Difference.objects.filter(kind=Kind.TILL_OPEN).latest("pk").pk
