"""What may be collected: from what is typed and what is owed to the lines of a receipt. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from motcua.kernel.refusal import ManyProblems, Refusal
from motcua.payments.rules.cards import card_problems
from motcua.payments.rules.paying.refusals import TillMethodNeeded
from motcua.payments.vocabulary import AT_THE_COUNTER, FeeInput, Owed, PaymentMethod, ReceiptLineIn
from motcua.procedures.vocabulary import FeeKind

AMOUNT_MAX_VND = 10**12
LINES_MAX = 20
NAME_MAX = 200
LINE_NAME_MAX = 500
ADDRESS_MAX = 300
NUMBER_LENGTH_MAX = 20
SLIP_LENGTH_MAX = 60


class CollectionRefused(ManyProblems):
    """What was typed cannot be booked; `problems` holds every reason with its field."""

    code = "collection-refused"


class NothingOwed(Refusal):
    """The dossier is free of fees and charges."""

    code = "nothing-owed"


class AlreadyPaid(Refusal):
    """All that the dossier owed has been paid."""

    code = "already-paid"


class NotDueYet(Refusal):
    """Nothing is asked for now: the rest comes later (`moment`, `later_vnd`)."""

    code = "not-due-yet"


class MoreThanOwed(Refusal):
    """More of this kind than is still owed (`remaining_vnd`)."""

    code = "more-than-owed"


class AmountFaulty(Refusal):
    """An amount on a receipt is whole đồng, more than none."""

    code = "receipt-amount-faulty"


class LineNameMissing(Refusal):
    code = "receipt-line-name-missing"


class LinesFaulty(Refusal):
    """A receipt has at least one line and at most `count_max`."""

    code = "receipt-lines-faulty"


class PayerMissing(Refusal):
    code = "payer-missing"


class TextTooLong(Refusal):
    """Longer than the receipt has room for (`length_max`)."""

    code = "receipt-text-too-long"


class SlipNumberMissing(Refusal):
    """Money that did not come as cash is known by the number of its slip."""

    code = "slip-number-missing"


class GivenTooLittle(Refusal):
    """Less cash was handed over than is collected (`missing_vnd`)."""

    code = "given-too-little"


def all_remaining(owed: Owed, names: dict[FeeKind, str]) -> tuple[ReceiptLineIn, ...]:
    """One line for each kind of which something is due now. Refusals: NotDueYet, where all that remains
    is asked for later."""
    demand_due(owed)
    return tuple(
        ReceiptLineIn(kind=kind, name=names[kind], amount_vnd=owed.due_of(kind))
        for kind in FeeKind
        if owed.due_of(kind)
    )


def demand_due(owed: Owed) -> None:
    """Refusals: NotDueYet. What is free or paid is none of its business."""
    if owed.is_nothing_due and owed.later:
        moment, amount_vnd = owed.later[0]
        raise NotDueYet(moment=str(moment), later_vnd=amount_vnd)


def check_owed(lines: tuple[ReceiptLineIn, ...], owed: Owed) -> None:
    """Whether the dossier still owes what is to be collected; additional lines are not asked.

    Refusals: NothingOwed, AlreadyPaid, MoreThanOwed.
    """
    asked = [line for line in lines if not line.is_additional]
    if lines and not asked:
        return
    if owed.is_free:
        raise NothingOwed
    if owed.is_settled:
        raise AlreadyPaid
    for kind in FeeKind:
        wanted = sum(line.amount_vnd for line in asked if line.kind is kind)
        if wanted > owed.of(kind).remaining_vnd:
            raise MoreThanOwed(
                field=f"{kind.lower()}_vnd",
                kind=str(kind),
                remaining_vnd=owed.of(kind).remaining_vnd,
            )


def check_input(given: FeeInput) -> None:
    """What can be said of the whole input, its lines and payer known. Refusals: CollectionRefused."""
    problems = [*_lines(given.lines), *_payer(given), *_money(given), *card_problems(given)]
    if problems:
        raise CollectionRefused(problems)


def _lines(lines: tuple[ReceiptLineIn, ...]) -> Iterator[Refusal]:
    if not 1 <= len(lines) <= LINES_MAX:
        yield LinesFaulty(field="lines", count_max=LINES_MAX)
    for number, line in enumerate(lines):
        if not 0 < line.amount_vnd <= AMOUNT_MAX_VND:
            yield AmountFaulty(field=f"lines.{number}.amount_vnd")
        if not line.name.strip():
            yield LineNameMissing(field=f"lines.{number}.name")
        yield from _length(line.name, LINE_NAME_MAX, f"lines.{number}.name")


def _payer(given: FeeInput) -> Iterator[Refusal]:
    if not given.payer_name.strip():
        yield PayerMissing(field="payer_name")
    yield from _length(given.payer_name, NAME_MAX, "payer_name")
    yield from _length(given.payer_number, NUMBER_LENGTH_MAX, "payer_number")
    yield from _length(given.address, ADDRESS_MAX, "address")
    yield from _length(given.slip_number, SLIP_LENGTH_MAX, "slip_number")


def _length(text: str, most: int, field: str) -> Iterator[Refusal]:
    if len(text) > most:
        yield TextTooLong(field=field, length_max=most)


def _money(given: FeeInput) -> Iterator[Refusal]:
    is_cash = given.method is PaymentMethod.CASH
    if given.method not in AT_THE_COUNTER:
        yield TillMethodNeeded(field="method")
    if not is_cash and not given.slip_number.strip():
        yield SlipNumberMissing(field="slip_number")
    total = total_of(given.lines)
    if is_cash and given.given_vnd is not None and given.given_vnd < total:
        yield GivenTooLittle(field="given_vnd", missing_vnd=total - given.given_vnd)
    if given.given_vnd is not None and given.given_vnd > AMOUNT_MAX_VND:
        yield AmountFaulty(field="given_vnd")


def total_of(lines: Iterable[ReceiptLineIn]) -> int:
    return sum(line.amount_vnd for line in lines)
