"""Settling with the agencies by period: which days, what is due, who may take which step. Pure.

Basis: NĐ 61/2018/NĐ-CP Điều 12 (law.md 4.9): what the one-stop collected is settled with the agencies
quarter by quarter, unless they have agreed on another period.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from motcua.books.vocabulary import AccountCode, Entry, Line, Place, Source, at_the_bank
from motcua.kernel.refusal import Refusal
from motcua.procedures.vocabulary import FeeKind
from motcua.settlements.vocabulary import (
    WHOLE_BP,
    Figures,
    Part,
    RemittanceWay,
    SettlementAct,
    SettlementState,
    Span,
    Terms,
)

SETTLEMENT, PAID = "settlement", "paid"
MONTHS_OF_A_QUARTER = 3
OWED_OF = {FeeKind.FEE: AccountCode.OWED_FEE, FeeKind.CHARGE: AccountCode.OWED_CHARGE}
KIND_OF = {code: kind for kind, code in OWED_OF.items()}


class NothingToSettle(Refusal):
    """Nothing was collected for that agency since the last settlement."""

    code = "settlement-nothing"


class PeriodNotOver(Refusal):
    """The last day (`last_day`) is not over: a period is settled when its days are."""

    code = "settlement-period-not-over"


class PeriodFaulty(Refusal):
    """The last day comes before the first (`first_day`)."""

    code = "settlement-period-faulty"


class StepNotNow(Refusal):
    """It does not stand where this step begins (`state`)."""

    code = "settlement-step-not-now"


class SettlementNoteMissing(Refusal):
    """Whoever disputes, or answers a dispute, says why."""

    code = "settlement-note-missing"


class SettlementTextTooLong(Refusal):
    """Longer than there is room for (`length_max`)."""

    code = "settlement-text-too-long"


class OwnSettlement(Refusal):
    """Who sent it does not accept it."""

    code = "settlement-own"


class SettlementSlipMissing(Refusal):
    """Money handed on is known by the number of its slip."""

    code = "settlement-slip-missing"


class PaidOnFaulty(Refusal):
    """The money went on a day between the acceptance and today (`first_day`, `last_day`)."""

    code = "settlement-paid-on-faulty"


class TermsFaulty(Refusal):
    """A share kept back is from 0 to 100 percent, and by some paper."""

    code = "settlement-terms-faulty"


BEGINS = {
    SettlementAct.SEND: SettlementState.DRAFT,
    SettlementAct.ANSWER: SettlementState.DISPUTED,
    SettlementAct.ACCEPT: SettlementState.SENT,
    SettlementAct.DISPUTE: SettlementState.SENT,
    SettlementAct.PAY: SettlementState.ACCEPTED,
}
ENDS = {
    SettlementAct.SEND: SettlementState.SENT,
    SettlementAct.ANSWER: SettlementState.SENT,
    SettlementAct.ACCEPT: SettlementState.ACCEPTED,
    SettlementAct.DISPUTE: SettlementState.DISPUTED,
    SettlementAct.PAY: SettlementState.PAID,
}


def check_step(state: str, act: SettlementAct) -> SettlementState:
    """The state that follows. Refusals: StepNotNow."""
    if state != BEGINS[act]:
        raise StepNotNow(state=str(state))
    return ENDS[act]


def end_of_span(first: date, span: Span) -> date:
    """The last day of the period of the calendar that a day lies in."""
    if span is Span.DAY:
        return first
    if span is Span.WEEK:
        return first + timedelta(days=6 - first.weekday())
    month = first.month
    if span is Span.QUARTER:
        month += (MONTHS_OF_A_QUARTER - month % MONTHS_OF_A_QUARTER) % MONTHS_OF_A_QUARTER
    years, ahead = divmod(month, 12)
    return date(first.year + years, ahead + 1, 1) - timedelta(days=1)


def check_period(first: date, last: date, today: date) -> None:
    """Refusals: PeriodFaulty, PeriodNotOver."""
    if last < first:
        raise PeriodFaulty(field="last_day", first_day=first.isoformat())
    if last >= today:
        raise PeriodNotOver(field="last_day", last_day=last.isoformat())


def part_of(source: Source, amount_vnd: int) -> Part:
    """Why a transfer of money owed counts: more is owed, a receipt was void, money went back."""
    if amount_vnd > 0:
        return Part.COLLECTED
    return Part.CANCELLED if source.purpose == "cancelled" else Part.REFUNDED


def figures_of(
    moves: Iterable[tuple[FeeKind, Part, int]], carried: Mapping[FeeKind, int], terms: Terms
) -> dict[FeeKind, Figures]:
    """`moves`: kind, part and amount, each above nothing. What is kept is a share of what remains,
    to the nearest đồng."""
    sums = {kind: dict.fromkeys(Part, 0) for kind in FeeKind}
    for kind, part, amount in moves:
        sums[kind][part] += amount
    shares = {FeeKind.FEE: terms.kept_fee_bp, FeeKind.CHARGE: terms.kept_charge_bp}
    told = {}
    for kind in FeeKind:
        one = Figures(
            carried_vnd=min(0, carried.get(kind, 0)),
            collected_vnd=sums[kind][Part.COLLECTED],
            cancelled_vnd=sums[kind][Part.CANCELLED],
            refunded_vnd=sums[kind][Part.REFUNDED],
        )
        net = max(0, one.due_vnd - one.carried_vnd)
        kept = (net * shares[kind] + WHOLE_BP // 2) // WHOLE_BP
        told[kind] = replace(one, kept_vnd=kept)
    return told


def settlement_entry(
    settlement_id: int, agency_id: int, due_agency_id: int, *,
    figures: Mapping[FeeKind, Figures], held: Place | None, day: date,
) -> Entry | None:  # fmt: skip
    """Money handed on, and what is kept becomes the agency's own; None where neither is anything."""
    lines = []
    for kind in FeeKind:
        owed, told = Place(OWED_OF[kind], str(due_agency_id)), figures[kind]
        if told.to_transfer_vnd and held is not None:
            lines.append(Line(owed, held, told.to_transfer_vnd))
        if told.kept_vnd:
            lines.append(Line(owed, Place(AccountCode.KEPT, str(kind)), told.kept_vnd))
    if not lines:
        return None
    source = Source(SETTLEMENT, settlement_id, PAID)
    return Entry(agency_id=agency_id, source=source, day=day, lines=tuple(lines))


def held_at(way: RemittanceWay, account_id: int | None) -> Place:
    """Where the money goes out of."""
    if way is RemittanceWay.CASH:
        return Place(AccountCode.SAFE)
    return at_the_bank(account_id)
