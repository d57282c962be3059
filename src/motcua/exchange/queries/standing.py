"""How it stands with each partner, and why a message is stuck. No name, no matter: codes only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.db.models import Count, Min, Q

from motcua.accounts.rules.roles import Permission, may
from motcua.exchange.models import InMessage, OutMessage, Partner, PartnerAgency
from motcua.exchange.rules.retrying import is_stuck
from motcua.exchange.vocabulary import Failure, InState, MessageKind, OutState
from motcua.kernel.actor import Actor
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.kernel.verdict import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRow:
    """One partner. `failure`, `detail`, `attempts`, `next_try_at`: of the first message that waits.

    `stuck_there`: what it has of ours and could not carry out; `stuck_here`: what we have of its.
    """

    id: int
    name: str
    address: str
    mark: str
    key: str
    is_active: bool
    agency_ids: tuple[int, ...]
    told: int
    heard: int
    waiting: int
    waiting_since: datetime | None
    is_stuck: bool
    failure: Failure | None
    detail: str
    attempts: int
    next_try_at: datetime | None
    stuck_there: int
    stuck_here: int
    answered_at: datetime | None
    heard_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutRow:
    """One message of ours. `reason_there`: the code of the partner's no."""

    seq: int
    kind: MessageKind
    dossier_code: str
    told_at: datetime
    state: OutState
    attempts: int
    next_try_at: datetime | None
    failure: Failure | None
    detail: str
    reason_there: str
    received_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InRow:
    """One message of the partner's. `reason` and `params`: the no that it met here."""

    seq: int
    kind: MessageKind
    dossier_code: str
    told_at: datetime
    received_at: datetime
    state: InState
    attempts: int
    tried_at: datetime | None
    reason: str
    params: dict[str, Any]
    done_at: datetime | None


def partners_standing(actor: Actor, at: datetime) -> tuple[PartnerRow, ...]:
    """Every partner by name. Five queries. Refusals: NotPermitted."""
    may(actor, Permission.EXCHANGE_VIEW).demand()
    partners = list(Partner.objects.order_by("name", "id"))
    hosted = _agencies([partner.pk for partner in partners])
    outs = _grouped(
        OutMessage.objects.filter(Q(state=OutState.WAITING) | ~Q(reason_there="")),
        waiting=Count("id", filter=Q(state=OutState.WAITING)),
        since=Min("told_at", filter=Q(state=OutState.WAITING)),
        head=Min("seq", filter=Q(state=OutState.WAITING)),
        there=Count("id", filter=~Q(reason_there="")),
    )
    ins = _grouped(InMessage.objects.filter(state=InState.STUCK), here=Count("id"))
    heads = _heads({partner_id: one["head"] for partner_id, one in outs.items() if one["head"]})
    return tuple(
        _partner_row(
            partner,
            hosted.get(partner.pk, ()),
            {**outs.get(partner.pk, {}), **ins.get(partner.pk, {})},
            heads.get(partner.pk),
            at,
        )
        for partner in partners
    )


def partner_standing(actor: Actor, at: datetime, partner_id: int) -> PartnerRow:
    """One of them. Refusals: NotPermitted, NotFound."""
    found = (row for row in partners_standing(actor, at) if row.id == partner_id)
    row = next(found, None)
    if row is None:
        raise NotFound(kind="partner")
    return row


def out_messages(
    actor: Actor,
    partner_id: int,
    *,
    only_open: bool = True,
    cursor: str = "",
    size: int | None = None,
) -> Page[OutRow]:
    """What was told, the newest first; `only_open`: what waits or is stuck there. One query, served by
    `out_message_place`. Refusals: NotPermitted, CursorFaulty."""
    may(actor, Permission.EXCHANGE_VIEW).demand()
    found = OutMessage.objects.filter(partner=partner_id)
    if only_open:
        found = found.filter(Q(state=OutState.WAITING) | ~Q(reason_there=""))
    last = after(cursor)
    if last is not None:
        found = found.filter(seq__lt=last)
    rows = found.defer("body", "given").order_by("-seq")[: size_of(size) + 1]
    return page_of([_out_row(row) for row in rows], size=size_of(size), key="seq")


def in_messages(
    actor: Actor,
    partner_id: int,
    *,
    only_open: bool = True,
    cursor: str = "",
    size: int | None = None,
) -> Page[InRow]:
    """What was heard, the newest first; `only_open`: what is not done. One query, served by
    `in_message_place`. Refusals: NotPermitted, CursorFaulty."""
    may(actor, Permission.EXCHANGE_VIEW).demand()
    found = InMessage.objects.filter(partner=partner_id)
    if only_open:
        found = found.exclude(state=InState.DONE)
    last = after(cursor)
    if last is not None:
        found = found.filter(seq__lt=last)
    rows = found.defer("body").order_by("-seq")[: size_of(size) + 1]
    return page_of([_in_row(row) for row in rows], size=size_of(size), key="seq")


def _agencies(partner_ids: list[int]) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    rows = PartnerAgency.objects.filter(partner__in=partner_ids).order_by("agency")
    for partner_id, agency_id in rows.values_list("partner", "agency"):
        found[partner_id] = (*found.get(partner_id, ()), agency_id)
    return found


def _grouped(rows: Any, **counted: Any) -> dict[int, dict[str, Any]]:
    groups = rows.order_by().values("partner").annotate(**counted)
    return {one["partner"]: one for one in groups}


def _heads(seqs: dict[int, int]) -> dict[int, OutMessage]:
    """The first message that waits for each partner."""
    which = Q(pk__in=())
    for partner_id, seq in seqs.items():
        which |= Q(partner=partner_id, seq=seq)
    return {row.partner_id: row for row in OutMessage.objects.filter(which).defer("body", "given")}


def _partner_row(
    partner: Partner,
    agency_ids: tuple[int, ...],
    counts: dict[str, Any],
    head: OutMessage | None,
    at: datetime,
) -> PartnerRow:
    since = counts.get("since")
    return PartnerRow(
        id=partner.pk,
        name=partner.name,
        address=partner.address,
        mark=partner.mark,
        key=partner.key,
        is_active=partner.is_active,
        agency_ids=agency_ids,
        told=partner.last_seq,
        heard=partner.heard_through,
        waiting=counts.get("waiting", 0),
        waiting_since=since,
        is_stuck=since is not None and is_stuck(since, at),
        failure=Failure(head.failure) if head and head.failure else None,
        detail=head.failure_detail if head else "",
        attempts=head.attempts if head else 0,
        next_try_at=head.next_try_at if head else None,
        stuck_there=counts.get("there", 0),
        stuck_here=counts.get("here", 0),
        answered_at=partner.answered_at,
        heard_at=partner.heard_at,
    )


def _out_row(row: OutMessage) -> OutRow:
    return OutRow(
        seq=row.seq,
        kind=MessageKind(row.kind),
        dossier_code=row.thread,
        told_at=row.told_at,
        state=OutState(row.state),
        attempts=row.attempts,
        next_try_at=row.next_try_at,
        failure=Failure(row.failure) if row.failure else None,
        detail=row.failure_detail,
        reason_there=row.reason_there,
        received_at=row.received_at,
    )


def _in_row(row: InMessage) -> InRow:
    return InRow(
        seq=row.seq,
        kind=MessageKind(row.kind),
        dossier_code=row.thread,
        told_at=row.told_at,
        received_at=row.received_at,
        state=InState(row.state),
        attempts=row.attempts,
        tried_at=row.tried_at,
        reason=row.reason,
        params=orjson.loads(row.detail),
        done_at=row.done_at,
    )
