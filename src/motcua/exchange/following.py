"""What happens to a dossier that another installation has too is written down for it, in the same
transaction; and what is not for this side to do is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from motcua.agencies.queries import agency_on
from motcua.dossiers.following import Acted, Begun
from motcua.dossiers.vocabulary import Act, Stage
from motcua.exchange.commands.telling import ToTell, tell
from motcua.exchange.hosting import hosting, partner_name
from motcua.exchange.models import Partner, SharedDossier, SharedOffer
from motcua.exchange.rules.mirroring import (
    ANSWERS,
    KIND_OF,
    NOT_WHILE_AWAY,
    RECEIVER_MAY,
    DossierElsewhere,
    ReturnedElsewhere,
    Told,
    told_of,
)
from motcua.exchange.vocabulary import MessageKind
from motcua.interlinked.companions import HEARD as COMPANIONS_FOLLOW
from motcua.kernel.clock import local_day
from motcua.kernel.event import instant_text
from motcua.ledger.recording import Record

_heard_from: ContextVar[int | None] = ContextVar("heard-from", default=None)
AGENCIES_TOLD = ("from_agency_id", "to_agency_id", "agency_id")


@contextmanager
def hearing_from(partner_id: int) -> Iterator[None]:
    """Within this block what happens was told by that partner, and is not told back to it."""
    token = _heard_from.set(partner_id)
    try:
        yield
    finally:
        _heard_from.reset(token)


class ExchangeFollower:
    """See `dossiers.following`."""

    def begun(self, record: Record, begun: Begun) -> None:
        partner_id = hosting().get(begun.row["competent_agency_id"])
        if partner_id is None or begun.row["stage"] != Stage.IN_TRANSIT:
            return
        if begun.given.carried is None and not begun.given.awaits_companion:
            _share(record, _Place(partner_id, begun.dossier_id, str(begun.row["code"])), {})

    def acted(self, record: Record, acted: Acted) -> None:
        hosted = hosting()
        if not hosted:
            return
        if _heard_from.get() is None:
            _demand_own_turn(hosted, acted)
        if acted.act in COMPANIONS_FOLLOW:
            _lock_partners()
        newly = _newly_to(hosted, acted)
        told = told_of(acted.act, acted.event)
        shared = list(_shared_with(acted))
        if newly is not None and newly not in shared and newly != _heard_from.get():
            given = _worded(record, acted, told, newly) if acted.act is Act.OFFER else {}
            _share(record, _Place(newly, acted.dossier.pk, acted.dossier.code), given)
        for partner_id in shared:
            if told is not None and _is_told(hosted, acted, partner_id):
                _tell(record, acted, _worded(record, acted, told, partner_id), partner_id)


def _lock_partners() -> None:
    """What follows for others of the group is told once the fact is kept; the chain is locked last."""
    active = Partner.objects.filter(is_active=True).order_by("pk")
    list(active.select_for_update(no_key=True).values_list("pk", flat=True))


@dataclass(frozen=True, slots=True)
class _Place:
    """A dossier and the partner that is to have it."""

    partner_id: int
    dossier_id: int
    code: str


def _demand_own_turn(hosted: Mapping[int, int], acted: Acted) -> None:
    """Refusals: DossierElsewhere, ReturnedElsewhere."""
    dossier, act = acted.dossier, acted.act
    settled_at = hosted.get(dossier.competent_agency_id)
    may_redirect = act is Act.REDIRECT and dossier.is_turned_back
    if settled_at in _shared_with(acted) and act not in RECEIVER_MAY and not may_redirect:
        raise DossierElsewhere(partner=partner_name(settled_at))
    held_at = hosted.get(dossier.held_agency_id or 0)
    if held_at is not None and act in NOT_WHILE_AWAY:
        raise DossierElsewhere(partner=partner_name(held_at))
    received_at = hosted.get(dossier.agency_id)
    if act is Act.RETURN_RESULT and received_at is not None:
        raise ReturnedElsewhere(partner=partner_name(received_at))


def _newly_to(hosted: Mapping[int, int], acted: Acted) -> int | None:
    """The partner that has to do with the dossier because of this act: not while it waits for the
    result of another of its group, which is this side's matter."""
    event, dossier = acted.event, acted.dossier
    if acted.act is Act.OFFER:
        return hosted.get(event.changes["offered_agency_id"])
    if acted.act is Act.RELEASE:
        return hosted.get(dossier.competent_agency_id)
    if dossier.awaits_companion:
        return None
    if acted.act is Act.REDIRECT:
        return hosted.get(event.changes["competent_agency_id"])
    if event.stage == Stage.IN_TRANSIT and dossier.stage != Stage.IN_TRANSIT:
        return hosted.get(dossier.competent_agency_id)
    return None


