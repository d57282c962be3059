"""One act for the ticked dossiers: for how many, the form, then the run with a result for each.

A short list is done within the request, so that an office whose background worker stands still is
not kept waiting for twenty dossiers; a longer one is handed to the worker, and the page of the run
offers to go on by hand, as many at a time, should nothing move.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.certifications.queries.entries import certified_among
from motcua.dossiers.commands.bulk import BULK_ACTS, begin_bulk, work_on
from motcua.dossiers.queries.bulk import Candidate, candidates, decided_of, proposed_of
from motcua.dossiers.queries.workload import open_counts
from motcua.dossiers.tasks import carry_out_bulk
from motcua.dossiers.vocabulary import Act
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.workspace.acts.table import PLANS, ActPlan
from motcua.workspace.numbers import whole_number
from motcua.workspace.showing import dossier_rows
from motcua.workspace.staff import StaffView
from motcua.workspace.work.asking import way_back
from motcua.workspace.work.forms import FORMS
from motcua.workspace.work.lists import handlers_of
from motcua.workspace.work.many_form import BulkForm, Many
from motcua.workspace.work.showing import OUTCOME_LABELS, outcomes_shown

AT_ONCE_MAX = 20
"""Dossiers that one request carries out: a second or two."""
OUTCOMES = {Act.DECIDE: proposed_of, Act.ISSUE_RESULT: decided_of}
"""What each of the dossiers is to be known by, besides its owner."""
NOT_CONTENT = frozenset({"csrfmiddlewaretoken", "request_key", "back"})


class BulkAct(StaffView):
    """GET `?chosen=…`: the form, with those that cannot be done left out by name. POST: begin.

    `chosen` is a code, in the form itself `code:version`: what was on the screen.
    """

    permission = Permission.DOSSIER_VIEW
    certified: list[Candidate]

    def get(self, request: HttpRequest, act: str) -> HttpResponse:
        plan = self._plan(act)
        fit, left_out = self._sorted(plan, request.GET)
        return self._show(plan, FORMS[plan.act](self._many(plan, fit)), fit, left_out)

    def post(self, request: HttpRequest, act: str) -> HttpResponse:
        plan = self._plan(act)
        fit, left_out = self._sorted(plan, request.POST)
        form = FORMS[plan.act](self._many(plan, fit), request.POST)
        if not fit or not form.is_valid():
            return self._show(plan, form, fit, left_out)
        try:
            run_id = begin_bulk(
                actor=self.actor,
                at=self.at,
                act=plan.act,
                given=form.to_input(),
                chosen=form.chosen(_seen(request.POST)),
                request=request_key(self, form.cleaned_data["request_key"]),
            )
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            form.refuse(refusal)
            return self._show(plan, form, fit, left_out)
        go_on(self, run_id, len(fit))
        back = way_back(request.POST.get("back", ""), reverse("workspace:work"))
        return redirect(f"{reverse('workspace:work-run', args=[run_id])}?{_back_query(back)}")

    def _plan(self, slug: str) -> ActPlan:
        plan = PLANS.get(slug)
        if plan is None or plan.act not in BULK_ACTS or plan.act not in FORMS:
            raise NotFound(kind="act")
        may(self.actor, Permission(plan.act)).demand()
        return plan

    def _sorted(self, plan: ActPlan, params: QueryDict) -> tuple[list[Candidate], list[Candidate]]:
        """The dossiers with which it can be done, and the others."""
        codes = tuple(_parted(text)[0] for text in params.getlist("chosen"))
        known = candidates(self.actor, codes)
        self.note(
            "dossier.bulk-asked",
            detail={"act": plan.slug, "codes": [one.row.code for one in known]},
        )
        fit = [one for one in known if plan.act in one.acts]
        numbered = self._numbered(plan, fit)
        self.certified = [one for one in fit if one.row.code in numbered]
        fit = [one for one in fit if one.row.code not in numbered]
        return fit, [one for one in known if plan.act not in one.acts]

    def _numbered(self, plan: ActPlan, fit: list[Candidate]) -> frozenset[str]:
        """Certifications, which take the numbers of their own registers."""
        if plan.act is not Act.ISSUE_RESULT:
            return frozenset()
        return certified_among(self.actor, [one.row.code for one in fit])

    def _many(self, plan: ActPlan, fit: list[Candidate]) -> Many:
        form = FORMS[plan.act]
        people = handlers_of(self) if "holding_id" in form.base_fields else ()
        loads = open_counts([one.holding_id for one in people]) if people else {}
        asked = OUTCOMES.get(plan.act)
        outcomes = asked(fit) if asked and fit else {}
        return Many(at=self.at, dossiers=fit, people=people, loads=loads, outcomes=outcomes)

    def _show(
        self,
        plan: ActPlan,
        form: BulkForm,
        fit: list[Candidate],
        left_out: list[Candidate],
    ) -> HttpResponse:
        params = self.request.POST or self.request.GET
        context: dict[str, Any] = {
            "plan": plan,
            "form": form,
            "rows": dossier_rows([one.row for one in fit], self.at),
            "versions": {one.row.code: one.version for one in fit},
            "left_out": dossier_rows([one.row for one in left_out], self.at),
            "certified": dossier_rows([one.row for one in self.certified], self.at),
            "outcomes": outcomes_shown(form.many.outcomes),
            "outcome_label": OUTCOME_LABELS.get(plan.act, ""),
            "problems": form.problems() if form.is_bound else [],
            "back": way_back(params.get("back", ""), reverse("workspace:work")),
            "at_once": len(fit) <= AT_ONCE_MAX,
        }
        is_wrong = form.is_bound and bool(form.errors)
        status = HTTPStatus.UNPROCESSABLE_ENTITY if is_wrong else HTTPStatus.OK
        return self.page("workspace/work/act.html", context, status=status)


def go_on(view: StaffView, run_id: int, total: int) -> None:
    """Carry a short run out now; leave a long one to the worker."""
    if total <= AT_ONCE_MAX:
        work_on(run_id, at=view.at, limit=AT_ONCE_MAX)
    else:
        carry_out_bulk.enqueue(run_id)
        messages.info(view.request, _("Đang làm lần lượt từng hồ sơ. Kết quả hiện dần ở đây."))


def request_key(view: StaffView, key: object) -> RequestKey:
    """A double click or a resent form begins one run."""
    lists = view.request.POST.lists()
    content = {name: values for name, values in lists if name not in NOT_CONTENT}
    return RequestKey(key=f"page:{view.actor.user_id}:{key}", digest=content_digest(content))


def _seen(params: QueryDict) -> dict[str, int]:
    """The versions that were on the screen."""
    parted = [_parted(text) for text in params.getlist("chosen")]
    return {code: version for code, version in parted if version is not None}


def _parted(text: str) -> tuple[str, int | None]:
    code, _colon, version = text.partition(":")
    number = whole_number(version)
    is_version = number is not None and number < 2**31
    return code, number if is_version else None


def _back_query(back: str) -> str:
    query = QueryDict(mutable=True)
    query["back"] = back
    return query.urlencode()
