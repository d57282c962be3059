"""Who looked at a citizen's own dossiers, when and for what: what the access log has noted of others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.agencies.queries import agency_on
from motcua.audit.queries import AccessRow, looks_at
from motcua.dossiers.queries.own.listing import own_dossiers
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.paging import PAGE_ROWS_MAX

DOSSIERS_MAX = PAGE_ROWS_MAX
"""The newest ones: older matters are seen on their own page."""
SUBJECT = "dossier"


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


def looks_at_own(actor: Actor, after: tuple[datetime, int] | None = None) -> LooksPage:
    """What others looked at, newest first. Two queries, by `access_log_subject`; names of agencies are
    kept with the catalogue."""
    codes = {one.id: one.code for one in own_dossiers(actor, size=DOSSIERS_MAX).rows}
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
