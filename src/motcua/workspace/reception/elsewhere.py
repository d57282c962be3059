"""Received here, settled elsewhere: which agency of the province has to settle the matter.

Basis: NĐ 309/2026/NĐ-CP Art. 8.3: received anywhere in the province; the time limit runs from when
the competent agency takes it over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from django.http import QueryDict

from motcua.agencies.queries import DEPTH_MAX, agencies_tree, agency_on, ancestors
from motcua.agencies.rows import AgencyRow
from motcua.interlinked.rules.source import branch_of
from motcua.interlinked.vocabulary import Branch
from motcua.kernel.actor import Actor
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
from motcua.kernel.folding import fold
from motcua.kernel.verdict import NotFound
from motcua.procedures.queries.details import procedure_detail
from motcua.workspace.numbers import whole_number

FOUND_MAX = 8
TEXT_LENGTH_MAX = 200


@dataclass(frozen=True, slots=True)
class FoundAgency:
    """An agency to choose; `above` tells agencies of one name apart."""

    id: int
    name: str
    above: str


def agencies_called(actor: Actor, at: datetime, text: str) -> list[FoundAgency]:
    """Agencies of the own province that exist today and whose name has all these words; accents
    optional, the own one left out. One query."""
    words = fold(plain_words(text)[:TEXT_LENGTH_MAX]).split()
    if not words or actor.agency_id is None:
        return []
    rows = {row.agency.id: row.agency for row in agencies_tree(local_day(at))}
    root, found = _top(actor.agency_id, rows), []
    for row in rows.values():
        above = rows[row.parent_id].name if row.parent_id in rows else ""
        known = fold(f"{row.name} {row.short_name} {above}")
        is_meant = row.id != actor.agency_id and all(word in known for word in words)
        if is_meant and _top(row.id, rows) == root:
            found.append(FoundAgency(row.id, row.name, above))
    return found[:FOUND_MAX]


def _top(agency_id: int, rows: dict[int, AgencyRow]) -> int:
    """The head of the line of agencies above it."""
    for _step in range(DEPTH_MAX):
        row = rows.get(agency_id)
        if row is None or row.parent_id not in rows:
            break
        agency_id = row.parent_id
    return agency_id


def agency_named(actor: Actor, at: datetime, agency_id: int) -> AgencyRow | None:
    """The agency, if it exists today and stands under the same head as the own one."""
    day = local_day(at)
    row = agency_on(agency_id, day)
    if row is None or actor.agency_id is None:
        return None
    heads = {_last(one, day) for one in (agency_id, actor.agency_id)}
    return row if len(heads) == 1 else None


def _last(agency_id: int, day: date) -> int:
    above = ancestors(agency_id, day)
    return above[-1] if above else agency_id


def is_odd(agency_id: int, version_id: int, day: date) -> bool:
    """Whether an agency of a vertical sector is named for a procedure that the catalogue gives to others,
    or the other way round. Nothing is odd where the catalogue names nobody."""
    row = agency_on(agency_id, day)
    try:
        detail = procedure_detail(version_id)
    except NotFound:
        return False
    told = f"{detail.implementing_body} {detail.competent_body}".strip()
    if row is None or not told:
        return False
    given_to = {branch_of(part) for part in re.split(r"[;,]", told)} & VERTICAL
    branch = branch_of(row.name)
    return branch not in given_to if branch in VERTICAL else bool(given_to)


VERTICAL = frozenset({Branch.POLICE, Branch.INSURANCE, Branch.TAX, Branch.MILITARY})


def choose_agency(data: QueryDict, actor: Actor, at: datetime) -> list[FoundAgency] | None:
    """Settle in `data` which agency is meant: None when that is clear, else what to choose from."""
    text = plain_words(data.get("competent-text", ""))[:TEXT_LENGTH_MAX]
    chosen = whole_number(data.get("competent", ""))
    row = agency_named(actor, at, chosen) if chosen is not None else None
    was_shown = data.get("competent-was", "") == data.get("competent", "")
    if row is not None and (not was_shown or text == plain_words(row.name)):
        data["competent-text"] = row.name
        return None
    data["competent"] = ""
    if not text:
        return None
    found = agencies_called(actor, at, text)
    meant = [one for one in found if fold(one.name) == fold(text)]
    if len(found) == 1 or len(meant) == 1:
        (one,) = meant or found
        data["competent"], data["competent-text"] = str(one.id), one.name
        return None
    return found
