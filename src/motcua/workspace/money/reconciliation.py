"""Reconciliation: the figures of a day side by side, what differs, and explaining it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.rules.roles import Permission, may
from motcua.books.policies import agencies_for
from motcua.books.queries.balances import agencies_with_books
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.reconciliation.commands.comparing import compare_money
from motcua.reconciliation.commands.explaining import explain_difference
from motcua.reconciliation.queries.days import day_compared
from motcua.reconciliation.queries.differences import (
    DifferenceRow,
    difference_called,
    differences_of,
    last_comparison,
)
from motcua.reconciliation.refusal_words import sentence
from motcua.reconciliation.vocabulary import State
from motcua.reconciliation.wording import STATES
from motcua.workspace.money.refunds import ID_MAX
from motcua.workspace.money.showing_differences import (
    day_lines,
    difference_rows,
    difference_told,
)
from motcua.workspace.money.showing_settlements import agency_name
from motcua.workspace.staff import StaffView
from motcua.workspace.till.forms import TypedDay


class DayForm(forms.Form):
    """Which day is looked at."""

    day = TypedDay(label=gettext_lazy("Ngày"), required=False)


class ExplainForm(forms.Form):
    """Why it differs."""

    reason = forms.CharField(
        label=gettext_lazy("Vì sao chênh lệch"), required=False, widget=forms.Textarea
    )


class ShowReconciliation(StaffView):
    """`?day=&state=&cursor=&agency=`."""

    permission = Permission.RECONCILIATION_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        today = local_day(self.at)
        form = DayForm(request.GET if "day" in request.GET else {"day": ""})
        day = form.cleaned_data["day"] if form.is_valid() else None
        asked = request.GET.get("state", str(State.OPEN))
        state = State(asked) if asked in set(State) else None
        cursor = request.GET.get("cursor", "")
        try:
            page = differences_of(self.actor, state, cursor=cursor)
        except Refusal:
            return redirect("workspace:reconciliation")
        agency_id = self._agency_id()
        self.note("reconciliation.read", detail={"agency": agency_id, "state": asked})
        status = 200 if form.is_valid() else 422
        context = self._day(agency_id, min(day or today, today)) | {
            "form": form,
            "agencies": [
                {"id": pk, "name": agency_name(pk, today)}
                for pk in sorted(self._with_money() - {agency_id})
            ],
            "rows": difference_rows(page.rows),
            "state": str(state or ""),
            "states": [(str(one), words) for one, words in STATES.items()],
            "next_cursor": page.next_cursor,
            "is_first": not cursor,
            "may_compare": bool(may(self.actor, Permission.RECONCILIATION_EXPLAIN)),
        }
        return self.page("workspace/money/reconciliation.html", context, status=status)

    def _with_money(self) -> frozenset[int]:
        """Of those that may be looked at, where there is anything to compare."""
        seen = agencies_for(self.actor, self.permission)
        return seen & frozenset(agencies_with_books(self.actor))

    def _agency_id(self) -> int:
        seen = agencies_for(self.actor, self.permission)
        asked = self.request.GET.get("agency", "")
        if asked:
            found = next((pk for pk in seen if str(pk) == asked), None)
            if found is None:
                raise NotFound(kind="agency")
            return found
        if self.actor.agency_id in seen:
            return self.actor.agency_id or 0
        if not seen:
            raise NotFound(kind="agency")
        return min(seen)

    def _day(self, agency_id: int, day: date) -> dict[str, Any]:
        last = last_comparison(agency_id)
        return {
            "agency": agency_name(agency_id, day),
            "agency_id": agency_id,
            "day": short_day(day),
            "day_iso": day.isoformat(),
            "lines": day_lines(day_compared(self.actor, agency_id, day)),
            "compared": short_moment(last.compared_at) if last else "",
        }


class CompareMoney(StaffView):
    """Compare one's own agency now."""

    permission = Permission.RECONCILIATION_EXPLAIN

    def post(self, request: HttpRequest) -> HttpResponse:
        agency_id = self.actor.agency_id or 0
        standing = compare_money(actor=self.actor, at=self.at, agency_id=agency_id)
        words = _("Đã đối soát lại. Còn %(count)s chênh lệch chưa rõ.")
        messages.success(request, words % {"count": standing})
        return redirect("workspace:reconciliation")


class ShowDifference(StaffView):
    """One difference, whose it is, what to do next."""

    permission = Permission.RECONCILIATION_VIEW

    def get(self, request: HttpRequest, difference_id: int) -> HttpResponse:
        row = self._find(difference_id)
        return self._show(row, ExplainForm(initial={"reason": row.reason}))

    def _find(self, difference_id: int) -> DifferenceRow:
        if difference_id > ID_MAX:
            raise NotFound(kind="difference")
        return difference_called(self.actor, difference_id)

    def _show(self, row: DifferenceRow, form: ExplainForm, *, status: int = 200) -> HttpResponse:
        self.note("reconciliation.read", subject_kind="difference", subject_id=row.id)
        context = {"row": row, "form": form, **difference_told(row)}
        return self.page("workspace/money/difference.html", context, status=status)


class ExplainDifference(ShowDifference):
    """POST: why it differs."""

    permission = Permission.RECONCILIATION_EXPLAIN

    def post(self, request: HttpRequest, difference_id: int) -> HttpResponse:
        row, form = self._find(difference_id), ExplainForm(request.POST)
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        try:
            explain_difference(actor=self.actor, at=self.at, difference_id=row.id, reason=reason)
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            for problem in refusal.reasons:
                field = problem.field if problem.field in form.fields else None
                form.add_error(field, sentence(problem))
            return self._show(self._find(difference_id), form, status=422)
        messages.success(request, _("Đã ghi giải trình. Chênh lệch vẫn được liệt kê."))
        return redirect("workspace:difference", difference_id=row.id)
