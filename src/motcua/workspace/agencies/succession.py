"""Merging, splitting, replacing: said on a form, tried on a copy, carried out as it was tried."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.agencies.successions import slugs_of
from motcua.dossiers.commands.carry_out_succession import (
    CarriedOut,
    ChangedSinceRehearsal,
    LeftBehind,
    carry_out,
)
from motcua.dossiers.commands.rehearse_succession import rehearse
from motcua.dossiers.long_runs.beginning import begin_succession, many_follow
from motcua.dossiers.rehearsal import Rehearsal
from motcua.dossiers.tasks import go_on_long_run
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotPermitted
from motcua.workspace.agencies.rehearsal import changed_words, rehearsal_context
from motcua.workspace.agencies.showing import worded
from motcua.workspace.agencies.succession_forms import SUCCESSORS_MAX, SuccessionWish
from motcua.workspace.staff import StaffView

FIELD_OF = {"from_day": "from_day", "predecessors": "predecessors"}
SUCCESSOR_FIELDS = {"code": "code", "slug": "name", "parent": "parent"}


class SucceedAgencies(StaffView):
    """POST `do=rehearse`: try it; `do=apply`: do it as tried; `do=more`, `do=edit`: the form again."""

    permission = Permission.AGENCY_CHANGE

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form(SuccessionWish(self.actor, self.at))

    def post(self, request: HttpRequest) -> HttpResponse:
        wish = SuccessionWish(self.actor, self.at, request.POST)
        wanted = request.POST.get("do", "rehearse")
        if wanted in ("more", "edit"):
            return self._form(wish, is_checked=wanted == "edit")
        if not wish.is_valid():
            return self._form(wish, status=422)
        try:
            if wanted == "apply":
                return self._apply(wish)
            return self._rehearsed(wish)
        except NotPermitted:
            raise
        except Refusal as refusal:
            self._refuse(wish, refusal)
            return self._form(wish, status=422)

    def _refuse(self, wish: SuccessionWish, refusal: Refusal) -> None:
        """The sentence beside what was typed: the plan's field, or that of the first successor."""
        field = refusal.field or ""
        if field in SUCCESSOR_FIELDS:
            wish.successors[0].add_error(SUCCESSOR_FIELDS[field], worded(refusal))
        else:
            wish.plan.add_error(FIELD_OF.get(field), worded(refusal))

    def _rehearsed(self, wish: SuccessionWish, told: str = "") -> HttpResponse:
        shown = rehearse(actor=self.actor, at=self.at, order=wish.order)
        return self._show(wish, shown, told)

    def _show(self, wish: SuccessionWish, shown: Rehearsal, told: str = "") -> HttpResponse:
        today = local_day(self.at)
        context = rehearsal_context(shown, wish, is_ahead=shown.day > today)
        status = 409 if told else 200
        return self.page(
            "workspace/agencies/rehearsal.html", {**context, "told": told}, status=status
        )

    def _apply(self, wish: SuccessionWish) -> HttpResponse:
        marks = {
            name.removeprefix("mark-"): self.request.POST[name]
            for name in self.request.POST
            if name.startswith("mark-")
        }
        if many_follow(wish.order):
            return self._begin(wish, marks)
        try:
            done = carry_out(actor=self.actor, at=self.at, order=wish.order, marks=marks)
        except ChangedSinceRehearsal as refusal:
            return self._rehearsed(wish, changed_words(refusal))
        except LeftBehind as refusal:
            return self._rehearsed(wish, worded(refusal))
        return self._done(wish, done)

    def _begin(self, wish: SuccessionWish, marks: dict[str, str]) -> HttpResponse:
        """A worker looks once more whether all is as it was tried, then does it."""
        sent = self.request.POST.copy()
        sent.pop("csrfmiddlewaretoken", None)
        run_id = begin_succession(
            actor=self.actor,
            at=self.at,
            order=wish.order,
            marks=marks,
            form=sent.urlencode(),
        )
        go_on_long_run.enqueue(run_id)
        return redirect("workspace:long-run", run_id)

    def _done(self, wish: SuccessionWish, done: CarriedOut) -> HttpResponse:
        day = wish.order.plan.from_day
        told = {"day": short_day(day), "people": done.people, "dossiers": done.dossiers}
        if day > local_day(self.at):
            words = _(
                "Đã ghi, có hiệu lực từ ngày %(day)s: %(people)s cán bộ có vị trí mới. "
                "Hồ sơ đang giải quyết tự chuyển vào ngày đó."
            )
        else:
            words = _(
                "Đã thực hiện từ ngày %(day)s: %(people)s cán bộ có vị trí mới, "
                "%(dossiers)s hồ sơ đang giải quyết đã chuyển."
            )
        messages.success(self.request, words % told)
        slugs = slugs_of(frozenset(done.successor_ids))
        return redirect("workspace:agency", slugs[done.successor_ids[0]])

    def _form(
        self, wish: SuccessionWish, *, status: int = 200, is_checked: bool = False
    ) -> HttpResponse:
        """The form; while a successor is only being added, nothing is complained of yet."""
        if not is_checked and status == 200 and wish.data is not None:
            wish.forget_errors()
        context: dict[str, Any] = {
            "plan": wish.plan,
            "successors": wish.successors,
            "may_add": len(wish.successors) < SUCCESSORS_MAX,
            "problems": wish.problems if status != 200 else [],
        }
        return self.page("workspace/agencies/succession.html", context, status=status)
