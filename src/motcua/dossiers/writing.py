"""A fact written into the rows of its dossier: the mirror of `projections.fold`, which is pure.

A test after every command compares the two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

import orjson
from django.db.models import Max

from motcua.dossiers import events
from motcua.dossiers.following.involving import involve, uninvolve
from motcua.dossiers.models import (
    Declaration,
    Dossier,
    DossierFile,
    DossierParty,
    FeeLine,
    HandOver,
    Offer,
    Result,
    SubmittedDocument,
    SupplementRequest,
)
from motcua.dossiers.rows import declaration_row, in_places, rows_of, search_key
from motcua.dossiers.rules.supplement import answered_items, partly_answered_at
from motcua.dossiers.vocabulary import STATUS_OF, Party, Stage
from motcua.ledger.rules.chain import canonical

INSTANTS = frozenset(
    {
        "decided_at",
        "issued_at",
        "returned_at",
        "added_at",
        "asked_at",
        "offered_at",
        "answered_at",
        "hold_due_at",
    }
)
DAYS = frozenset({"document_date"})
LISTS = frozenset({"items", "digests", "papers"})


def write(dossier: Dossier, event: events.LifeEvent, seq: int) -> None:
    """The row of the dossier and of what belongs to it, as the fact says. Its row is locked."""
    values: dict[str, Any] = {
        **event.changes,
        "stage": event.stage,
        "status": str(STATUS_OF[Stage(event.stage)]),
        "version": seq,
    }
    if event.clock is not None:
        values |= {
            "clock": canonical(event.clock),
            "due_at": event.due_at,
            "due_soon_at": event.due_soon_at,
        }
    Dossier.objects.filter(pk=dossier.pk).update(**values)
    more = WRITERS.get(type(event))
    if more is not None:
        more(dossier, event)


def _values(plain: dict[str, Any]) -> dict[str, Any]:
    """Values of a row from those of a fact: instants and days as what they are."""
    return {name: _value(name, value) for name, value in plain.items()}


def _value(name: str, value: Any) -> Any:
    if name in INSTANTS:
        return datetime.fromisoformat(value) if value else None
    if name in DAYS:
        return date.fromisoformat(value)
    return canonical(value) if name in LISTS else value


def _ask(dossier: Dossier, event: Any) -> None:
    SupplementRequest.objects.create(dossier=dossier, **_values(event.request))


def _supplement(dossier: Dossier, event: events.DossierSupplemented) -> None:
    request = SupplementRequest.objects.get(dossier=dossier, seq=event.request_seq)
    items = answered_items(orjson.loads(request.items), event.answered, event.waived)
    came = event.answered_at if event.answered else request.partly_answered_at
    SupplementRequest.objects.filter(pk=request.pk).update(
        items=canonical(items),
        answered_at=event.answered_at if event.is_complete else None,
        partly_answered_at=partly_answered_at(came, is_complete=event.is_complete),
    )
    last = SubmittedDocument.objects.filter(dossier=dossier).aggregate(last=Max("position"))["last"]
    first = 0 if last is None else last + 1
    rows = enumerate(rows_of(dossier.pk, event.papers), start=first)
    SubmittedDocument.objects.bulk_create(
        SubmittedDocument(position=place, **row) for place, row in rows
    )
    DossierFile.objects.bulk_create(
        DossierFile(dossier=dossier, **_values(file)) for file in event.files or ()
    )
    _declare(dossier, event.declaration)
    if event.fees is not None:
        write_fees(dossier.pk, event.fees)


def write_fees(dossier_id: int, fees: Iterable[dict[str, Any]]) -> None:
    """The lines of a dossier are these from now on."""
    FeeLine.objects.filter(dossier=dossier_id).delete()
    FeeLine.objects.bulk_create(FeeLine(**row) for row in rows_of(dossier_id, in_places(fees)))


def _declare(dossier: Dossier, declaration: dict[str, Any] | None) -> None:
    if declaration is not None:
        row = declaration_row(dossier.pk, declaration)
        Declaration.objects.filter(pk=row.pop("dossier_id")).update(**row)


def _decide(dossier: Dossier, event: Any) -> None:
    Result.objects.create(dossier=dossier, **_values(event.result))


def _issue(dossier: Dossier, event: events.ResultIssued) -> None:
    values = _values(event.result)
    Result.objects.filter(dossier=dossier, seq=values.pop("seq")).update(**values)


def _hand_over(dossier: Dossier, event: events.ResultReturned) -> None:
    seq = HandOver.objects.filter(dossier=dossier).count() + 1
    HandOver.objects.create(dossier=dossier, seq=seq, **_values(event.handed_over))


def _reopen(dossier: Dossier, event: events.DossierReopened) -> None:
    waiting = SupplementRequest.objects.filter(dossier=dossier, answered_at=None)
    waiting.update(answered_at=event.reopened_at)


def _amend(dossier: Dossier, event: events.ParticularsAmended) -> None:
    DossierParty.objects.filter(dossier=dossier).delete()
    DossierParty.objects.bulk_create(
        DossierParty(**row) for row in rows_of(dossier.pk, event.parties)
    )
    parties = tuple(Party(**values) for values in event.parties)
    key = search_key(dossier.code, dossier.procedure_version_id, parties)
    Dossier.objects.filter(pk=dossier.pk).update(search_key=key)
    _declare(dossier, event.declaration)


def _attach(dossier: Dossier, event: events.FileAttached) -> None:
    DossierFile.objects.create(dossier=dossier, **_values(event.file))


def _remove(dossier: Dossier, event: events.FileRemoved) -> None:
    DossierFile.objects.filter(dossier=dossier, position=event.position).update(is_removed=True)


def _offer(dossier: Dossier, event: events.DossierOffered) -> None:
    row = Offer.objects.create(dossier=dossier, **_values(event.offer))
    involve(dossier.pk, row.to_agency_id, row.to_unit_id, is_lasting=False)


def _accept_offer(dossier: Dossier, event: events.OfferAccepted) -> None:
    """Whoever let go of it goes on seeing it. Where it is at home its place says which unit sees it, not
    that the whole agency was offered it."""
    row = _answer_offer(dossier, event.answer)
    if _is_home(dossier, row.to_agency_id, row.to_unit_id):
        uninvolve(dossier.pk, row.to_agency_id, row.to_unit_id)
    else:
        involve(dossier.pk, row.to_agency_id, row.to_unit_id, is_lasting=True)
    if not _is_home(dossier, row.from_agency_id, row.from_unit_id):
        involve(dossier.pk, row.from_agency_id, row.from_unit_id, is_lasting=True)


def _is_home(dossier: Dossier, agency_id: int, unit_id: int | None) -> bool:
    return unit_id is None and agency_id in (dossier.agency_id, dossier.competent_agency_id)


def _refuse_offer(dossier: Dossier, event: Any) -> None:
    row = _answer_offer(dossier, event.answer)
    uninvolve(dossier.pk, row.to_agency_id, row.to_unit_id)


def _answer_offer(dossier: Dossier, answer: dict[str, Any]) -> Offer:
    values = _values(answer)
    row = Offer.objects.get(dossier=dossier, seq=values.pop("seq"))
    Offer.objects.filter(pk=row.pk).update(**values)
    return row


WRITERS: dict[type[events.LifeEvent], Callable[[Dossier, Any], None]] = {
    events.CompletionAsked: _ask,
    events.SupplementRequested: _ask,
    events.DossierSupplemented: _supplement,
    events.DecisionMade: _decide,
    events.ResultIssued: _issue,
    events.ResultCorrected: _decide,
    events.ResultReturned: _hand_over,
    events.DossierOffered: _offer,
    events.OfferAccepted: _accept_offer,
    events.OfferRefused: _refuse_offer,
    events.OfferTakenBack: _refuse_offer,
    events.DossierReopened: _reopen,
    events.ParticularsAmended: _amend,
    events.FileAttached: _attach,
    events.FileRemoved: _remove,
}
