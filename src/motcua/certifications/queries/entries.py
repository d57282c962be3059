"""The entries of a register: a page of them, one in full, those of a dossier, the books there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from motcua.certifications.models import Certification, CertificationBook
from motcua.certifications.policies import can_cancel, visible
from motcua.certifications.vocabulary import BookKind, EntryState
from motcua.dossiers.vocabulary import Decision, Stage
from motcua.kernel.actor import Actor
from motcua.kernel.folding import fold
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.kernel.verdict import NotFound

WORDS_MAX = 8
OF_REGISTER_MAX = 20_000
"""Entries of one printed book."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One line of a register. `certified_at` is empty until it is issued."""

    id: int
    agency_id: int
    kind: BookKind
    year: int
    number: int
    dossier_code: str
    stage: Stage
    document_name: str
    pages: int
    copies: int
    sheets: int
    requester_name: str
    requester_number: str
    fee_vnd: int
    signer_name: str
    signer_title: str
    entered_at: datetime
    entered_on: date
    certified_at: datetime | None
    note: str
    state: EntryState
    cancelled_at: datetime | None
    cancelled_by: str
    reason: str

    @property
    def is_void(self) -> bool:
        return self.state is EntryState.CANCELLED


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDetail:
    """An entry as its page shows it. `is_final`: its book is closed."""

    row: EntryRow
    entered_by: str
    procedure_name: str
    is_final: bool
    may_cancel: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFilter:
    """Which register; `text` is looked for word by word, accents optional. `agency_id` None: every
    agency that the actor may see."""

    year: int
    kind: BookKind
    text: str = ""
    agency_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BookRow:
    """A register: how many entries, closed when and by whom."""

    year: int
    kind: BookKind
    last: int
    closed_at: datetime | None
    closed_by: str


SAME = ("id", "agency_id", "year", "number", "document_name", "pages", "copies", "sheets",
        "requester_name", "requester_number", "fee_vnd", "signer_name", "signer_title",
        "entered_at", "entered_on", "certified_at", "note", "cancelled_at", "cancelled_by",
        "reason")  # fmt: skip
COLUMNS = (
    *SAME,
    "kind",
    "state",
    "dossier__code",
    "dossier__stage",
    "dossier__ended_at",
    "dossier__decision",
)


def entries_of(
    actor: Actor, which: RegisterFilter, *, cursor: str = "", size: int | None = None
) -> Page[EntryRow]:
    """Highest number first. One query, served by `certification_number_once`. Refusals: CursorFaulty."""
    size = size_of(size)
    found = _of_register(actor, which)
    for word in fold(which.text).split()[:WORDS_MAX]:
        found = found.filter(search_key__contains=word)
    start = after(cursor)
    if start is not None:
        found = found.filter(number__lt=start)
    rows = _rows(found.order_by("-number", "-id")[: size + 1])
    return page_of(rows, size=size, key="number")


def register_entries(actor: Actor, which: RegisterFilter) -> tuple[EntryRow, ...]:
    """The whole register from number 1, as it is printed. One query, same index."""
    return tuple(_rows(_of_register(actor, which).order_by("number")[:OF_REGISTER_MAX]))


def _of_register(actor: Actor, which: RegisterFilter) -> QuerySet[Certification]:
    found = Certification.objects.filter(visible(actor), year=which.year, kind=str(which.kind))
    return found if which.agency_id is None else found.filter(agency=which.agency_id)


def entries_of_dossier(actor: Actor, code: str) -> tuple[EntryRow, ...]:
    """What was entered with this dossier, in its order. One query. Empty when none may be seen."""
    found = Certification.objects.filter(visible(actor), dossier__code=code)
    return tuple(_rows(found.order_by("position")))


def entry_detail(actor: Actor, certification_id: int) -> EntryDetail:
    """Two queries. Refusals: NotFound, also when the actor may not see it."""
    found = Certification.objects.filter(visible(actor), pk=certification_id)
    more = ("entered_by__officer__full_name", "dossier__procedure_version__name")
    values = found.values_list(*COLUMNS, *more).first()
    if values is None:
        raise NotFound(kind="certification")
    row = _row(values[: len(COLUMNS)])
    book = CertificationBook.objects.filter(agency=row.agency_id, year=row.year, kind=row.kind)
    is_final = book.filter(closed_at__isnull=False).exists()
    return EntryDetail(
        row=row,
        entered_by=values[-2] or "",
        procedure_name=values[-1],
        is_final=is_final,
        may_cancel=not is_final and not row.is_void and bool(can_cancel(actor, row.agency_id)),
    )


def books_of(agency_id: int) -> tuple[BookRow, ...]:
    """The registers of an agency, newest year first. One query by the unique key."""
    rows = CertificationBook.objects.filter(agency=agency_id).order_by("-year", "kind")
    return tuple(
        BookRow(
            year=one.year,
            kind=BookKind(one.kind),
            last=one.last,
            closed_at=one.closed_at,
            closed_by=one.closed_by,
        )
        for one in rows[:300]
    )


def _rows(found: QuerySet[Certification]) -> list[EntryRow]:
    return [_row(value) for value in found.values_list(*COLUMNS)]


def _row(value: tuple[Any, ...]) -> EntryRow:
    same = dict(zip(SAME, value, strict=False))
    kind, state, code, stage, ended_at, decision = value[len(SAME) :]
    # Issued through the pages of the dossier and not from the list of signing: the dossier knows when.
    is_issued = stage in (Stage.SETTLED, Stage.RETURNED) and decision == Decision.GRANTED
    certified_at = same.pop("certified_at") or (ended_at if is_issued else None)
    return EntryRow(
        **same,
        kind=BookKind(kind),
        state=EntryState(state),
        dossier_code=code,
        stage=Stage(stage),
        certified_at=certified_at,
    )


def rows_where(which: Q, *, order: Iterable[str], most: int) -> Iterator[EntryRow]:
    """Entries by a condition that the caller has bounded to what may be seen."""
    yield from _rows(Certification.objects.filter(which).order_by(*order)[:most])


def certified_among(actor: Actor, codes: Collection[str]) -> frozenset[str]:
    """Those of these dossiers whose result has its own number in a register. One query."""
    which = visible(actor) & Q(dossier__code__in=list(codes), state=EntryState.ENTERED)
    return frozenset(Certification.objects.filter(which).values_list("dossier__code", flat=True))
