"""Read a statement of the bank; settle the lines that nobody knows."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.money import dong, figures
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.payments.commands.paying.statements import assign_line, read_statement, set_line_aside
from motcua.payments.queries.paying.lines import (
    LineRow,
    StatementRow,
    accounts_to_read,
    line_waiting,
    lines_waiting,
    statements_read,
)
from motcua.payments.queries.paying.meant import Meant, meant_by
from motcua.payments.queries.paying.runs import run_standing, runs_going_on
from motcua.payments.refusal_words import sentence
from motcua.payments.tasks import go_on_statement
from motcua.workspace.paying.forms import LineForm, StatementForm
from motcua.workspace.staff import StaffView

ID_MAX = 2**62


class Statements(StaffView):
    """GET: lines that wait, files that were read, the form. POST: read a file."""

    permission = Permission.STATEMENT_READ

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(StatementForm(accounts_to_read(self.actor)))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = StatementForm(accounts_to_read(self.actor), request.POST, request.FILES)
        if not form.is_valid():
            return self._show(form, status=422)
        file = form.cleaned_data["file"]
        try:
            done = read_statement(
                actor=self.actor,
                at=self.at,
                account_id=form.cleaned_data["account"],
                file_name=file.name,
                raw=file.read(),
                columns=form.columns(),
            )
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            form.add_error("file" if refusal.field == "file" else None, sentence(refusal))
            return self._show(form, status=422)
        if done.run_id is not None:
            go_on_statement.enqueue(done.run_id)
            return redirect("workspace:statement-run", reading_id=done.run_id)
        told = _(
            "Đã đọc %(in_file)s dòng tiền vào: %(new)s dòng mới, %(matched)s dòng khớp số thanh toán, %(waiting)s dòng chờ xem."
        )
        messages.success(
            request,
            told
            % {
                "in_file": done.in_file,
                "new": done.new,
                "matched": done.matched,
                "waiting": done.waiting,
            },
        )
        return redirect("workspace:statements")

    def _show(self, form: StatementForm, *, status: int = 200) -> HttpResponse:
        self.note("statement.read")
        waiting = lines_waiting(self.actor, cursor=self.request.GET.get("cursor", ""))
        context: dict[str, Any] = {
            "form": form,
            "has_account": bool(form.fields["account"].choices),  # type: ignore[attr-defined]
            "lines": [_line(one) for one in waiting.rows],
            "next_cursor": waiting.next_cursor,
            "going_on": runs_going_on(self.actor),
            "files": [_file(one) for one in statements_read(self.actor)],
        }
        return self.page("workspace/paying/statements.html", context, status=status)


class ShowReading(StaffView):
    """GET: how far a long statement is. POST `do=go-on`: when nothing moves, hand it to a worker again."""

    permission = Permission.STATEMENT_READ

    def get(self, request: HttpRequest, reading_id: int) -> HttpResponse:
        run = run_standing(self.actor, reading_id)
        self.note("statement.read", detail={"run": run.id})
        context = {"run": run, "here": request.path, "is_still": run.is_still(self.at)}
        return self.page("workspace/paying/reading.html", context)

    def post(self, request: HttpRequest, reading_id: int) -> HttpResponse:
        run = run_standing(self.actor, reading_id)
        if request.POST.get("do") == "go-on" and run.is_still(self.at):
            go_on_statement.enqueue(run.id)
        return redirect(request.path)


class SettleLine(StaffView):
    """GET: the line. POST: whose it is, or that it is for no dossier."""

    permission = Permission.STATEMENT_READ

    def get(self, request: HttpRequest, line_id: int) -> HttpResponse:
        self.note("statement.read", detail={"line": line_id})
        return self._show(line_id, LineForm())

    def post(self, request: HttpRequest, line_id: int) -> HttpResponse:
        form = LineForm(request.POST)
        if not form.is_valid():
            return self._show(line_id, form, status=422)
        named, reason = form.cleaned_data["named"], form.cleaned_data["reason"]
        act = {
            "actor": self.actor,
            "at": self.at,
            "line_id": min(line_id, ID_MAX),
            "reason": reason,
        }
        try:
            if named and not form.is_checked:
                return self._show(line_id, form, meant=self._meant(line_id, named))
            if named:
                assign_line(**act, named=named)
            else:
                set_line_aside(**act)
        except NotPermitted:
            raise
        except NotFound as refusal:
            if refusal.params.get("kind") != "dossier":
                raise
            form.add_error("named", _("Không có hồ sơ hoặc số thanh toán này ở cơ quan. Xem lại."))
            return self._show(line_id, form, status=422)
        except Refusal as refusal:
            field = refusal.field if refusal.field in form.fields else None
            form.add_error(field, sentence(refusal))
            return self._show(line_id, form, status=422)
        done = _("Đã ghi nhận tiền cho hồ sơ.") if named else _("Đã ghi: không phải tiền hồ sơ.")
        messages.success(request, done)
        return redirect("workspace:statements")

    def _meant(self, line_id: int, named: str) -> Meant:
        """Whose it would be: whoever settles the line looks at it before money is booked."""
        meant = meant_by(self.actor, min(line_id, ID_MAX), named)
        self.note("dossier.read", subject_kind="dossier", subject_id=meant.dossier.id)
        return meant

    def _show(
        self, line_id: int, form: LineForm, *, meant: Meant | None = None, status: int = 200
    ) -> HttpResponse:
        line = line_waiting(self.actor, min(line_id, ID_MAX))
        if line is None:
            raise NotFound(kind="statement-line")
        context = {
            "line": _line(line),
            "form": form,
            "meant": _meant_rows(meant) if meant else [],
            "named": form.cleaned_data["named"] if meant else "",
            "is_known": bool(meant and meant.is_known),
            "over": dong(meant.spread.rest_vnd) if meant and meant.spread.rest_vnd else "",
        }
        return self.page("workspace/paying/line.html", context, status=status)


def _line(one: LineRow) -> dict[str, Any]:
    return {
        "id": one.id,
        "day": short_day(one.day),
        "amount": dong(one.amount_vnd),
        "text": one.text or "—",
        "reference": one.bank_reference or "—",
        "payer": one.payer_name or "—",
    }


def _meant_rows(meant: Meant) -> list[dict[str, str]]:
    dossier, left = meant.dossier, meant.remaining_vnd - meant.spread.booked_vnd
    told = [
        {"label": _("Mã hồ sơ"), "value": dossier.code, "note": dossier.procedure_name},
        {"label": _("Người nộp tiền"), "value": dossier.payer.name},
        {"label": _("Còn phải nộp"), "value": dong(meant.remaining_vnd)},
    ]
    if not meant.is_known:
        told.append({"label": _("Ghi cho hồ sơ"), "value": dong(meant.spread.booked_vnd)})
        if left:
            told.append({"label": _("Ghi xong còn phải nộp"), "value": dong(left)})
    return told


def _file(one: StatementRow) -> dict[str, str]:
    return {
        "file": one.file_name,
        "moment": short_moment(one.read_at),
        "by": one.read_by,
        "lines": figures(one.lines_in_file),
        "new": figures(one.lines_new),
        "sum": dong(one.sum_new_vnd),
    }
