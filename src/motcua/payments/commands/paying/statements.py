"""A bank's statement is read: what is known by its number is booked, the rest waits for a person.

Read again, in whole or in part, it changes nothing. Each line is a transaction of its own: broken off in
the middle, the same file read again goes on. A long one is taken by a worker (`statement_runs`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from django.db import transaction

from motcua.accounts.rules.roles import Permission, may
from motcua.books.commands.posting import post
from motcua.kernel.actor import Actor
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import ZONE, local_day
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import Record, Subject, agency_stream, recording
from motcua.ledger.rules.chain import canonical
from motcua.payments.commands.paying.booking import Seen, book, is_after
from motcua.payments.commands.paying.statement_runs import begin_run
from motcua.payments.events import BankStatementRead, StatementLineSettled
from motcua.payments.models import (
    BankStatement,
    CollectingAccount,
    PaymentOrder,
    StatementLine,
)
from motcua.payments.policies import drawer_of, visible_orders
from motcua.payments.queries.paying.meant import named_in
from motcua.payments.rules.booking import assigned_entry, holds, line_entry
from motcua.payments.rules.paying.number import cut_number_in, numbers_in
from motcua.payments.rules.paying.refusals import LineSettled, ReasonMissing
from motcua.payments.rules.statements.camt import looks_like_camt, read_camt
from motcua.payments.rules.statements.csv_reading import Columns, read_csv
from motcua.payments.rules.statements.lines import (
    Line,
    StatementOtherAccount,
    StatementRead,
    StatementTooLong,
    keyed,
)
from motcua.payments.rules.statements.runs import AT_ONCE_MAX, KEYS_AT_ONCE
from motcua.payments.vocabulary import LineState, PaymentMethod, Sight

BYTES_MAX = 20_000_000
NOON = time(12)
CSV, CAMT = "CSV", "CAMT053"
REASON_MAX = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementOutcome:
    """How many lines of money that came were in the file, how many of them new, known by their number,
    left for a person; how many lines were of money that went. `run_id`: a worker takes the new lines, and
    tells there how many are known."""

    statement_id: int
    in_file: int
    new: int
    matched: int
    waiting: int
    out: int
    run_id: int | None = None


def read_statement(
    *, actor: Actor, at: datetime, account_id: int, file_name: str, raw: bytes, columns: Columns
) -> StatementOutcome:
    """Book what the bank says came. `columns` are kept for the next file of the account.

    Refusals: NotPermitted, NotFound, StatementUnreadable, StatementTooLong, StatementOtherAccount,
    StatementCurrency.
    """
    may(actor, Permission.STATEMENT_READ).demand()
    visible = visible_orders(actor, Permission.STATEMENT_READ)
    account = CollectingAccount.objects.filter(visible, pk=account_id).first()
    if account is None:
        raise NotFound(kind="collecting-account")
    if len(raw) > BYTES_MAX:
        raise StatementTooLong(field="file", count_max=0)
    is_camt = looks_like_camt(raw)
    read = read_camt(raw) if is_camt else read_csv(raw, columns)
    if read.account and read.account.replace(" ", "") != account.number:
        raise StatementOtherAccount(field="file", found=read.account[:40])
    named = keyed(read.lines, f"{account.bank_bin}{account.number}")
    known = _known(account.agency_id, [key for key, _line in named])
    fresh = [(key, line) for key, line in dict(named).items() if key not in known]
    if not is_camt and columns.named:
        CollectingAccount.objects.filter(pk=account.pk).update(columns=canonical(columns.named))
    with transaction.atomic():
        statement = _keep(actor, at, account, file_name, raw, read, [line for _key, line in fresh])
        is_long = len(fresh) > AT_ONCE_MAX
        run_id = begin_run(actor, at, statement, fresh) if is_long else None
    matched = 0 if is_long else sum(_take(actor, at, statement, *one) for one in fresh)
    return StatementOutcome(
        statement_id=statement.pk,
        in_file=len(read.lines),
        new=len(fresh),
        matched=matched,
        waiting=0 if is_long else len(fresh) - matched,
        out=read.out,
        run_id=run_id,
    )


def _known(agency_id: int, keys: Sequence[str]) -> set[str]:
    """Those of the names that the agency has already. One query for each KEYS_AT_ONCE."""
    found: set[str] = set()
    for start in range(0, len(keys), KEYS_AT_ONCE):
        piece = keys[start : start + KEYS_AT_ONCE]
        rows = StatementLine.objects.filter(agency=agency_id, key__in=piece)
        found.update(rows.values_list("key", flat=True))
    return found


def _keep(
    actor: Actor,
    at: datetime,
    account: CollectingAccount,
    file_name: str,
    raw: bytes,
    read: StatementRead,
    fresh: list[Line],
) -> BankStatement:
    values = {
        "agency_id": account.agency_id,
        "account_id": account.pk,
        "file_name": plain_words(file_name)[:200],
        "digest": hashlib.sha256(raw).hexdigest(),
        "form": CAMT if looks_like_camt(raw) else CSV,
        "lines_in_file": len(read.lines),
        "lines_new": len(fresh),
        "lines_out": read.out,
        "sum_new_vnd": sum(line.amount_vnd for line in fresh),
    }
    with recording(actor, at) as record:
        statement = BankStatement.objects.create(read_at=at, read_by_id=drawer_of(actor), **values)
        about = Subject("bank-statement", statement.pk, 1)
        fact = BankStatementRead(**values)  # type: ignore[arg-type]
        record.append(fact, about=about, stream=agency_stream(account.agency_id))
    return statement


def _take(actor: Actor, at: datetime, statement: BankStatement, key: str, line: Line) -> bool:
    with recording(actor, at) as record:
        return take_line(record, statement, key, line)


def take_line(record: Record, statement: BankStatement, key: str, line: Line) -> bool:
    """Keep one line; whether it was known by its number. One that came meanwhile by another file stays."""
    record.lock(agency_stream(statement.agency_id))
    if StatementLine.objects.filter(agency=statement.agency_id, key=key).exists():
        return False
    order = _order_of(line, statement.agency_id)
    row = StatementLine.objects.create(
        agency_id=statement.agency_id,
        account_id=statement.account_id,
        statement=statement,
        key=key,
        day=line.day,
        amount_vnd=line.amount_vnd,
        text=line.text,
        bank_reference=line.reference,
        payer_name=line.payer_name,
    )
    if order is None:
        post(record, line_entry(vars(row), None))
        _tell(record, row)
        return False
    payment = book(record, _seen(row, order=order))
    _settle(row, record, LineState.MATCHED, payment.dossier_id, order.pk, "")
    post(record, line_entry(vars(row), holds(payment.method, None)))
    _tell(record, row)
    return True


def _order_of(line: Line, agency_id: int) -> PaymentOrder | None:
    """The one order that the text names; None where it names none, or several. A number that the bank cut
    off counts where just one order of this sum begins so."""
    numbers = numbers_in(line.text)
    found = list(PaymentOrder.objects.filter(agency=agency_id, number__in=numbers)[:2])
    begun = "" if numbers else cut_number_in(line.text)
    if begun:
        which = {"number__startswith": begun, "amount_vnd": line.amount_vnd}
        found = list(PaymentOrder.objects.filter(agency=agency_id, **which)[:2])
    return found[0] if len(found) == 1 else None


def _seen(
    row: StatementLine,
    *,
    order: PaymentOrder | None = None,
    dossier_id: int = 0,
    reason: str = "",
) -> Seen:
    came_at = datetime.combine(row.day, NOON, tzinfo=ZONE)
    return Seen(
        sight=Sight.STATEMENT,
        by_id=row.pk,
        amount_vnd=row.amount_vnd,
        method=PaymentMethod.VIETQR if order else PaymentMethod.TRANSFER,
        reference=row.bank_reference or f"SK{row.pk}",
        came_at=came_at,
        order=order,
        dossier_id=dossier_id,
        is_late=order is not None and is_after(order, came_at, by_day=True),
        reason=reason,
    )


def _settle(
    row: StatementLine,
    record: Record,
    state: LineState,
    dossier_id: int | None,
    order_id: int | None,
    reason: str,
) -> None:
    row.state, row.dossier_id, row.order_id, row.reason = state, dossier_id, order_id, reason
    row.settled_at, row.settled_by_id = record.at, drawer_of(record.actor)
    row.version += 1
    row.save(
        update_fields=[
            "state", "dossier", "order", "reason", "settled_at", "settled_by", "version",
        ]
    )  # fmt: skip


def _tell(record: Record, row: StatementLine) -> None:
    fact = StatementLineSettled(
        state=row.state,
        amount_vnd=row.amount_vnd,
        order_id=row.order_id,
        dossier_id=row.dossier_id,
        settled_at=row.settled_at or record.at,
        settled_by_id=row.settled_by_id,
        reason=row.reason,
    )
    about = Subject("statement-line", row.pk, row.version)
    record.append(fact, about=about, stream=agency_stream(row.agency_id))


def assign_line(*, actor: Actor, at: datetime, line_id: int, named: str, reason: str) -> None:
    """A person says what the money is for: the code of a dossier, or the number of an order.

    Refusals: NotPermitted, NotFound, ReasonMissing, LineSettled.
    """
    told = _reason(actor, reason)
    row = _waiting(actor, line_id)
    order, dossier = named_in(row.agency_id, named)
    with recording(actor, at) as record:
        record.lock(agency_stream(row.agency_id))
        row.refresh_from_db()
        if row.state != LineState.WAITING:
            raise LineSettled
        if order is not None:
            order.refresh_from_db()
        payment = book(record, _seen(row, order=order, dossier_id=dossier.id, reason=told))
        _settle(row, record, LineState.ASSIGNED, dossier.id, order.pk if order else None, told)
        post(record, assigned_entry(vars(row), holds(payment.method, None), local_day(at)))
        _tell(record, row)


def set_line_aside(*, actor: Actor, at: datetime, line_id: int, reason: str) -> None:
    """A person says that the money is not for a dossier, and why.

    Refusals: NotPermitted, NotFound, ReasonMissing, LineSettled.
    """
    told = _reason(actor, reason)
    row = _waiting(actor, line_id)
    with recording(actor, at) as record:
        record.lock(agency_stream(row.agency_id))
        row.refresh_from_db()
        if row.state != LineState.WAITING:
            raise LineSettled
        _settle(row, record, LineState.NOT_OURS, None, None, told)
        _tell(record, row)


def _reason(actor: Actor, reason: str) -> str:
    may(actor, Permission.STATEMENT_READ).demand()
    told = plain_words(reason)
    if not 1 <= len(told) <= REASON_MAX:
        raise ReasonMissing(field="reason", length_max=REASON_MAX)
    return told


def _waiting(actor: Actor, line_id: int) -> StatementLine:
    visible = visible_orders(actor, Permission.STATEMENT_READ)
    row = StatementLine.objects.filter(visible, pk=line_id).first()
    if row is None:
        raise NotFound(kind="statement-line")
    return row
