"""Statements of banks: CSV and camt.053 read, lines known by their number, each counted once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.payments.commands.paying.statements import (
    assign_line,
    read_statement,
    set_line_aside,
)
from motcua.payments.models import CollectingAccount, Payment, PaymentOrder, Receipt, StatementLine
from motcua.payments.refusal_words import sentence
from motcua.payments.rules.paying.refusals import LineSettled, ReasonMissing
from motcua.payments.rules.statements.camt import read_camt
from motcua.payments.rules.statements.csv_reading import Columns, read_csv
from motcua.payments.rules.statements.lines import (
    StatementHeadsMissing,
    StatementNotOne,
    StatementUnreadable,
)
from motcua.payments.vocabulary import LineState, OrderState, PaymentCause
from tests.support.clock import PLAIN_MORNING
from tests.support.money import LEADER, cashier, owing
from tests.support.paying import LATER, an_account, an_order, message, say, with_gateway

COLUMNS = Columns(day="Ngày", came="Ghi có", text="Nội dung", reference="Số GD")
HEAD = "Ngân hàng TMCP\n\nNgày;Số GD;Nội dung;Ghi nợ;Ghi có\n"
TODAY = f"{PLAIN_MORNING:%d/%m/%Y}"


def csv_of(*rows: str) -> bytes:
    return (HEAD + "\n".join(rows) + "\nTổng cộng;;;;\n").encode("utf-8-sig")


def camt_of(*entries: str, account: str = "0011001234567", head: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>'
        f"<Acct><Id><Othr><Id>{account}</Id></Othr></Id></Acct>{''.join(entries)}"
        "</Stmt></BkToCstmrStmt></Document>"
    ).encode()


def entry(amount: str, text: str, *, reference: str = "R1", more: str = "", **changes: str) -> str:
    told = {"currency": "VND", "way": "CRDT", "status": "BOOK", **changes}
    return (
        f'<Ntry><Amt Ccy="{told["currency"]}">{amount}</Amt><CdtDbtInd>{told["way"]}</CdtDbtInd>'
        f"<Sts>{told['status']}</Sts><BookgDt><Dt>2026-03-03</Dt></BookgDt>"
        f"<AcctSvcrRef>{reference}</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>{text}</Ustrd></RmtInf>"
        f"<RltdPties><Dbtr><Nm>NGUYEN VAN A</Nm></Dbtr></RltdPties></TxDtls>{more}</NtryDtls></Ntry>"
    )


def test_a_csv_is_read_below_what_the_bank_prints_above_it() -> None:
    read = read_csv(
        csv_of(
            "03/03/2026;FT1;CT MC ABC;;1.500.000",
            "3/3/2026;FT2;Phi;11.000;",
            ";;;;",
            '2026-03-04;FT3;"a;b";;2,000.00 VND',
        ),
        COLUMNS,
    )
    assert [(one.day, one.amount_vnd, one.reference) for one in read.lines] == [
        (date(2026, 3, 3), 1_500_000, "FT1"),
        (date(2026, 3, 4), 2_000, "FT3"),
    ]
    assert (read.out, read.lines[1].text) == (1, "a;b")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe\x00",
        b"a,b\n1,2\n",
        csv_of("03/03/2026;FT1;x;;1,5"),
        csv_of("03/03/2026;FT1;x;;1.234,56"),
        csv_of("03/03/2026;FT1;x;;abc"),
        csv_of(f"03/03/2026;FT1;x;;{'9' * 20}"),
        csv_of("03/03/2026;FT1;x;;1.2345"),
    ],
)
def test_a_csv_that_says_something_else_is_refused(raw: bytes) -> None:
    with pytest.raises(Refusal) as told:
        read_csv(raw, COLUMNS)
    assert isinstance(told.value, StatementUnreadable)


def test_heads_that_are_not_there_are_named() -> None:
    raw = "Ngân hàng\nNgày;Nội dung;Số tiền\n03/03/2026;x;1".encode()
    with pytest.raises(StatementHeadsMissing) as told:
        read_csv(raw, Columns(day="Ngày", came="Ghi có", text="Nội dung", reference="Số GD"))
    assert told.value.params["missing"] == "Ghi có, Số GD"
    assert "không dòng nào trong tệp có cột Ghi có, Số GD" in sentence(told.value)
    with pytest.raises(StatementNotOne) as told_of:
        read_csv(b"\xff\xfe\x00", COLUMNS)
    assert "không phải CSV" in sentence(told_of.value)
    assert "dòng 0" not in sentence(told_of.value)


def test_camt_gives_booked_credits_with_reference_text_and_payer() -> None:
    parts = (
        "<TxDtls><Refs><AcctSvcrRef>P1</AcctSvcrRef></Refs><AmtDtls><TxAmt><Amt Ccy='VND'>5</Amt></TxAmt></AmtDtls></TxDtls>"
        "<TxDtls><AmtDtls><TxAmt><Amt Ccy='VND'>7</Amt></TxAmt></AmtDtls></TxDtls>"
    )
    read = read_camt(
        camt_of(
            entry("4000.00", "nop phi"),
            entry("9", "x", way="DBIT"),
            entry("9", "x", status="PDNG"),
            entry("12", "batch", reference="B", more=parts),
        )
    )
    told = [(one.amount_vnd, one.reference, one.payer_name) for one in read.lines]
    assert told[0] == (4_000, "R1", "NGUYEN VAN A")
    assert [one[:2] for one in told[1:]] == [(5, "P1"), (7, "B/2")]
    assert (read.out, read.account) == (1, "0011001234567")


BOMB = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (camt_of(entry("1", "&b;"), head=BOMB), "statement-not-one"),
        (camt_of(entry("1", "x"))[:-20], "statement-not-one"),
        (b"<Document xmlns='camt.053'/>", "statement-not-one"),
        (camt_of(entry("1.5", "x")), "statement-unreadable"),
        (camt_of(entry("-1", "x")), "statement-unreadable"),
        (camt_of(entry("1", "x", currency="USD")), "statement-currency"),
        (camt_of(entry("1", "x")).decode().encode("utf-16"), "statement-not-one"),
    ],
)
def test_camt_that_is_broken_or_dangerous_is_refused(raw: bytes, code: str) -> None:
    with pytest.raises(Refusal) as told:
        read_camt(raw)
    assert told.value.code == code


@pytest.fixture
def account(proved: None, settings: Any) -> CollectingAccount:
    with_gateway(settings)
    owing()
    return CollectingAccount.objects.get(pk=an_account())


def read(account: CollectingAccount, raw: bytes, by: str = LEADER) -> tuple[int, int, int]:
    done = read_statement(
        actor=cashier(by), at=LATER, account_id=account.pk, file_name="sk.csv", raw=raw,
        columns=COLUMNS,
    )  # fmt: skip
    return done.new, done.matched, done.waiting


def one_line() -> StatementLine:
    return StatementLine.objects.get()


@pytest.mark.django_db
def test_lines_are_known_by_their_number_and_the_same_file_adds_nothing(
    account: CollectingAccount,
) -> None:
    first, second = an_order(), an_order()
    mangled = f"{second.number[:5].lower()} {second.number[5:]}"
    raw = csv_of(
        f"{TODAY};FT1;MBVCB.{first.number}.CT tu 001;;4.000",
        f"{TODAY};FT2;{mangled} nop phi;;3.000",
        f"{TODAY};;khong ro;;9.000",
        f"{TODAY};;khong ro;;9.000",
    )
    assert read(account, raw) == (4, 2, 2)
    assert read(account, raw) == (0, 0, 0)
    longer = raw + f"{TODAY};FT9;{first.number};;4.000\n".encode()
    assert read(account, longer) == (1, 1, 0)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (OrderState.PAID, OrderState.PAID_WRONG_AMOUNT)
    again = Payment.objects.order_by("id").last()
    assert again is not None
    assert (again.cause, again.rest_vnd) == (PaymentCause.AGAIN, 4_000)
    account.refresh_from_db()
    assert "Ghi có" in account.columns


@pytest.mark.django_db
@pytest.mark.parametrize("message_first", [True, False])
def test_message_and_line_of_the_same_money_are_one_payment(
    account: CollectingAccount, *, message_first: bool
) -> None:
    order = an_order()
    raw = camt_of(entry("4000", order.number))
    if message_first:
        say(message(order.number, 4_000))
    assert read(account, raw) == (1, 1, 0)
    if not message_first:
        say(message(order.number, 4_000))
    came = Payment.objects.get()
    assert (came.line_id is not None, came.message_id is not None) == (True, True)
    assert Receipt.objects.count() == 1


@pytest.mark.django_db
def test_a_number_that_was_cut_off_counts_where_just_one_begins_so(
    account: CollectingAccount,
) -> None:
    order = an_order()
    assert read(account, csv_of(f"{TODAY};FT1;CHUYEN TIEN {order.number[:10]};;5.000")) == (1, 0, 1)
    assert read(account, csv_of(f"{TODAY};FT2;CHUYEN TIEN {order.number[:10]};;4.000")) == (1, 1, 0)


@pytest.mark.django_db
def test_a_person_says_whose_money_it_is(account: CollectingAccount) -> None:
    order = an_order()
    code = order.dossier.code
    read(account, csv_of(f"{TODAY};FT1;nop le phi;;4.000"))
    given: dict[str, Any] = {"line_id": one_line().pk, "reason": "Hỏi người nộp"}
    with pytest.raises(NotPermitted):
        assign_line(actor=cashier(), at=LATER, named=code, **given)
    with pytest.raises(NotFound):
        assign_line(actor=cashier(LEADER), at=LATER, named="H1", **given)
    with pytest.raises(ReasonMissing):
        assign_line(actor=cashier(LEADER), at=LATER, named=code, **(given | {"reason": " "}))
    assign_line(actor=cashier(LEADER), at=LATER, named=code, **given)
    with pytest.raises(LineSettled):
        assign_line(actor=cashier(LEADER), at=LATER, named=code, **given)
    came, line = Payment.objects.get(), one_line()
    assert (came.booked_vnd, came.cause, line.state) == (
        4_000,
        PaymentCause.ASSIGNED,
        LineState.ASSIGNED,
    )
    assert PaymentOrder.objects.get(pk=order.pk).state == OrderState.WITHDRAWN


@pytest.mark.django_db
def test_money_that_is_for_no_dossier_is_set_aside_with_a_reason(
    account: CollectingAccount,
) -> None:
    read(account, csv_of(f"{TODAY};FT1;lai tien gui;;4.000"))
    set_line_aside(actor=cashier(LEADER), at=LATER, line_id=one_line().pk, reason="Lãi tiền gửi")
    assert (one_line().state, Payment.objects.count()) == (LineState.NOT_OURS, 0)


@pytest.mark.django_db
def test_a_statement_of_another_account_is_refused(account: CollectingAccount) -> None:
    with pytest.raises(Refusal) as told:
        read(account, camt_of(entry("1", "x"), account="999"))
    assert told.value.code == "statement-of-another-account"
    with pytest.raises(NotPermitted):
        read(account, camt_of(), by="tiepnhan1")
