"""The register of dossiers: the years, the lines of one, files of it, closing and checking it."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.commands.close_register import close_register, digest_of_lines
from motcua.dossiers.exporting.book import drawn_book, lines_of, whole_year
from motcua.dossiers.queries.register import (
    RegisterFilter,
    RegisterYear,
    register_page,
    register_totals,
    register_year,
    registers_of,
    sectors_in,
    units_in,
)
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.rules.exports import AT_ONCE_MAX, MEDIA_OF, Exported, FileForm
from motcua.kernel.clock import local_day
from motcua.kernel.paging import CursorFaulty
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.workspace.exports.views import begun
from motcua.workspace.numbers import whole_number
from motcua.workspace.registers.forms import RegisterForm
from motcua.workspace.registers.showing import (
    book_state,
    closed_words,
    line_rows,
    totals_shown,
    year_rows,
)
from motcua.workspace.staff import StaffView

QUERY_NAMES = ("q", "sector", "unit", "first", "last", "late", "open", "agency")


class ListRegisters(StaffView):
    """Every book that one may open."""

    permission = Permission.DOSSIER_SEARCH

    def get(self, request: HttpRequest) -> HttpResponse:
        rows = year_rows(registers_of(self.actor))
        several = len({row["agency"] for row in rows}) > 1
        return self.page("workspace/registers/list.html", {"rows": rows, "several": several})


class BookView(StaffView):
    """A page of one book; `?agency=` names another than one's own."""

    permission = Permission.DOSSIER_SEARCH

    def book(self, year: int) -> RegisterYear:
        sent = self.request.POST if self.request.method == "POST" else self.request.GET
        return register_year(self.actor, whole_number(sent.get("agency", "")), year)

    def place(self, name: str, book: RegisterYear) -> str:
        return f"{reverse(f'workspace:{name}', args=[book.year])}?agency={book.agency_id}"


class ShowRegister(BookView):
    """The lines of a year with their totals, narrowed by what the address says; its files."""

    def get(self, request: HttpRequest, year: int) -> HttpResponse:
        book = self.book(year)
        whole = RegisterFilter(agency_id=book.agency_id, year=book.year)
        form = RegisterForm(
            request.GET, sectors=sectors_in(self.actor, whole), units=units_in(whole, self.at)
        )
        which = form.filter_of(book)
        cursor = request.GET.get("cursor", "")
        try:
            page = register_page(self.actor, which, at=self.at, cursor=cursor)
        except CursorFaulty:
            return redirect(self.place("register", book))
        self.note("register.read", detail={"year": year, "found": [row.code for row in page.rows]})
        kept = request.GET.copy()
        kept.pop("cursor", None)
        context = {
            "book": book,
            "state": book_state(book),
            "closed": closed_words(book),
            "form": form,
            "is_narrowed": which != whole,
            "rows": line_rows(page.rows, self.at),
            "totals": totals_shown(register_totals(self.actor, which, at=self.at)),
            "here": f"{reverse('workspace:register', args=[year])}?{kept.urlencode()}",
            "next_cursor": page.next_cursor,
            "is_first": not cursor,
            "query": f"{kept.urlencode()}&year={year}",
            "may_export": bool(may(self.actor, Permission.DOSSIER_EXPORT)),
            "closing_url": self.place("register-closing", book),
            "may_close": self._may_close(book),
        }
        status = HTTPStatus.OK if form.is_valid() else HTTPStatus.UNPROCESSABLE_ENTITY
        return self.page("workspace/registers/show.html", context, status=status)

    def post(self, request: HttpRequest, year: int) -> HttpResponseBase:
        """`do=export`, `form=PDF|XLSX`: the whole year, at once when short, else in the background."""
        if request.POST.get("do") != "export":
            return self.get(request, year)
        may(self.actor, Permission.DOSSIER_EXPORT).demand()
        book = self.book(year)
        asked = request.POST.get("form", "")
        form = FileForm.XLSX if asked == FileForm.XLSX else FileForm.PDF
        which = whole_year(book.agency_id, year)
        if lines_of(self.actor, which, self.at) > AT_ONCE_MAX:
            return begun(
                self, Exported.REGISTER_BOOK, which, form, back=self.place("register", book)
            )
        told = {"agency_id": book.agency_id, "year": year, "form": str(form)}
        self.note("register.exported", detail=told)
        content = drawn_book(actor=self.actor, at=self.at, which=which, form=form)
        return _file(HttpResponse(content), form, year)

    def _may_close(self, book: RegisterYear) -> bool:
        return (
            bool(may(self.actor, Permission.REGISTER_CLOSE))
            and book.agency_id == self.actor.agency_id
            and book.closed_at is None
            and local_day(self.at).year > book.year
        )


class CloseRegister(BookView):
    """GET: what closing means, and what stands in the book (`?check=1`: whether it still holds).
    POST `do=close`: close it."""

    def get(self, request: HttpRequest, year: int) -> HttpResponse:
        return self._show(self.book(year))

    def post(self, request: HttpRequest, year: int) -> HttpResponse:
        if request.POST.get("do") != "close":
            return self._show(self.book(year))
        may(self.actor, Permission.REGISTER_CLOSE).demand()
        book = self.book(year)
        if book.agency_id != self.actor.agency_id:
            raise NotFound(kind="register")
        if request.POST.get("sure") != "on":
            told = _("Đánh dấu vào ô xác nhận rồi bấm Khóa sổ.")
            return self._show(book, told)
        try:
            count = close_register(actor=self.actor, at=self.at, year=year)
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            return self._show(book, sentence(refusal))
        messages.success(
            request,
            _("Đã khóa sổ năm %(year)s với %(count)s hồ sơ.") % {"year": year, "count": count},
        )
        return redirect(self.place("register-closing", book))

    def _show(self, book: RegisterYear, problem: str = "") -> HttpResponse:
        which = RegisterFilter(agency_id=book.agency_id, year=book.year)
        now = self._digest_now(book)
        context = {
            "book": book,
            "state": book_state(book),
            "closed": closed_words(book),
            "totals": totals_shown(register_totals(self.actor, which, at=self.at)),
            "problem": problem,
            "is_over": local_day(self.at).year > book.year,
            "may_close": bool(may(self.actor, Permission.REGISTER_CLOSE))
            and book.agency_id == self.actor.agency_id,
            "digest_now": now,
            "holds": now == book.digest,
            "book_url": self.place("register", book),
        }
        status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
        return self.page("workspace/registers/closing.html", context, status=status)

    def _digest_now(self, book: RegisterYear) -> str:
        """The digest of the lines as they stand, when it is asked for and there is one to compare."""
        asked = self.request.GET.get("check") == "1" and book.digest
        return digest_of_lines(book.agency_id, book.year) if asked else ""


def _file(response: HttpResponseBase, form: FileForm, year: int) -> HttpResponseBase:
    response["Content-Type"] = MEDIA_OF[form]
    name = f"so-theo-doi-ho-so-{year}.{form.lower()}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
