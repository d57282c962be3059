"""Figures of feedback that were closed: the list, and each as it was told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

import orjson
from django.db.models import Q

from motcua.accounts.rules.roles import Permission, may
from motcua.feedback.models import ClosedFigures, Petition
from motcua.feedback.policies import not_about, visible
from motcua.feedback.queries.figures import Figure
from motcua.feedback.rules.closing import behind_of, digest_of_told
from motcua.feedback.vocabulary import Kind
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound

LISTED_MAX = 40


class FiguresAltered(Exception):
    """What was closed no longer has its digest: the database was changed by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedFiguresRow:
    """A closed period in a list."""

    id: int
    agency_id: int
    from_day: date
    to_day: date
    closed_at: datetime
    closer_name: str
    closer_title: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedFiguresTold:
    """As it was told: by kind and figure what stood behind it. `readable`: those the reader may open."""

    row: ClosedFiguresRow
    behind: dict[tuple[Kind, Figure], tuple[str, ...]]
    readable: frozenset[str]


def closed_figures(actor: Actor) -> tuple[ClosedFiguresRow, ...]:
    """Those of the agencies that the actor sees, the latest first. One query. Refusals: NotPermitted."""
    rows = ClosedFigures.objects.filter(_seen(actor)).defer("told")
    return tuple(_row(one) for one in rows.order_by("-to_day", "-id")[:LISTED_MAX])


def closed_figures_told(actor: Actor, closed_id: int) -> ClosedFiguresTold:
    """One of them, from what was kept and not counted anew. Two queries. Refusals: NotPermitted, NotFound."""
    found = ClosedFigures.objects.filter(_seen(actor), pk=closed_id).first()
    if found is None:
        raise NotFound(kind="petition-figures")
    if digest_of_told(found.told) != found.digest:
        raise FiguresAltered(found.pk)
    behind = {
        (Kind(kind), Figure(figure)): tuple(code for _id, code in rows)
        for (kind, figure), rows in behind_of(orjson.loads(found.told)).items()
    }
    codes = {code for rows in behind.values() for code in rows}
    return ClosedFiguresTold(row=_row(found), behind=behind, readable=_readable(actor, codes))


def _readable(actor: Actor, codes: Collection[str]) -> frozenset[str]:
    if not codes:
        return frozenset()
    rows = Petition.objects.filter(visible(actor) & not_about(actor), code__in=sorted(codes))
    return frozenset(rows.values_list("code", flat=True))


def _seen(actor: Actor) -> Q:
    may(actor, Permission.REPORT_VIEW).demand()
    return Q(agency__in=actor.own_agency_ids | actor.scope_agency_ids)


def _row(one: ClosedFigures) -> ClosedFiguresRow:
    return ClosedFiguresRow(
        id=one.pk,
        agency_id=one.agency_id,
        from_day=one.from_day,
        to_day=one.to_day,
        closed_at=one.closed_at,
        closer_name=one.closer_name,
        closer_title=one.closer_title,
        digest=one.digest,
    )
