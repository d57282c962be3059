"""Who looked at a citizen's own dossiers, when and for what: what the access log has noted of others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import agency_on
from motcua.audit.queries import AccessRow, looks_at
from motcua.dossiers.models import Dossier
from motcua.dossiers.policies import visible
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day

DOSSIERS_MAX = 200
SUBJECT = "dossier"


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnDossier:
    """One of my dossiers, as my list of them names it."""

    id: int
    code: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """One look: by whom in which position, when, at which dossier, doing what (`act` of the log)."""

    at: datetime
    code: str
    act: str
    title: str
    agency: str
    is_program: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class LooksPage:
    """`next_after` is the place to go on from, None on the last page."""

    rows: tuple[Look, ...]
    next_after: tuple[datetime, int] | None


def own_dossiers(actor: Actor) -> tuple[OwnDossier, ...]:
    """The newest of the dossiers that the citizen may follow, for himself or whom he acts for. One
    query, by `dossier_citizen_newest`; DOSSIERS_MAX at most."""
    rows = Dossier.objects.filter(visible(actor, Permission.DOSSIER_FOLLOW)).order_by("-id")
    return tuple(
        OwnDossier(id=pk, code=code) for pk, code in rows.values_list("id", "code")[:DOSSIERS_MAX]
    )


def looks_at_own(actor: Actor, after: tuple[datetime, int] | None = None) -> LooksPage:
    """What others looked at, newest first. Two queries, by `access_log_subject`; names of agencies are
    kept with the catalogue."""
    codes = {one.id: one.code for one in own_dossiers(actor)}
    page = looks_at(SUBJECT, codes.keys(), after=after)
    rows = tuple(
        _look(row, codes[row.subject_id or 0]) for row in page.rows if row.user_id != actor.user_id
    )
    return LooksPage(rows=rows, next_after=page.next_after)


def _look(row: AccessRow, code: str) -> Look:
    agency_id = row.actor.get("agency")
    agency = agency_on(agency_id, local_day(row.at)) if agency_id else None
    return Look(
        at=row.at,
        code=code,
        act=row.act,
        title=row.actor.get("title", ""),
        agency=agency.short_name if agency else "",
        is_program=row.actor.get("door") == "API",
    )
