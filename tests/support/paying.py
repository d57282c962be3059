"""Builders of paying without cash: an account, a gateway that signs, messages, orders."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import orjson

from motcua.agencies.models import Agency
from motcua.dossiers.models import Dossier
from motcua.kernel.actor import Actor, Door, stranger, system
from motcua.kernel.event import instant_text
from motcua.ledger.recording import RequestKey
from motcua.payments.commands.paying.accounts import set_account
from motcua.payments.commands.paying.hearing import hear
from motcua.payments.commands.paying.orders import open_order
from motcua.payments.commands.paying.statements import read_statement
from motcua.payments.gateways.signed_web import SignedWebGateway, signature_of
from motcua.payments.models import CollectingAccount, PaymentOrder, StatementLine
from motcua.payments.rules.statements.csv_reading import Columns
from motcua.payments.vocabulary import AccountInput, MessageVerdict
from tests.support.clock import PLAIN_MORNING
from tests.support.money import owing
from tests.support.working_office import officer

SECRET = "a secret of thirty-two characters or more"
NAME, MERCHANT, BANK = "simulator", "UBND-01", "970436"
LATER = PLAIN_MORNING + timedelta(minutes=3)
GATEWAY = SignedWebGateway(NAME, "http://127.0.0.1:9", SECRET, "", 1.0)


def with_gateway(settings: Any, address: str = "http://127.0.0.1:9") -> None:
    """The office knows one gateway."""
    settings.PAYMENT_GATEWAYS = {NAME: address}
    settings.PAYMENT_SECRETS = {NAME: SECRET}
    settings.PAYMENT_KEYS = {}


def an_account(agency_id: int | None = None, **changes: Any) -> int:
    """The agency of the sample office is paid by it from the year's beginning."""
    values: dict[str, Any] = {
        "agency_id": agency_id or Dossier.objects.values_list("agency_id", flat=True).first()
        or Agency.objects.order_by("pk").values_list("pk", flat=True)[0],
        "bank_bin": BANK,
        "bank_name": "Vietcombank",
        "number": "0011001234567",
        "holder": "UBND PHUONG",
        "valid_from": date(2026, 1, 1),
        "gateway": NAME,
        "merchant": MERCHANT,
        **changes,
    }  # fmt: skip
    return set_account(actor=system("tests"), at=PLAIN_MORNING, given=AccountInput(**values))


def payer() -> Actor:
    """Whoever holds the code."""
    return stranger(door=Door.PORTAL)


def an_order(
    code: str = "", *, at: datetime = PLAIN_MORNING, request: RequestKey | None = None
) -> PaymentOrder:
    """An attempt to pay a dossier; without a code one that owes 4,000 đồng."""
    made = open_order(actor=payer(), at=at, code=code or owing(at=at), request=request)
    return PaymentOrder.objects.get(pk=made.id)


def message(number: str, amount_vnd: Any, transaction: str = "T1", **changes: Any) -> bytes:
    """What a gateway says of one transaction."""
    told = {
        "order": number,
        "transaction": transaction,
        "amount": amount_vnd,
        "currency": "VND",
        "status": "PAID",
        **{name: value for name, value in changes.items() if name not in ("merchant", "sent_at")},
    }
    frame = {
        "merchant": changes.get("merchant", MERCHANT),
        "sent_at": instant_text(changes.get("sent_at", LATER)),
        "transactions": [told],
    }
    return orjson.dumps(frame)


def say(
    body: bytes, *, at: datetime = LATER, signature: str = "", gateway: Any = GATEWAY
) -> MessageVerdict:
    """The office hears it, signed rightly unless told otherwise."""
    shown = signature or signature_of(body, SECRET)
    (verdict,) = hear(gateway=gateway, body=body, signature=shown, at=at)
    return verdict


def a_waiting_line(code: str, by: str, at: datetime = LATER) -> int:
    """A line of a statement that nobody knows, in the agency of this dossier."""
    agency_id = Dossier.objects.values_list("agency_id", flat=True).get(code=code)
    found = CollectingAccount.objects.filter(agency=agency_id).first()
    account_id = found.pk if found else an_account(agency_id, gateway="", merchant="")
    raw = f"Ngày,Nội dung,Ghi có\n{at:%d/%m/%Y},nop le phi,5000\n".encode()
    columns = Columns(day="Ngày", came="Ghi có", text="Nội dung")
    actor = officer(by, at, Door.PAGE)
    read_statement(actor=actor, at=at, account_id=account_id, file_name="sk.csv", raw=raw,
                   columns=columns)  # fmt: skip
    return StatementLine.objects.latest("id").pk


def rows_of(*orders: PaymentOrder, others: int, day: datetime = PLAIN_MORNING) -> bytes:
    """A CSV with a line for each order and so many that nobody knows."""
    known = [f"{day:%d/%m/%Y},CT {one.number},{one.amount_vnd},K{one.pk}" for one in orders]
    strange = [f"{day:%d/%m/%Y},nop tien,{1_000 + place},S{place}" for place in range(others)]
    return "\n".join(["Ngày,Nội dung,Ghi có,Số", *known, *strange]).encode()


def a_long_reading(by: str, raw: bytes = b"", at: datetime = PLAIN_MORNING) -> int:
    """The run of a statement with more lines than are taken at once; nobody has begun with it."""
    agency_id = officer(by, at, Door.PAGE).agency_id
    found = CollectingAccount.objects.filter(agency=agency_id).first()
    account_id = found.pk if found else an_account(agency_id, gateway="", merchant="")
    done = read_statement(
        actor=officer(by, at, Door.PAGE),
        at=at,
        account_id=account_id,
        file_name="sao-ke-thang.csv",
        raw=raw or rows_of(others=201, day=at),
        columns=Columns(day="Ngày", came="Ghi có", text="Nội dung", reference="Số"),
    )
    assert done.run_id is not None
    return done.run_id


def a_payment_number(by: str, at: datetime = PLAIN_MORNING) -> str:
    """The number of an open attempt to pay a dossier of this officer's agency."""
    code = owing(at=at)
    agency_id = officer(by, at, Door.PAGE).agency_id
    if not CollectingAccount.objects.filter(agency=agency_id).exists():
        an_account(agency_id, gateway="", merchant="")
    return an_order(code, at=at).number
