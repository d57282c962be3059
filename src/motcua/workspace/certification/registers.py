"""The registers of certifications: on screen, on paper, as a spreadsheet; struck through, closed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.certifications.commands.cancel import cancel_certification
from motcua.certifications.commands.close_book import close_certification_book
from motcua.certifications.queries.entries import (
    EntryDetail,
    RegisterFilter,
    books_of,
    entries_of,
    entry_detail,
)
from motcua.certifications.queries.paper import register_paper
from motcua.certifications.queries.totals import totals_by_day, totals_by_month, whole
from motcua.certifications.refusal_words import sentence
from motcua.certifications.vocabulary import BookKind
from motcua.certifications.wording import BOOKS, SHORT
from motcua.certifications.workbook import render_certifications_xlsx
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.papers.data.registers import CertificationRegister
from motcua.papers.queries import words_for
from motcua.papers.rendering import render
from motcua.papers.vocabulary import PaperKind
from motcua.workspace.certification.showing import detail_rows, entry_shown, totals_shown
from motcua.workspace.numbers import whole_number
from motcua.workspace.staff import StaffView

QUERY_LENGTH_MAX = 200
ID_MAX = 2**63 - 1
FIRST_YEAR, LAST_YEAR = 2000, 2200
SHOWN = {
    "pdf": ("application/pdf", "inline"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "attachment"),
}


class RegisterView(StaffView):
    """What every page of a register reads from its address."""

    permission = Permission.CERTIFICATION_VIEW

    def which(self, asked: Any) -> RegisterFilter:
        """The register asked for: of this year and of copies unless the address says otherwise."""
        year = whole_number(asked.get("year", "")) or 0
        named = [kind for kind in BookKind if str(kind) == asked.get("kind")]
        return RegisterFilter(
            year=year if FIRST_YEAR <= year <= LAST_YEAR else local_day(self.at).year,
            kind=(named or [BookKind.COPY])[0],
            text=asked.get("q", "").strip()[:QUERY_LENGTH_MAX],
            agency_id=self.actor.agency_id,
        )

    def url_of(self, which: RegisterFilter) -> str:
        asked = urlencode({"year": which.year, "kind": which.kind})
        return f"{reverse('workspace:certification-register')}?{asked}"


class ShowRegister(RegisterView):
    """By number, the newest first; found by person, document or number. POST `do=close`: close it."""

    def get(self, request: HttpRequest) -> HttpResponse:
        which = self.which(request.GET)
        try:
            page = entries_of(self.actor, which, cursor=request.GET.get("cursor", ""))
        except NotFound:
            raise
        except Refusal:
            return redirect(self.url_of(which))
        found = [row.number for row in page.rows]
        self.note("certification.list", detail={"q": which.text, "found": found})
        books = {(one.year, one.kind): one for one in books_of(which.agency_id or 0)}
        book = books.get((which.year, which.kind))
        months = totals_by_month(self.actor, which)
        context: dict[str, Any] = {
            "q": which.text,
            "year": which.year,
            "kind": str(which.kind),
            "title": BOOKS[which.kind],
            "rows": [entry_shown(row) for row in page.rows],
            "next_cursor": page.next_cursor,
            "is_first": not request.GET.get("cursor"),
            "tabs": self._tabs(which),
            "years": sorted({year for year, _kind in books} | {local_day(self.at).year}),
            "total": totals_shown(whole(months)),
            "months": [totals_shown(one, by_month=True) for one in months],
            "days": [totals_shown(one) for one in totals_by_day(self.actor, which)],
            "closed": short_moment(book.closed_at) if book and book.closed_at else "",
            "closed_by": book.closed_by if book else "",
            "may_close": self._may_close(
                which, is_open=book is not None and book.closed_at is None
            ),
            "last": book.last if book else 0,
        }
        return self.page("workspace/certification/register.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        which = self.which(request.POST)
        if request.POST.get("do") != "close":
            return redirect(self.url_of(which))
        try:
            count = close_certification_book(
                actor=self.actor, at=self.at, year=which.year, kind=which.kind
            )
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            messages.warning(request, sentence(refusal))
        else:
            told = _("Đã khóa sổ năm %(year)s: %(count)s số.")
            messages.success(request, told % {"year": which.year, "count": count})
        return redirect(self.url_of(which))

    def _may_close(self, which: RegisterFilter, *, is_open: bool) -> bool:
        is_over = which.year < local_day(self.at).year
        return is_open and is_over and bool(may(self.actor, Permission.REGISTER_CLOSE))

    def _tabs(self, which: RegisterFilter) -> list[dict[str, Any]]:
        here = reverse("workspace:certification-register")
        return [
            {
                "url": f"{here}?{urlencode({'year': which.year, 'kind': kind})}",
                "label": SHORT[kind],
                "current": kind is which.kind,
            }
            for kind in BookKind
        ]


class WholeRegister(RegisterView):
    """All entries of a register, for a file."""

    def data(self, which: RegisterFilter) -> CertificationRegister | None:
        """None where nothing was entered."""
        try:
            data = register_paper(self.actor, self.at, which)
        except NotFound:
            return None
        detail = {"q": "", "found": f"{which.kind} {which.year}"}
        self.note("certification.list", detail=detail)
        return data

    def nothing(self, which: RegisterFilter) -> HttpResponse:
        """An empty register is not printed; its page says so."""
        messages.info(self.request, _("Sổ này chưa có số nào nên không có gì để in."))
        return redirect(self.url_of(which))

    def answer(self, body: bytes, which: RegisterFilter, suffix: str) -> HttpResponse:
        """A PDF is shown, a spreadsheet is kept."""
        media_type, shown = SHOWN[suffix]
        response = HttpResponse(body, content_type=media_type)
        name = f"so-chung-thuc-{which.kind.lower()}-{which.year}.{suffix}"
        response["Content-Disposition"] = f'{shown}; filename="{name}"'
        return response


class PrintRegister(WholeRegister):
    """The whole register as PDF."""

    def get(self, request: HttpRequest) -> HttpResponse:
        which = self.which(request.GET)
        kind, data = PaperKind.CERTIFICATION_REGISTER, self.data(which)
        if data is None:
            return self.nothing(which)
        words = words_for(kind, which.agency_id or 0, local_day(self.at))
        return self.answer(render(kind, data, words=words), which, "pdf")


class DownloadRegister(WholeRegister):
    """The whole register as XLSX."""

    def get(self, request: HttpRequest) -> HttpResponse:
        which = self.which(request.GET)
        data = self.data(which)
        if data is None:
            return self.nothing(which)
        return self.answer(render_certifications_xlsx(data), which, "xlsx")


class ShowEntry(StaffView):
    """GET: one entry in full. POST `do=cancel`: strike it through, with a reason."""

    permission = Permission.CERTIFICATION_VIEW

    def get(self, request: HttpRequest, certification_id: int) -> HttpResponse:
        return self._show(self._find(certification_id))

    def post(self, request: HttpRequest, certification_id: int) -> HttpResponse:
        detail = self._find(certification_id)
        reason = request.POST.get("reason", "")
        if request.POST.get("do") != "cancel":
            return self._show(detail)
        try:
            cancel_certification(
                actor=self.actor, at=self.at, certification_id=detail.row.id, reason=reason
            )
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            return self._show(detail, reason=reason, error=sentence(refusal), status=422)
        messages.success(request, _("Đã hủy số %(number)s.") % {"number": detail.row.number})
        return redirect("workspace:certification-entry", certification_id=detail.row.id)

    def _find(self, certification_id: int) -> EntryDetail:
        if certification_id > ID_MAX:
            raise NotFound(kind="certification")
        return entry_detail(self.actor, certification_id)

    def _show(
        self, detail: EntryDetail, *, reason: str = "", error: str = "", status: int = 200
    ) -> HttpResponse:
        row = detail.row
        self.note("certification.read", subject_kind="certification", subject_id=row.id)
        here = reverse("workspace:certification-register")
        context: dict[str, Any] = {
            "entry": entry_shown(row),
            "year": row.year,
            "title": BOOKS[row.kind],
            "details": detail_rows(row, detail.entered_by, detail.procedure_name),
            "may_cancel": detail.may_cancel,
            "is_final": detail.is_final,
            "reason": reason,
            "error": error,
            "register_url": f"{here}?{urlencode({'year': row.year, 'kind': row.kind})}",
        }
        return self.page("workspace/certification/entry.html", context, status=status)