def _shared_with(acted: Acted) -> tuple[int, ...]:
    """The partners that have the dossier. One query."""
    rows = SharedDossier.objects.filter(dossier=acted.dossier).order_by("partner")
    return tuple(rows.values_list("partner", flat=True))


def _is_told(hosted: Mapping[int, int], acted: Acted, partner_id: int) -> bool:
    """Hand-overs among those on this side are their own matter."""
    if partner_id == _heard_from.get():
        return False
    if acted.act is Act.OFFER:
        return hosted.get(acted.event.changes["offered_agency_id"]) == partner_id
    if acted.act in ANSWERS:
        between = (acted.dossier.offered_agency_id, _holder_before(acted))
        return partner_id in {hosted.get(agency_id or 0) for agency_id in between}
    return True


def _holder_before(acted: Acted) -> int:
    return acted.dossier.held_agency_id or acted.dossier.competent_agency_id


def _share(record: Record, place: _Place, given: Told) -> None:
    """Another installation has it from now on: it is told the whole dossier."""
    row = {
        "partner_id": place.partner_id,
        "thread": place.code,
        "dossier_id": place.dossier_id,
        "is_ours": True,
        "shared_at": record.at,
    }
    record.add(SharedDossier, [row])
    plain = {"by": _who(record), "at": instant_text(record.at), "is_whole": True, **given}
    message = ToTell(
        partner_id=place.partner_id,
        kind=MessageKind.OFFER,
        thread=place.code,
        dossier_id=place.dossier_id,
        given=plain,
    )
    tell(message, record.at)


def _tell(record: Record, acted: Acted, given: Told, partner_id: int) -> None:
    plain = {"by": _who(record), "at": instant_text(record.at), **given}
    message = ToTell(
        partner_id=partner_id,
        kind=_kind(acted),
        thread=acted.dossier.code,
        dossier_id=acted.dossier.pk,
        given=plain,
    )
    tell(message, record.at)


def _kind(acted: Acted) -> MessageKind:
    """What is offered to the agency that settles it is given back to it."""
    goes_home = acted.dossier.competent_agency_id == acted.event.changes.get("offered_agency_id")
    if acted.act is Act.OFFER and goes_home:
        return MessageKind.RETURNED
    return KIND_OF.get(acted.act, MessageKind.STATUS)


def _worded(record: Record, acted: Acted, told: Told | None, partner_id: int) -> Told:
    """The act for the partner: agencies by their codes, an offer by the number of whoever offered."""
    given = dict(told or {})
    for name in AGENCIES_TOLD:
        if name in given:
            given[name] = _code(given[name], record)
    if acted.act in ANSWERS:
        there = SharedOffer.objects.filter(
            shared__partner=partner_id, shared__dossier=acted.dossier, seq_here=given["offer"]
        )
        seq_there = there.values_list("seq_there", flat=True).first()
        given |= {"offer": seq_there or given["offer"], "is_theirs": seq_there is not None}
    return {"act": str(acted.act), "given": given}


def _who(record: Record) -> dict[str, str]:
    """Who acts, in the name of which agency: as he is called, never as a row here."""
    actor = record.actor
    agency = _code(actor.agency_id, record) if actor.agency_id else ""
    return {"name": actor.name, "title": actor.title, "agency": agency}


def _code(agency_id: int, record: Record) -> str:
    agency: Any = agency_on(agency_id, local_day(record.at))
    return agency.code or agency.slug if agency else ""
