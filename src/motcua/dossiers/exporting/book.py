"""A year's register as its official book: drawn whole, so of a bounded length."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.queries.register import RegisterFilter, register_totals, register_year
from motcua.dossiers.queries.register_book import register_book
from motcua.dossiers.rules.exports import Exported, FileForm, check_form
from motcua.dossiers.rules.register_files import ROWS_MAX, RegisterTooLong
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.papers.queries import words_for
from motcua.papers.rendering import render
from motcua.papers.vocabulary import PaperKind
from motcua.papers.workbook import render_register_xlsx

KIND = PaperKind.DOSSIER_REGISTER


def whole_year(agency_id: int, year: int) -> RegisterFilter:
    return RegisterFilter(agency_id=agency_id, year=year)


def drawn_book(
    *,
    actor: Actor,
    at: datetime,
    which: RegisterFilter,
    form: FileForm,
    tell: Callable[[int], None] | None = None,
) -> bytes:
    """The whole book of the filter's year as the actor may see it; `tell` hears how many are read.

    Refusals: NotPermitted, NotFound, ExportFormUnfit, RegisterTooLong.
    """
    may(actor, Permission.DOSSIER_EXPORT).demand()
    check_form(Exported.REGISTER_BOOK, form)
    book = register_year(actor, which.agency_id, which.year)
    check_book(lines_of(actor, which, at))
    data = register_book(actor, book, at=at, tell=tell)
    words = words_for(KIND, which.agency_id, local_day(at))
    if form is FileForm.XLSX:
        return render_register_xlsx(data, words=words)
    return render(KIND, data, words=words)


def lines_of(actor: Actor, which: RegisterFilter, at: datetime) -> int:
    """How many lines the actor's book of the year has."""
    return register_totals(actor, whole_year(which.agency_id, which.year), at=at).total


def check_book(count: int) -> None:
    """Refusals: RegisterTooLong."""
    if count > ROWS_MAX:
        raise RegisterTooLong(field="year", count=count, count_max=ROWS_MAX)
