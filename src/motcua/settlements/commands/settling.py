"""Settle with an agency: make up the period, send it, accept or dispute it, hand the money on."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from motcua.accounts.rules.roles import Permission, may
from motcua.books.commands.posting import post
from motcua.books.queries.owed import due_agencies
from motcua.kernel.actor import Actor
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
from motcua.kernel.event import Event
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import Record, Subject, agency_stream, recording
from motcua.ledger.rules.chain import content_digest
from motcua.payments.commands.tills import demand_drawer
from motcua.payments.queries.paying.accounts import account_on
from motcua.procedures.vocabulary import FeeKind
from motcua.settlements.events import (
    SettlementAccepted,
    SettlementAnswered,
    SettlementDisputed,
    SettlementDrafted,
    SettlementPaid,
    SettlementSent,
)
from motcua.settlements.models import Settlement, SettlementItem, SettlementPart
from motcua.settlements.policies import acts_for, visible_settlements
from motcua.settlements.queries.counting import (
    Counted,
    counted,
    figures,
    former_of,
    open_since,
    terms_on,
)
from motcua.settlements.queries.settlements import figures_kept
from motcua.settlements.rules.settling import (
    NothingToSettle,
    OwnSettlement,
    PaidOnFaulty,
    SettlementNoteMissing,
    SettlementSlipMissing,
    SettlementTextTooLong,
    check_period,
    check_step,
    end_of_span,
    held_at,
    settlement_entry,
)
from motcua.settlements.vocabulary import (
    Figures,
    RemittanceWay,
    SettlementAct,
    SettlementState,
    Terms,
)

NOTE_MAX, SLIP_MAX = 500, 60


def draft_settlement(
    *, actor: Actor, at: datetime, agency_id: int, due_agency_id: int, last_day: date | None = None
) -> int:
    """The id of the draft of the period to come, until the day or as long as the terms say. Where a
    draft with that agency stands, it is that one: two who begin at once make one.

    Refusals: NotPermitted, NotFound, NotWorkingHere, NothingToSettle, PeriodFaulty, PeriodNotOver.
    Basis: law.md 4.9 (NĐ 61/2018 Đ.12).
    """
    may(actor, Permission.SETTLEMENT_SEND).demand()
    _agency_id, drawer = demand_drawer(actor)
    if not acts_for(actor, Permission.SETTLEMENT_SEND, agency_id):
        raise NotFound(kind="agency")
    if due_agency_id not in due_agencies(agency_id):
        raise NothingToSettle
    with recording(actor, at) as record:
        record.lock(agency_stream(agency_id))
        pair = Settlement.objects.filter(agency=agency_id, due_agency=due_agency_id)
        standing = pair.filter(state=SettlementState.DRAFT).first()
        if standing is not None:
            return standing.pk
        first_day = open_since(agency_id, due_agency_id, former_of(agency_id, due_agency_id))
        if first_day is None:
            raise NothingToSettle
        terms = terms_on(agency_id, first_day)
        last = last_day or end_of_span(first_day, terms.span)
        check_period(first_day, last, local_day(at))
        same: dict[str, Any] = {
            "agency_id": agency_id,
            "due_agency_id": due_agency_id,
            "first_day": first_day,
            "last_day": last,
            "kept_fee_bp": terms.kept_fee_bp,
            "kept_charge_bp": terms.kept_charge_bp,
            "drafted_at": at,
            "drafted_by_id": drawer,
        }
        settlement = Settlement.objects.create(**same)
        _append(record, settlement, SettlementDrafted(**same))
        return settlement.pk


def send_settlement(*, actor: Actor, at: datetime, settlement_id: int, note: str = "") -> None:
    """Send the draft; from now on its figures stand. Or answer a dispute and send it again.

    Refusals: NotPermitted, NotFound, NotWorkingHere, StepNotNow, SettlementNoteMissing,
    SettlementTextTooLong.
    """
    drawer = _demand(actor, settlement_id, Permission.SETTLEMENT_SEND, "agency_id")
    told = _note(note, "sent_note")
    with recording(actor, at) as record:
        settlement = _locked(record, settlement_id)
        answers = settlement.state == SettlementState.DISPUTED
        act = SettlementAct.ANSWER if answers else SettlementAct.SEND
        settlement.state = check_step(settlement.state, act)
        if answers and not told:
            raise SettlementNoteMissing(field="sent_note")
        settlement.sent_at, settlement.sent_by_id, settlement.sent_note = at, drawer, told
        same: dict[str, Any] = {"sent_at": at, "sent_by_id": drawer, "sent_note": told}
        fact = (
            SettlementAnswered(**same) if answers else SettlementSent(**same, **_freeze(settlement))
        )
        settlement.version += 1
        settlement.save()
        _append(record, settlement, fact)


def _freeze(settlement: Settlement) -> dict[str, Any]:
    """Write down what the draft counts. The chain of the agency is locked: nothing is posted meanwhile."""
    pair = settlement.agency_id, settlement.due_agency_id
    former = former_of(*pair)
    moves = counted(*pair, former, settlement.first_day, settlement.last_day)
    told = figures(moves, former, _terms(settlement))
    SettlementPart.objects.bulk_create(
        SettlementPart(settlement=settlement, **_part(kind, told[kind])) for kind in FeeKind
    )
    SettlementItem.objects.bulk_create(
        (SettlementItem(settlement=settlement, **_item(one)) for one in moves), batch_size=500
    )
    ids = [one.move.id for one in moves]
    later = counted(*pair, former, settlement.first_day, date.max)
    settlement.next_transfer = min(
        (one.move.id for one in later), default=max(ids, default=former.next_transfer - 1) + 1
    )
    return {
        "next_transfer": settlement.next_transfer,
        "parts": tuple(_part(kind, told[kind]) for kind in FeeKind),
        "items_digest": content_digest(ids),
    }


def _terms(settlement: Settlement) -> Terms:
    return Terms(kept_fee_bp=settlement.kept_fee_bp, kept_charge_bp=settlement.kept_charge_bp)


def _part(kind: FeeKind, told: Figures) -> dict[str, Any]:
    return {"kind": str(kind), **asdict(told), "due_vnd": told.due_vnd}


def _item(one: Counted) -> dict[str, Any]:
    return {
        "transfer_id": one.move.id,
        "part": str(one.part),
        "kind": str(one.kind),
        "amount_vnd": one.amount_vnd,
        "is_late": one.is_late,
    }


def answer_settlement(
    *, actor: Actor, at: datetime, settlement_id: int, accepted: bool, note: str = ""
) -> None:
    """The agency that is due the money accepts it, or disputes it and says why. Where nothing is to be
    handed on, an accepted one is settled.

    Refusals: NotPermitted, NotFound, NotWorkingHere, StepNotNow, OwnSettlement,
    SettlementNoteMissing, SettlementTextTooLong.
    """
    drawer = _demand(actor, settlement_id, Permission.SETTLEMENT_ACCEPT, "due_agency_id")
    told = _note(note, "answer_note")
    with recording(actor, at) as record:
        settlement = _locked(record, settlement_id)
        act = SettlementAct.ACCEPT if accepted else SettlementAct.DISPUTE
        settlement.state = check_step(settlement.state, act)
        if settlement.sent_by_id == drawer:
            raise OwnSettlement
        if not accepted and not told:
            raise SettlementNoteMissing(field="answer_note")
        settlement.answered_at, settlement.answered_by_id = at, drawer
        settlement.answer_note = told
        settlement.version += 1
        settlement.save()
        fact = SettlementAccepted if accepted else SettlementDisputed
        _append(record, settlement, fact(answered_at=at, answered_by_id=drawer, answer_note=told))
        kept = figures_kept(settlement_id)
        if accepted and not any(one.to_transfer_vnd for one in kept.values()):
            _pay(record, settlement, drawer, None, "", None)


def pay_settlement(
    *,
    actor: Actor,
    at: datetime,
    settlement_id: int,
    way: RemittanceWay,
    slip_number: str,
    paid_on: date,
) -> None:
    """The money was handed on that day, by the slip of that number.

    Refusals: NotPermitted, NotFound, NotWorkingHere, StepNotNow, SettlementSlipMissing,
    SettlementTextTooLong, PaidOnFaulty.
    """
    drawer = _demand(actor, settlement_id, Permission.SETTLEMENT_SEND, "agency_id")
    slip = plain_words(slip_number)
    if not slip:
        raise SettlementSlipMissing(field="slip_number")
    if len(slip) > SLIP_MAX:
        raise SettlementTextTooLong(field="slip_number", length_max=SLIP_MAX)
    with recording(actor, at) as record:
        settlement = _locked(record, settlement_id)
        check_step(settlement.state, SettlementAct.PAY)
        assert settlement.answered_at is not None
        first, last = local_day(settlement.answered_at), local_day(at)
        if not first <= paid_on <= last:
            raise PaidOnFaulty(
                field="paid_on", first_day=first.isoformat(), last_day=last.isoformat()
            )
        _pay(record, settlement, drawer, way, slip, paid_on)


def _pay(
    record: Record,
    settlement: Settlement,
    drawer: int,
    way: RemittanceWay | None,
    slip: str,
    paid_on: date | None,
) -> None:
    told, today = figures_kept(settlement.pk), local_day(record.at)
    account = account_on(settlement.agency_id, paid_on or today)
    entry = settlement_entry(
        settlement.pk,
        settlement.agency_id,
        settlement.due_agency_id,
        figures=told,
        held=held_at(way, account.pk if account else None) if way else None,
        day=today,
    )
    if entry is not None:
        post(record, entry)
    same: dict[str, Any] = {
        "paid_at": record.at,
        "paid_by_id": drawer,
        "way": str(way or ""),
        "slip_number": slip,
        "paid_on": paid_on,
    }
    settlement.version += 1
    settlement.state = SettlementState.PAID
    for name, value in same.items():
        setattr(settlement, name, value)
    settlement.save()
    amount = sum(one.to_transfer_vnd for one in told.values())
    _append(record, settlement, SettlementPaid(**same, amount_vnd=amount))


def _demand(actor: Actor, settlement_id: int, permission: Permission, side: str) -> int:
    """The position it is done under. `side`: the agency whose act it is."""
    may(actor, permission).demand()
    _agency_id, drawer = demand_drawer(actor)
    found = Settlement.objects.filter(visible_settlements(actor), pk=settlement_id).first()
    if found is None:
        raise NotFound(kind="settlement")
    acts_for(actor, permission, getattr(found, side)).demand()
    return drawer


def _locked(record: Record, settlement_id: int) -> Settlement:
    """The settlement read behind the lock of the agency that collected."""
    agency_id = Settlement.objects.values_list("agency_id", flat=True).get(pk=settlement_id)
    record.lock(agency_stream(agency_id))
    return Settlement.objects.get(pk=settlement_id)


def _note(note: str, field: str) -> str:
    told = plain_words(note)
    if len(told) > NOTE_MAX:
        raise SettlementTextTooLong(field=field, length_max=NOTE_MAX)
    return told


def _append(record: Record, settlement: Settlement, fact: Event) -> None:
    about = Subject("settlement", settlement.pk, settlement.version)
    record.append(fact, about=about, stream=agency_stream(settlement.agency_id))
