"""Which list a button means: the address under which it stands, read as its own page reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.http import QueryDict
from django.urls import reverse

from motcua.dossiers.exporting.lines import Which
from motcua.dossiers.queries.register import RegisterFilter, register_year, sectors_in, units_in
from motcua.dossiers.rules.exports import Exported, FileForm
from motcua.kernel.actor import Actor
from motcua.workspace.numbers import whole_number
from motcua.workspace.registers.forms import RegisterForm
from motcua.workspace.work.asking import filter_of, one_of, words_of
from motcua.workspace.work.find import day_of, finding_of

QUERY_LENGTH_MAX = 4000
PAGES = {Exported.DOSSIERS: "workspace:dossiers", Exported.WORK: "workspace:work"}


@dataclass(frozen=True, slots=True)
class AskedFor:
    """The list, its filter, the form of the file, and the address query it was asked by."""

    what: Exported
    which: Which
    form: FileForm
    query: str


def asked_for(sent: QueryDict, actor: Actor, at: datetime) -> AskedFor | None:
    """None for what is no list or no form. Refusals: NotFound."""
    what = one_of(Exported, sent.get("what", ""))
    form = one_of(FileForm, sent.get("form", ""))
    if what is None or form is None or what is Exported.REGISTER_BOOK:
        return None
    query = sent.get("query", "")[:QUERY_LENGTH_MAX]
    return AskedFor(what, _filter(what, QueryDict(query), actor, at), form, query)


def _filter(what: Exported, params: QueryDict, actor: Actor, at: datetime) -> Which:
    if what is Exported.WORK:
        return filter_of(params, actor)
    if what is Exported.REGISTER:
        return _register(params, actor, at)
    days: dict[str, date | None] = {
        name: day_of(words_of(params, name))[0] for name in ("from", "until")
    }
    return finding_of(params, days)


def _register(params: QueryDict, actor: Actor, at: datetime) -> RegisterFilter:
    year = whole_number(params.get("year", "")) or 0
    book = register_year(actor, whole_number(params.get("agency", "")), year)
    whole = RegisterFilter(agency_id=book.agency_id, year=book.year)
    form = RegisterForm(params, sectors=sectors_in(actor, whole), units=units_in(whole, at))
    return form.filter_of(book)


def way_back(asked: AskedFor) -> str:
    """The page on which the button stands."""
    if isinstance(asked.which, RegisterFilter):
        here = reverse("workspace:register", args=[asked.which.year])
        return f"{here}?agency={asked.which.agency_id}"
    here = reverse(PAGES[asked.what])
    return f"{here}?{asked.query}" if asked.query else here
