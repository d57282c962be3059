"""Who looked at a citizen's own dossiers, when and for what: what the access log has noted of others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import agency_on
from motcua.audit.queries import AccessRow, looks_at
from motcua.dossiers.models import Dossier
from motcua.dossiers.policies import among_visible, find_for
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.paging import PAGE_ROWS_MAX

DOSSIERS_MAX = PAGE_ROWS_MAX
"""The newest ones: older matters are asked for one by one, from their own page."""
SUBJECT = "dossier"


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """One look: by whom in which position, when, at which dossier, doing what.

    `act` is that of the log, `asked` what it was to do to the dossier (the end of an act's code), if
    anything; `is_file`: one of its files was opened. `person` tells apart who looked, counted from 1
    on each page: two in the same position are two. `is_of_office`: of one that receives or settles it.
    """

    at: datetime
    code: str
    act: str
    title: str
    agency: str
    is_program: bool
    person: int
    asked: str
    is_file: bool
    is_of_office: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class LooksPage:
    """`next_after` is the place to go on from, None on the last page."""

    rows: tuple[Look, ...]
    next_after: tuple[datetime, int] | None


@dataclass(frozen=True, slots=True)
class _Own:
    """What of a dossier its looks are told by."""

    id: int
    code: str
    offices: frozenset[int]


def looks_at_own(
    actor: Actor, after: tuple[datetime, int] | None = None, *, code: str = ""
) -> LooksPage:
    """What others looked at, newest first; of one dossier, if its code is given. Two queries, by
    `dossier_citizen_newest` and `access_log_subject`; names of agencies are kept with the catalogue.
    Refusals: NotFound.
    """
    own = {one.id: one for one in _own(actor, code)}
    page = looks_at(SUBJECT, own.keys(), after=after)
    others = [row for row in page.rows if row.user_id != actor.user_id]
    people = {user: place for place, user in enumerate(_users(others), start=1)}
    rows = tuple(_look(row, own[row.subject_id or 0], people[row.user_id]) for row in others)
    return LooksPage(rows=rows, next_after=page.next_after)


def _own(actor: Actor, code: str) -> list[_Own]:
    if code:
        one = find_for(actor, Permission.DOSSIER_FOLLOW, code)
        return [_Own(one.pk, one.code, frozenset({one.agency_id, one.competent_agency_id}))]
    found: list[Dossier] = list(
        among_visible(actor, Permission.DOSSIER_FOLLOW)
        .only("code", "agency_id", "competent_agency_id")
        .order_by("-id")[:DOSSIERS_MAX]
    )
    return [
        _Own(one.pk, one.code, frozenset({one.agency_id, one.competent_agency_id})) for one in found
    ]


def _users(rows: list[AccessRow]) -> dict[int | None, None]:
    """Each once, in the order in which they stand."""
    return dict.fromkeys(row.user_id for row in rows)


def _look(row: AccessRow, own: _Own, person: int) -> Look:
    agency_id = row.actor.get("agency")
    agency = agency_on(agency_id, local_day(row.at)) if agency_id else None
    return Look(
        at=row.at,
        code=own.code,
        act=row.act,
        title=row.actor.get("title", ""),
        agency=agency.short_name if agency else "",
        is_program=row.actor.get("door") == "API",
        person=person,
        asked=str(row.detail.get("act", "")),
        is_file=bool(row.detail.get("file")),
        is_of_office=agency_id in own.offices,
    )
