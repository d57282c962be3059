"""Dossiers of an agency over a period: for whoever takes them elsewhere by the command line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.exporting.lines import Piece, dossier_pieces
from motcua.dossiers.models import Dossier
from motcua.dossiers.policies import visible
from motcua.kernel.actor import Actor, Door


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Received by the agency from the first to the last day, both included."""

    agency_id: int
    first: date
    last: date


def exported_dossiers(actor: Actor, which: Period) -> Iterator[Piece]:
    """Newest first, piece by piece. One query a piece, by `dossier_agency_day`.

    For officers with the right to export, those that they may see; the operator of the machine, who
    holds its database anyway, gets all. Refusals: NotPermitted.
    """
    theirs = _theirs(actor)
    found = Dossier.objects.filter(
        theirs, agency=which.agency_id, received_on__range=(which.first, which.last)
    )
    return dossier_pieces(found, heads=theirs)


def _theirs(actor: Actor) -> Q:
    if actor.is_system and actor.door is Door.COMMAND_LINE:
        return Q()
    may(actor, Permission.DOSSIER_EXPORT).demand()
    return visible(actor, Permission.DOSSIER_EXPORT)
