"""What everybody may read: anonymized text and answer, nothing else of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.feedback.models import Petition
from motcua.feedback.queries.steps import agency_name
from motcua.feedback.vocabulary import Kind, Publication
from motcua.kernel.folding import fold
from motcua.kernel.paging import Page, after_moment, moment_cursor
from motcua.kernel.verdict import NotFound

PAGE_ROWS = 20
WORDS_MAX = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedRow:
    """One of them as published; `id` is its address, which tells nobody the code."""

    id: int
    kind: Kind
    title: str
    text: str
    answer: str
    agency: str
    procedure_code: str
    published_at: datetime


COLUMNS = (
    "id", "kind", "published_title", "published_text", "published_answer", "agency_id",
    "procedure_code", "published_at",
)  # fmt: skip


def published(
    at: datetime,
    *,
    text: str = "",
    kind: Kind | None = None,
    procedure_code: str = "",
    cursor: str = "",
) -> Page[PublishedRow]:
    """The newest first. One query, by `petition_published`, and names of agencies. Refusals:
    CursorFaulty."""
    found = Petition.objects.filter(publication=str(Publication.PUBLISHED))
    if kind is not None:
        found = found.filter(kind=str(kind))
    if procedure_code:
        found = found.filter(procedure_code=procedure_code)
    for word in fold(text).split()[:WORDS_MAX]:
        found = found.filter(published_key__contains=word)
    start = after_moment(cursor)
    if start is not None:
        moment, last = start
        found = found.filter(published_at__lte=moment).exclude(published_at=moment, id__gte=last)
    rows = list(found.order_by("-published_at", "-id").only(*COLUMNS)[: PAGE_ROWS + 1])
    shown = tuple(_row(row, at) for row in rows[:PAGE_ROWS])
    more = len(rows) > PAGE_ROWS
    last_row = shown[-1] if shown else None
    cursor = moment_cursor(last_row.published_at, last_row.id) if more and last_row else ""
    return Page(rows=shown, next_cursor=cursor)


def published_one(petition_id: int, at: datetime) -> PublishedRow:
    """Refusals: NotFound."""
    found = Petition.objects.filter(pk=petition_id, publication=str(Publication.PUBLISHED))
    row = found.only(*COLUMNS).first()
    if row is None:
        raise NotFound(kind="petition")
    return _row(row, at)


def _row(row: Petition, at: datetime) -> PublishedRow:
    assert row.published_at is not None
    return PublishedRow(
        id=row.pk,
        kind=Kind(row.kind),
        title=row.published_title,
        text=row.published_text,
        answer=row.published_answer,
        agency=agency_name(row.agency_id, at),
        procedure_code=row.procedure_code,
        published_at=row.published_at,
    )
