"""What holds for feedback: read with its periods, changed from a day on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.feedback.commands.terms import TermsBeginInThePast, set_feedback_terms
from motcua.feedback.queries.terms import periods_of_terms, terms_at, terms_in_force
from motcua.feedback.rules.terms import RANGES, Anonymous, Terms, TermsFaulty
from motcua.feedback.vocabulary import Checker, Duty, Kind
from motcua.feedback.wording import CHECKERS, DUTIES, KINDS
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.workspace.announcing import COUNTRY, scopes_of
from motcua.workspace.feedback.terms_form import TermsForm, words_of
from motcua.workspace.from_a_day import period_shown
from motcua.workspace.paper_forms.showing import agency_names
from motcua.workspace.staff import StaffView


class ShowTerms(StaffView):
    """What holds today at one's own agency, and what was set when."""

    permission = Permission.FEEDBACK_CHANGE

    def get(self, request: HttpRequest) -> HttpResponse:
        agency_id, today = self.actor.agency_id, local_day(self.at)
        assert agency_id is not None
        set_by = terms_at(self.actor, self.at, agency_id)
        periods = periods_of_terms(self.actor, self.at)
        names = agency_names({one.agency_id for one in periods}, today)
        context: dict[str, Any] = {
            "rows": terms_rows(terms_in_force(agency_id, today)),
            "valid_from": set_by.valid_from if set_by else None,
            "owner": names.get(set_by.agency_id, "") if set_by and set_by.agency_id else "",
            "history": [period_shown(one, names, today, terms_rows(one.terms)) for one in periods],
        }
        return self.page("workspace/feedback/terms.html", context)


class ChangeTerms(StaffView):
    """GET: what holds, to be changed. POST: set from a day on; what came in before keeps its own."""

    permission = Permission.FEEDBACK_CHANGE

    def get(self, request: HttpRequest) -> HttpResponse:
        tomorrow = local_day(self.at) + timedelta(days=1)
        scopes = scopes_of(self.actor, self.at)
        initial = {
            **words_of(self._now()),
            "scope": scopes[0][0],
            "valid_from": short_day(tomorrow),
        }
        return self._form(TermsForm(scopes, initial=initial))

    def post(self, request: HttpRequest) -> HttpResponse:
        typed = TermsForm(scopes_of(self.actor, self.at), request.POST)
        if not typed.is_valid():
            return self._form(typed, status=422)
        given = typed.cleaned_data
        try:
            set_feedback_terms(
                actor=self.actor,
                at=self.at,
                agency_id=None if given["scope"] == COUNTRY else int(given["scope"]),
                given=_terms(given, self._now()),
            )
        except TermsBeginInThePast as refusal:
            refusal.params["earliest"] = short_day(refusal.params["earliest"])
            typed.refuse([refusal])
        except TermsFaulty as refusal:
            typed.refuse(refusal.problems)
        else:
            told = _("Đã ghi quy định, áp dụng từ %(day)s.")
            messages.success(request, told % {"day": short_day(given["valid_from"])})
            return redirect("workspace:feedback-terms")
        return self._form(typed, status=422)

    def _now(self) -> Terms:
        assert self.actor.agency_id is not None
        return terms_in_force(self.actor.agency_id, local_day(self.at))

    def _form(self, typed: TermsForm, *, status: int = 200) -> HttpResponse:
        kinds = [
            {
                "title": KINDS[kind],
                "anonymous": typed[f"anonymous_{kind}"],
                "basis": typed[f"basis_{kind}"],
            }
            for kind in Kind
        ]
        context = {
            "typed": typed,
            "days": [typed[f"days_{duty}"] for duty in Duty] + [typed["warning_days"]],
            "limits": [typed[name] for name in RANGES if name != "warning_days"],
            "kinds": kinds,
        }
        return self.page("workspace/feedback/change_terms.html", context, status=status)


def _terms(given: dict[str, Any], now: Terms) -> Terms:
    valid_from: date = given["valid_from"]
    return replace(
        now,
        valid_from=valid_from,
        valid_until=None,
        basis=given["basis"],
        limits={duty: given[f"days_{duty}"] for duty in Duty},
        anonymous={
            kind: Anonymous(given[f"anonymous_{kind}"], given[f"basis_{kind}"]) for kind in Kind
        },
        taken=frozenset(Kind(kind) for kind in given["taken"]),
        checker=Checker(given["checker"]),
        **{name: given[name] for name in RANGES},
    )


def terms_rows(terms: Terms) -> list[dict[str, Any]]:
    """The terms line by line."""
    days = _("%(count)s ngày làm việc")
    return [
        *({"label": DUTIES[duty], "value": days % {"count": terms.limits[duty]}} for duty in Duty),
        {
            "label": _("Báo sắp đến hạn trước"),
            "value": _("%(count)s ngày") % {"count": terms.warning_days},
        },
        {
            "label": _("Loại được nhận"),
            "value": ", ".join(str(KINDS[kind]) for kind in Kind if kind in terms.taken),
        },
        *(
            {
                "label": _("%(kind)s, không nêu tên") % {"kind": KINDS[kind]},
                "value": _("Nhận") if one.allowed else _("Không nhận"),
                "note": one.basis,
            }
            for kind, one in sorted(terms.anonymous.items())
        ),
        {
            "label": _("Dài nhất"),
            "value": _("tiêu đề %(title)s, nội dung %(content)s, trả lời %(answer)s ký tự")
            % {"title": terms.title_max, "content": terms.content_max, "answer": terms.answer_max},
        },
        {"label": _("Số tệp nhiều nhất"), "value": str(terms.files_max)},
        {"label": _("Ai công khai"), "value": CHECKERS[terms.checker]},
        {"label": _("Căn cứ"), "value": terms.basis},
    ]
