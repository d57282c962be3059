"""Lists of envelopes: results sent by post, dossiers that came by post, what became of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.deciding import return_result
from motcua.dossiers.events import PostedItemTold, PostingMade
from motcua.dossiers.inputs import ReturnResult
from motcua.dossiers.models import Dossier, PostedItem, Posting
from motcua.dossiers.policies import find_for
from motcua.dossiers.repeating import RequestKeyReused
from motcua.dossiers.rules.facts import within
from motcua.dossiers.rules.lists.posting import (
    NOTE_MAX,
    Direction,
    PostedState,
    PostingIn,
    check_numbers,
    check_parcels,
    check_size,
    check_state,
    checked_carrier,
)
from motcua.dossiers.vocabulary import ReturnMethod
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.event import plain
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.queries import next_seq, subject_of_request
from motcua.ledger.recording import Record, RequestKey, Subject, agency_stream, recording
from motcua.ledger.rules.chain import content_digest

RIGHT_OF = {
    Direction.OUT: Permission.DOSSIER_RETURN_RESULT,
    Direction.IN: Permission.DOSSIER_REGISTER,
}


@dataclass(frozen=True, kw_only=True)
class Envelope:
    """A result to be sent: which dossier, as it was seen, to whom, under which number."""

    code: str
    seen_version: int
    recipient_name: str
    tracking_number: str = ""


@dataclass(frozen=True, kw_only=True)
class Sent:
    """What became of the envelopes: the list (None when nothing was sent), and each refusal by code."""

    posting_id: int | None
    refused: dict[str, Refusal]


def post_results(
    *,
    actor: Actor,
    at: datetime,
    carrier: str,
    envelopes: tuple[Envelope, ...],
    request: RequestKey,
    note: str = "",
) -> Sent:
    """Hand each result over by post, then list those that went. Asked again with the same key it
    goes on where it stopped, and nothing is done twice.

    Refusals: NotPermitted, CarrierMissing, ListSizeFaulty, TrackingRepeated, TextTooLong,
    RequestKeyReused.
    """
    may(actor, RIGHT_OF[Direction.OUT]).demand()
    by = checked_carrier(carrier)
    check_size(len(envelopes))
    check_numbers([one.tracking_number for one in envelopes])
    within(note, at_field="note", length_max=NOTE_MAX)
    made = _made_before(request)
    if made is not None:
        return Sent(posting_id=made, refused={})
    refused: dict[str, Refusal] = {}
    for envelope in envelopes:
        try:
            return_result(_asked(actor, at, envelope, request), _given(envelope, by))
        except NotPermitted:
            raise
        except Refusal as refusal:
            refused[envelope.code] = refusal
    sent = [one for one in envelopes if one.code not in refused]
    if not sent:
        return Sent(posting_id=None, refused=refused)
    ids = dict(Dossier.objects.filter(code__in=[o.code for o in sent]).values_list("code", "pk"))
    items = [
        {
            "dossier_id": ids[one.code],
            "tracking_number": one.tracking_number,
            "state": str(PostedState.SENT),
        }
        for one in sent
    ]
    told = _Told(Direction.OUT, by, note, items, request)
    return Sent(posting_id=_make(actor, at, told), refused=refused)


def enter_parcels(*, actor: Actor, at: datetime, given: PostingIn, request: RequestKey) -> int:
    """Keep a list of envelopes that came, each to be received as a dossier; the id of the list.

    Refusals: NotPermitted, CarrierMissing, ListSizeFaulty, SenderMissing, ArrivalAhead,
    TrackingRepeated, TextTooLong, RequestKeyReused.
    """
    may(actor, RIGHT_OF[Direction.IN]).demand()
    by = checked_carrier(given.carrier)
    check_parcels(given.parcels, at)
    within(given.note, at_field="note", length_max=NOTE_MAX)
    made = _made_before(request)
    if made is not None:
        return made
    items = [
        {
            "sender_name": parcel.sender_name,
            "tracking_number": parcel.tracking_number,
            "arrived_at": parcel.arrived_at,
            "note": parcel.note,
            "state": str(PostedState.WAITING),
        }
        for parcel in given.parcels
    ]
    return _make(actor, at, _Told(Direction.IN, by, given.note, items, request))


@dataclass(frozen=True, kw_only=True)
class ItemTold:
    """What became of the envelope at a place of a list."""

    posting_id: int
    position: int
    state: PostedState
    note: str = ""
    dossier_code: str = ""


def tell_posted_item(*, actor: Actor, at: datetime, given: ItemTold) -> None:
    """Delivered, came back, or received as this dossier.

    Refusals: NotPermitted, NotFound, StateDoesNotFit, TextTooLong.
    """
    within(given.note, at_field="note", length_max=NOTE_MAX)
    with recording(actor, at) as record:
        posting = Posting.objects.filter(pk=given.posting_id, agency=actor.agency_id or 0)
        row = posting.select_for_update(no_key=True).first()
        if row is None:
            raise NotFound(kind="posting")
        may(actor, RIGHT_OF[Direction(row.direction)]).demand()
        check_state(Direction(row.direction), given.state, given.dossier_code)
        items = PostedItem.objects.filter(posting=row, position=given.position)
        tracking = items.values_list("tracking_number", flat=True).first()
        if tracking is None:
            raise NotFound(kind="posted-item")
        changes: dict[str, Any] = {"state": str(given.state), "told_at": at, "note": given.note}
        if given.dossier_code:
            dossier = find_for(actor, Permission.DOSSIER_VIEW, given.dossier_code)
            changes["dossier"] = dossier.pk
        items.update(**changes)
        record.append(
            PostedItemTold(
                position=given.position,
                tracking_number=tracking,
                state=str(given.state),
                dossier_code=given.dossier_code,
                note=given.note,
            ),
            about=Subject("posting", row.pk, next_seq("posting", row.pk)),
            stream=agency_stream(row.agency_id),
        )


@dataclass(frozen=True)
class _Told:
    direction: Direction
    carrier: str
    note: str
    items: list[dict[str, Any]]
    request: RequestKey


def _make(actor: Actor, at: datetime, told: _Told) -> int:
    """Rows and fact of a list, under the next number of its direction and year."""
    agency_id = actor.agency_id
    if agency_id is None:
        raise NotFound(kind="agency")
    with recording(actor, at, request=told.request) as record:
        record.lock(agency_stream(agency_id))
        day = local_day(at)
        posting = Posting.objects.create(
            agency_id=agency_id,
            direction=str(told.direction),
            year=day.year,
            number=_next_number(agency_id, told.direction, day),
            day=day,
            carrier=told.carrier,
            note=told.note,
            made_at=at,
            made_by=actor.name,
        )
        PostedItem.objects.bulk_create(
            PostedItem(posting=posting, position=place, **item)
            for place, item in enumerate(told.items, start=1)
        )
        _append(record, posting, told.items)
    return int(posting.pk)


def _append(record: Record, posting: Posting, items: Iterable[dict[str, Any]]) -> None:
    kept = tuple({name: plain(value) for name, value in item.items() if value} for item in items)
    record.append(
        PostingMade(
            agency_id=posting.agency_id,
            direction=posting.direction,
            year=posting.year,
            number=posting.number,
            carrier=posting.carrier,
            count=len(kept),
            items=kept,
        ),
        about=Subject("posting", posting.pk, 1),
        stream=agency_stream(posting.agency_id),
    )


def _next_number(agency_id: int, direction: Direction, day: date) -> int:
    rows = Posting.objects.filter(agency=agency_id, direction=str(direction), year=day.year)
    return int(rows.aggregate(last=Max("number"))["last"] or 0) + 1


def _made_before(request: RequestKey) -> int | None:
    """The list that this request has made. Refusals: RequestKeyReused."""
    made = subject_of_request(request.key)
    if made is None:
        return None
    if made[1] != request.digest:
        raise RequestKeyReused
    return made[0]


def _asked(actor: Actor, at: datetime, envelope: Envelope, request: RequestKey) -> Asked:
    one = content_digest({"code": envelope.code})[:12]
    key = RequestKey(key=f"{request.key}:{one}", digest=request.digest)
    return Asked(
        actor=actor, at=at, code=envelope.code, seen_version=envelope.seen_version, request=key
    )


def _given(envelope: Envelope, carrier: str) -> ReturnResult:
    return ReturnResult(
        method=ReturnMethod.POST,
        recipient_name=envelope.recipient_name,
        tracking_number=envelope.tracking_number,
        note=carrier,
    )
