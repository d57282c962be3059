"""Finding procedures: which version is in force, search by words, the catalogue page by page.

All three are answered from one list in memory that is read once per catalogue revision (one query
on `procedures_procedureversion` by its primary key, a few thousand rows); afterwards each answer
costs the one query that asks for the revision.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from motcua.kernel.sorting import sort_key
from motcua.ledger.caching import kept_by_revision, one_revision
from motcua.procedures.models import ProcedureVersion
from motcua.procedures.queries.details import ProcedureDetail, procedure_detail
from motcua.procedures.queries.life_events import names_ever_abroad
from motcua.procedures.rules.phrase_book import EverydayWords
from motcua.procedures.rules.search import SearchEntry, SearchIndex, Why
from motcua.procedures.rules.search_words import (
    code_key,
    english_phrases,
    looks_like_code,
    words_of,
)
from motcua.procedures.shipped import everyday_words
from motcua.procedures.vocabulary import Level, OnlineLevel, Scope

PAGE_ROWS_MAX = 100
SEARCH_ROWS_MAX = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class CatalogueRow:
    """A version as a line of a list. `name_key` and `version_id` are its place in the order."""

    version_id: int
    procedure_id: int
    code: str
    scope: Scope
    place: str
    name: str
    name_key: str
    sector_code: str
    sector_name: str
    levels: frozenset[Level]
    online_level: OnlineLevel
    implementing_body: str
    missing: tuple[str, ...]
    valid_from: date
    valid_until: date | None

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)

    @property
    def is_complete(self) -> bool:
        """Whether nothing that a reception needs is missing from the source."""
        return not {"time_limit", "papers"} & set(self.missing)


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundRow:
    """A hit of the search and why it was found; `why` is worded by `wording.why_words`. What is not
    sure may be something else altogether."""

    row: CatalogueRow
    why: tuple[Why, ...]
    is_sure: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class CatalogueFilter:
    """What a list is narrowed to; None and "" narrow nothing. `place` adds that place's own
    versions, which then stand in for the national ones."""

    day: date
    sector_code: str = ""
    level: Level | None = None
    online_level: OnlineLevel | None = None
    place: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CataloguePage:
    """`next_after` is the cursor of the following page, None on the last one."""

    rows: tuple[CatalogueRow, ...]
    next_after: tuple[str, int] | None
    total: int


@dataclass(frozen=True, slots=True)
class _Catalogue:
    rows: tuple[CatalogueRow, ...]
    by_id: dict[int, CatalogueRow]
    by_code: dict[str, tuple[CatalogueRow, ...]]
    index: SearchIndex


def version_in_force(
    code: str,
    day: date,
    *,
    place: str = "",
    scope: Scope | None = None,
    level: Level | None = None,
) -> ProcedureDetail | None:
    """The version of a code that holds on a day, or None.

    The code may be typed without dots and with an agency's suffix. A version of `place` comes
    before the national one; a province's own code is taken only where `place` or `scope` asks.
    """
    with one_revision():
        rows = [
            row
            for row in _catalogue().by_code.get(code_key(code), ())
            if row.holds_on(day)
            and row.place in ("", place)
            and scope in (None, row.scope)
            and (level is None or level in row.levels)
        ]
        best = max(rows, key=lambda row: _closeness(row, place), default=None)
        return procedure_detail(best.version_id) if best else None


def _closeness(row: CatalogueRow, place: str) -> tuple[bool, bool]:
    return (row.place == place, row.scope is Scope.NATIONAL)


def search(
    q: str,
    *,
    day: date,
    level: Level | None = None,
    sector_code: str = "",
    place: str = "",
    limit: int = 10,
) -> list[FoundRow]:
    """The best matches among the versions in force, best first; each says why it matched."""
    wanted = CatalogueFilter(day=day, level=level, sector_code=sector_code, place=place)
    with one_revision():
        known = _catalogue()
        accept = _accepting(wanted)
    hits = known.index.find(
        q,
        limit=min(limit, SEARCH_ROWS_MAX),
        accept=lambda entry: accept(known.by_id[entry.id]),
    )
    return [
        FoundRow(row=known.by_id[hit.entry.id], why=hit.why, is_sure=hit.is_sure) for hit in hits
    ]


def catalogue_rows(
    wanted: CatalogueFilter, *, after: tuple[str, int] | None = None, limit: int = 50
) -> CataloguePage:
    """One page in the order of names (folded), then id; `after` is the last page's cursor."""
    with one_revision():
        accept = _accepting(wanted)
        rows = [row for row in _catalogue().rows if accept(row) and _has_words(row, wanted.words)]
    start = bisect_right(rows, after, key=_place_in_order) if after else 0
    page = rows[start : start + min(max(limit, 1), PAGE_ROWS_MAX)]
    has_more = start + len(page) < len(rows)
    return CataloguePage(
        rows=tuple(page),
        next_after=_place_in_order(page[-1]) if page and has_more else None,
        total=len(rows),
    )


