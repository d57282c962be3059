"""How a run stands: done, refused with the sentence, still to come; and going on by hand."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.commands.bulk import begin_bulk, work_on
from motcua.dossiers.given import read_given
from motcua.dossiers.papers_filled.giving import SLUGS
from motcua.dossiers.queries.bulk import BulkResult, BulkStanding, Chosen, bulk_standing, chosen
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.vocabulary import BulkOutcome
from motcua.dossiers.wording import ACTS
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.workspace.acts.words import PAPERS, papers_after
from motcua.workspace.showing import Shown
from motcua.workspace.staff import StaffView
from motcua.workspace.work.asking import way_back
from motcua.workspace.work.bulk import AT_ONCE_MAX, go_on, request_key

KEY_LENGTH_MAX = 40


class ShowRun(StaffView):
    """GET: the standing, of one's own runs only. POST `do=go-on`: some more at once; `do=again`:
    a new run for those that were refused, on what they are now."""

    permission = Permission.DOSSIER_VIEW

    def get(self, request: HttpRequest, run_id: int) -> HttpResponse:
        run = bulk_standing(self.actor, run_id)
        self.note("dossier.bulk-read", detail={"run": run_id})
        back = way_back(request.GET.get("back", ""), reverse("workspace:work"))
        context: dict[str, Any] = {
            "run": run,
            "here": request.get_full_path(),
            "back": back,
            "act": ACTS[run.act],
            "results": [result_shown(result) for result in run.results],
            "papers": papers_to_print(run),
            "tone": "danger" if run.is_over and run.refused == run.total else "",
            "at_once": AT_ONCE_MAX,
        }
        return self.page("workspace/work/run.html", context)

    def post(self, request: HttpRequest, run_id: int) -> HttpResponse:
        run = bulk_standing(self.actor, run_id)
        if request.POST.get("do") == "go-on":
            work_on(run.id, at=self.at, limit=AT_ONCE_MAX)
            return redirect(request.get_full_path())
        return self._again(run)

    def _again(self, run: BulkStanding) -> HttpResponse:
        refused = {
            result.code: result.own
            for result in run.results
            if result.outcome is BulkOutcome.REFUSED
        }
        anew = tuple(
            Chosen(code=one.code, version=one.version, own=refused[one.code])
            for one in chosen(self.actor, tuple(refused), run.act)
        )
        if not anew:
            messages.warning(self.request, _("Không còn hồ sơ nào làm được việc này."))
            return redirect(self.request.get_full_path())
        key = self.request.POST.get("request_key", "")[:KEY_LENGTH_MAX] or f"again-{run.id}"
        try:
            run_id = begin_bulk(
                actor=self.actor,
                at=self.at,
                act=run.act,
                given=read_given(run.act, run.given),
                chosen=anew,
                request=request_key(self, key),
            )
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            messages.error(self.request, sentence(refusal))
            return redirect(self.request.get_full_path())
        go_on(self, run_id, len(anew))
        here, query = reverse("workspace:work-run", args=[run_id]), self.request.GET.urlencode()
        return redirect(f"{here}?{query}" if query else here)


def result_shown(result: BulkResult) -> dict[str, Any]:
    """One line: the code, whose, and what became of it."""
    if result.outcome is None:
        mark, words = Shown(_("Chưa đến lượt"), "neutral"), ""
    elif result.outcome is BulkOutcome.DONE:
        mark, words = Shown(_("Đã ghi"), "success"), ""
    else:
        words = sentence(result.refusal) if result.refusal else ""
        mark = Shown(_("Chưa ghi"), "danger")
    return {
        "code": result.code,
        "url": reverse("workspace:dossier", args=[result.code]),
        "owner": result.owner_name,
        "mark": mark,
        "words": words,
        "own": result.own.get("document_number", ""),
    }


def papers_to_print(run: BulkStanding) -> list[dict[str, Any]]:
    """The papers that follow from the act, each with the dossiers it is to be printed for."""
    done = [result for result in run.results if result.outcome is BulkOutcome.DONE]
    return [
        {
            "slug": SLUGS[kind],
            "name": PAPERS[kind],
            "dossiers": [
                {"code": one.code, "url": reverse("workspace:dossier", args=[one.code])}
                for one in done
            ],
        }
        for kind in papers_after(run.act)
        if done
    ]
