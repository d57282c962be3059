"""What may be given back, and what it moves in the books. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from motcua.books.vocabulary import AccountCode, Entry, Line, Place, Source
from motcua.kernel.refusal import ManyProblems, Refusal
from motcua.procedures.vocabulary import FeeKind
from motcua.settlements.vocabulary import KindPaid, RefundInput, RefundReason, RefundState

NOTE_MAX, PAYEE_MAX, SLIP_MAX = 500, 300, 60
REQUESTED, APPROVED, PAID = "requested", "approved", "paid"


class RefundFaulty(ManyProblems):
    """What was typed cannot be asked; `problems` holds every reason with its field."""

    code = "refund-faulty"


class RefundAmountFaulty(Refusal):
    """Nothing is asked back, or less than nothing."""

    code = "refund-amount-faulty"


class MoreThanPaid(Refusal):
    """More of this kind than was paid and not yet given back (`left_vnd`)."""

    code = "refund-more-than-paid"


class ReasonNotTold(Refusal):
    """Another reason than those named is told in words."""

    code = "refund-reason-missing"


class RefundTextTooLong(Refusal):
    """Longer than there is room for (`length_max`)."""

    code = "refund-text-too-long"


class CancelInstead(Refusal):
    """The till of the receipt (`day`) is still open: the receipt is canceled, nothing is refunded."""

    code = "refund-cancel-instead"


class ReceiptVoid(Refusal):
    """The receipt was canceled and its money given back then."""

    code = "refund-of-void-receipt"


class DecidedAlready(Refusal):
    """It has been decided, or paid, before (`state`)."""

    code = "refund-decided-already"


class OwnRequest(Refusal):
    """Who asked does not decide, nor pay what he has approved."""

    code = "refund-own-request"


class DenialUnexplained(Refusal):
    """Whoever denies says why."""

    code = "refund-denial-unexplained"


class RefundSlipMissing(Refusal):
    """A transfer is known by the number of its slip."""

    code = "refund-slip-missing"


class TillTooEmpty(Refusal):
    """Less cash lies in the till (`held_vnd`) than is to be given back."""

    code = "refund-till-too-empty"


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """What of the receipt the rule looks at. `open_day`: of its till, if that is not closed yet."""

    is_void: bool
    open_day: date | None
    paid: Mapping[FeeKind, KindPaid]


def check_request(given: RefundInput, receipt: ReceiptFacts) -> None:
    """Refusals: ReceiptVoid, CancelInstead, RefundFaulty (all problems at once)."""
    if receipt.is_void:
        raise ReceiptVoid
    if receipt.open_day is not None:
        raise CancelInstead(day=receipt.open_day.isoformat())
    problems = list(_problems(given, receipt.paid))
    if problems:
        raise RefundFaulty(problems)


def _problems(given: RefundInput, paid: Mapping[FeeKind, KindPaid]) -> Iterator[Refusal]:
    amounts = {FeeKind.FEE: given.fee_vnd, FeeKind.CHARGE: given.charge_vnd}
    if not any(amounts.values()):
        yield RefundAmountFaulty(field="fee_vnd")
    for kind, amount in amounts.items():
        field, left = f"{kind.lower()}_vnd", paid[kind].left_vnd
        if amount < 0:
            yield RefundAmountFaulty(field=field)
        elif amount > left:
            yield MoreThanPaid(field=field, left_vnd=left)
    if given.reason is RefundReason.OTHER and not given.note.strip():
        yield ReasonNotTold(field="note")
    yield from _texts(given.note, given.payee)


def _texts(note: str, payee: str) -> Iterator[Refusal]:
    for text, most, field in ((note, NOTE_MAX, "note"), (payee, PAYEE_MAX, "payee")):
        if len(text) > most:
            yield RefundTextTooLong(field=field, length_max=most)


def check_rest(rest_vnd: int, left_vnd: int, reason: RefundReason, note: str, payee: str) -> None:
    """Money that nobody owed: never more of it than came. Refusals: RefundFaulty."""
    problems: list[Refusal] = []
    if rest_vnd <= 0:
        problems.append(RefundAmountFaulty(field="rest_vnd"))
    elif rest_vnd > left_vnd:
        problems.append(MoreThanPaid(field="rest_vnd", left_vnd=left_vnd))
    if reason is RefundReason.OTHER and not note.strip():
        problems.append(ReasonNotTold(field="note"))
    problems += _texts(note, payee)
    if problems:
        raise RefundFaulty(problems)


def check_step(state: str, wanted: RefundState) -> None:
    """Refusals: DecidedAlready."""
    if state != wanted:
        raise DecidedAlready(state=str(state))


def approval_entry(
    refund_id: int, issued: Entry, amounts: Mapping[FeeKind, int], day: date
) -> Entry:
    """What was owed to the agencies is owed to the citizen; `issued` says to whom it was due."""
    due = {line.credit.code: line.credit for line in issued.lines}
    code_of = {FeeKind.FEE: AccountCode.OWED_FEE, FeeKind.CHARGE: AccountCode.OWED_CHARGE}
    back = Place(AccountCode.REFUNDS_DUE, str(refund_id))
    return Entry(
        agency_id=issued.agency_id,
        source=Source("refund", refund_id, APPROVED),
        day=day,
        lines=tuple(
            Line(due[code_of[kind]], back, amounts[kind]) for kind in FeeKind if amounts[kind]
        ),
        dossier_id=issued.dossier_id,
    )


def rest_entry(
    refund_id: int, agency_id: int, *, amount_vnd: int, day: date, dossier_id: int | None
) -> Entry:
    """What was to be given back to somebody is to be given back by this refund."""
    back = Place(AccountCode.REFUNDS_DUE, str(refund_id))
    line = Line(Place(AccountCode.REFUNDS_DUE), back, amount_vnd)
    source = Source("refund", refund_id, APPROVED)
    return Entry(agency_id=agency_id, source=source, day=day, lines=(line,), dossier_id=dossier_id)


def payment_entry(
    refund_id: int, agency_id: int, *, held: Place, amount_vnd: int, day: date,
    dossier_id: int | None,
) -> Entry:  # fmt: skip
    """The citizen has it: out of the till, or from the bank (`held`)."""
    line = Line(Place(AccountCode.REFUNDS_DUE, str(refund_id)), held, amount_vnd)
    source = Source("refund", refund_id, PAID)
    return Entry(agency_id=agency_id, source=source, day=day, lines=(line,), dossier_id=dossier_id)