def _has_words(row: CatalogueRow, text: str) -> bool:
    """Whether the code begins with the text, or each word of it begins a word of the name."""
    if looks_like_code(text):
        return code_key(row.code).startswith(code_key(text))
    name = words_of(row.name_key)
    return all(any(known.startswith(word) for known in name) for word in words_of(text))


def _place_in_order(row: CatalogueRow) -> tuple[str, int]:
    return (row.name_key, row.version_id)


def _accepting(wanted: CatalogueFilter) -> Callable[[CatalogueRow], bool]:
    own = {
        row.code
        for row in _catalogue().rows
        if wanted.place and row.place == wanted.place and row.holds_on(wanted.day)
    }

    def accept(row: CatalogueRow) -> bool:
        return (
            row.holds_on(wanted.day)
            and row.place in ("", wanted.place)
            and (row.place == wanted.place or row.code not in own)
            and (wanted.level is None or wanted.level in row.levels)
            and wanted.sector_code in ("", row.sector_code)
            and wanted.online_level in (None, row.online_level)
        )

    return accept


@kept_by_revision
def _catalogue() -> _Catalogue:
    rows = tuple(_row(version) for version in _versions())
    by_code: dict[str, list[CatalogueRow]] = {}
    for row in rows:
        by_code.setdefault(code_key(row.code), []).append(row)
    return _Catalogue(
        rows=tuple(sorted(rows, key=_place_in_order)),
        by_id={row.version_id: row for row in rows},
        by_code={code: tuple(some) for code, some in by_code.items()},
        index=SearchIndex(
            (SearchEntry(id=row.version_id, code=row.code, name=row.name) for row in rows),
            (*everyday_words(), *_in_english(rows)),
        ),
    )


def _in_english(rows: Iterable[CatalogueRow]) -> list[EverydayWords]:
    """English names lead to the procedures that bear them."""
    meant = {row.code: row.name for row in rows}
    return [
        EverydayWords(
            phrases=english_phrases(name),
            means=meant[code],
            codes=(code,),
        )
        for code, name in names_ever_abroad()
        if code in meant
    ]


def _versions() -> Iterable[ProcedureVersion]:
    return (
        ProcedureVersion.objects.select_related("procedure", "sector")
        .only(
            "procedure_id", "procedure__code", "procedure__scope", "procedure__place",
            "sector__code", "sector__name", "name", "name_key", "levels", "online_level",
            "implementing_body", "missing", "valid_from", "valid_until",
        )
        .order_by("id")
    )  # fmt: skip


def _row(version: ProcedureVersion) -> CatalogueRow:
    return CatalogueRow(
        version_id=version.pk,
        procedure_id=version.procedure_id,
        code=version.procedure.code,
        scope=Scope(version.procedure.scope),
        place=version.procedure.place,
        name=version.name,
        name_key=version.name_key,
        sector_code=version.sector.code,
        sector_name=version.sector.name,
        levels=frozenset(Level(code) for code in version.levels),
        online_level=OnlineLevel(version.online_level),
        implementing_body=version.implementing_body,
        missing=tuple(version.missing),
        valid_from=version.valid_from,
        valid_until=version.valid_until,
    )


def row_in_force(code: str, day: date) -> CatalogueRow | None:
    """The line of the catalogue of a code for the whole country on a day; None when there is none."""
    rows = _catalogue().by_code.get(code_key(code), ())
    held = (row for row in rows if row.holds_on(day) and not row.place)
    return max(held, key=lambda row: row.scope is Scope.NATIONAL, default=None)


def versions_coded(code: str) -> list[int]:
    """The versions, of all times and places, of exactly this code, typed with dots or without. From the list
    in memory."""
    if not looks_like_code(code):
        return []
    return [row.version_id for row in _catalogue().by_code.get(code_key(code), ())]


def version_row(version_id: int) -> CatalogueRow | None:
    """The version as a line of the catalogue, with the present end of its period."""
    return _catalogue().by_id.get(version_id)


@dataclass(frozen=True, kw_only=True, slots=True)
class SectorCount:
    """A sector and how many procedures of the whole country it has on a day."""

    code: str
    name: str
    count: int


@kept_by_revision
def sectors_in_force(day: date) -> tuple[SectorCount, ...]:
    """The sectors that have any procedure on that day, in Vietnamese order. From the list in memory."""
    accept = _accepting(CatalogueFilter(day=day))
    held = Counter((row.sector_code, row.sector_name) for row in _catalogue().rows if accept(row))
    rows = [SectorCount(code=code, name=name, count=count) for (code, name), count in held.items()]
    return tuple(sorted(rows, key=lambda row: sort_key(row.name)))


def is_catalogue_loaded() -> bool:
    """Whether any version of any procedure has been published."""
    return ProcedureVersion.objects.exists()
