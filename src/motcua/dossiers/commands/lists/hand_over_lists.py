"""Make a numbered list of dossiers or results that pass between the desk and a unit (law.md 2.9)."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import units_of
from motcua.dossiers.events import HandOverListMade
from motcua.dossiers.models import Dossier, HandOverList, ListedDossier
from motcua.dossiers.queries.custody.hand_over_lists import ListAsked, listable
from motcua.dossiers.rules.lists.hand_over_lists import LISTED_MAX, ListKind, NothingListed
from motcua.dossiers.rules.lists.posting import ListSizeFaulty
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import Subject, agency_stream, recording


def make_hand_over_list(
    *, actor: Actor, at: datetime, asked: ListAsked, codes: tuple[str, ...]
) -> int:
    """List these dossiers, of those that may be listed; the id of the list.

    A dossier that was listed meanwhile is not listed again. Refusals: NotPermitted, NotFound,
    NothingListed, ListSizeFaulty.
    """
    may(actor, Permission.SLIP_PRINT).demand()
    agency_id = actor.agency_id
    if agency_id is None:
        raise NotFound(kind="agency")
    if len(codes) > LISTED_MAX:
        raise ListSizeFaulty(field="chosen", count_max=LISTED_MAX)
    with recording(actor, at) as record:
        record.lock(agency_stream(agency_id))
        rows = list(listable(actor, asked).filter(code__in=codes).order_by("id")[:LISTED_MAX])
        if not rows:
            raise NothingListed(field="chosen")
        made = HandOverList.objects.create(
            agency_id=agency_id,
            unit_id=asked.unit_id,
            kind=str(asked.kind),
            year=local_day(at).year,
            number=_next_number(agency_id, asked.kind, local_day(at).year),
            made_at=at,
            made_by=actor.name,
        )
        ListedDossier.objects.bulk_create(
            ListedDossier(hand_over_list=made, position=place, dossier=row)
            for place, row in enumerate(rows, start=1)
        )
        record.append(
            _event(made, rows, _unit_name(agency_id, asked.unit_id, at)),
            about=Subject("hand-over-list", made.pk, 1),
            stream=agency_stream(agency_id),
        )
    return int(made.pk)


def _event(made: HandOverList, rows: list[Dossier], unit_name: str) -> HandOverListMade:
    return HandOverListMade(
        agency_id=made.agency_id,
        kind=made.kind,
        year=made.year,
        number=made.number,
        unit_id=made.unit_id,
        unit_name=unit_name,
        count=len(rows),
        dossier_codes=tuple(row.code for row in rows),
    )


def _next_number(agency_id: int, kind: ListKind, year: int) -> int:
    rows = HandOverList.objects.filter(agency=agency_id, kind=str(kind), year=year)
    return int(rows.aggregate(last=Max("number"))["last"] or 0) + 1


def _unit_name(agency_id: int, unit_id: int | None, at: datetime) -> str:
    units = units_of(agency_id, local_day(at))
    return next((unit.name for unit in units if unit.id == unit_id), "")
