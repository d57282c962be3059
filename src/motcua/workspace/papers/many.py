"""One kind of paper for many dossiers as one file: letters of apology, slips of a morning."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.papers_filled.filling import Filled, Wanted
from motcua.dossiers.papers_filled.giving import SLUGS
from motcua.dossiers.papers_filled.many import (
    PRINT_MAX,
    LeftOut,
    begin_printing,
    bound,
    chosen_codes,
    filled_for,
    go_on_printing,
    print_standing,
    printed_file,
)
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.tasks import print_papers
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotPermitted
from motcua.papers.form_sets import form_for, forms_on
from motcua.papers.vocabulary import PaperKind, PaperSize
from motcua.workspace.papers.showing import KINDS
from motcua.workspace.papers.views import pdf_response, size_of
from motcua.workspace.staff import StaffView

AT_ONCE_MAX = 50
"""Papers that one request draws: about a second."""
BETWEEN = re.compile(r"[\s,;]+")
TEXT_MAX = 20_000
NOT_FOR_MANY = frozenset({PaperKind.GROUP_SLIP, PaperKind.GROUP_MINUTES})
FOR_MANY = tuple(kind for kind in SLUGS if kind not in NOT_FOR_MANY)


class PrintMany(StaffView):
    """GET: choose codes and kind. POST: up to AT_ONCE_MAX at once as PDF, more in the background.

    Dossiers that give no such paper are told by name first; `skip=1` prints the others.
    """

    permission = Permission.SLIP_PRINT

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(_typed(request.GET))

    def post(self, request: HttpRequest) -> HttpResponse:
        typed = _typed(request.POST)
        kind = KINDS.get(typed["kind"])
        if kind not in FOR_MANY or kind is None:
            return self._show(typed, problem=_("Chưa chọn loại giấy. Chọn một loại."), field="kind")
        try:
            codes = chosen_codes(_codes(typed["codes"]))
        except Refusal as refusal:
            return self._show(typed, problem=sentence(refusal), field="codes")
        wanted = Wanted(kind=kind, address=settings.PUBLIC_ADDRESS)
        size = size_of(typed["size"])
        if len(codes) > AT_ONCE_MAX:
            return self._begin(kind, size, codes)
        ready, left_out = filled_for(self.actor, codes, wanted)
        if not ready or (left_out and request.POST.get("skip") != "1"):
            return self._show(typed, left_out=left_out, ready=len(ready))
        return self._print(ready, size)

    def _begin(
        self, kind: PaperKind, size: PaperSize | None, codes: tuple[str, ...]
    ) -> HttpResponse:
        run_id = begin_printing(actor=self.actor, at=self.at, kind=kind, size=size, codes=codes)
        print_papers.enqueue(run_id)
        return redirect("workspace:print-run", run_id=run_id)

    def _print(self, ready: list[Filled], size: PaperSize | None) -> HttpResponse:
        kind = ready[0].kind
        try:
            pdf = bound(ready, size)
        except NotPermitted:
            raise
        except Refusal as refusal:
            messages.error(self.request, sentence(refusal))
            return redirect("workspace:print-papers")
        note_printed(self, kind, [paper.code for paper in ready])
        return pdf_response(pdf, f"{SLUGS[kind]}-{len(ready)}.pdf")

    def _show(
        self,
        typed: dict[str, str],
        *,
        problem: str = "",
        field: str = "",
        left_out: list[LeftOut] | None = None,
        ready: int = 0,
    ) -> HttpResponse:
        context: dict[str, Any] = {
            **typed,
            "kinds": self._kinds(typed["kind"]),
            "problem": problem,
            "field": field,
            "problems": [{"field_id": f"id_{field}", "text": problem}] if problem else [],
            "left_out": [{"code": one.code, "why": _why(one)} for one in left_out or []],
            "ready": ready,
            "count_max": PRINT_MAX,
        }
        status = HTTPStatus.UNPROCESSABLE_ENTITY if problem or left_out else HTTPStatus.OK
        return self.page("workspace/papers/many.html", context, status=status)

    def _kinds(self, chosen: str) -> list[dict[str, Any]]:
        forms = forms_on(local_day(self.at))
        first = {"value": "", "label": _("Chọn loại giấy"), "chosen": not chosen}
        return [
            first,
            *(
                {
                    "value": SLUGS[kind],
                    "label": forms[kind].title,
                    "chosen": SLUGS[kind] == chosen,
                }
                for kind in FOR_MANY
                if kind in forms
            ),
        ]


class ShowPrintRun(StaffView):
    """GET: how far it is; the file once it is there. POST: draw it now, should nothing move."""

    permission = Permission.SLIP_PRINT

    def get(self, request: HttpRequest, run_id: int) -> HttpResponse:
        run = print_standing(self.actor, run_id)
        context = {
            "run": run,
            "here": request.path,
            "kind": form_for(run.kind, local_day(run.asked_at)).title,
        }
        return self.page("workspace/papers/run.html", context)

    def post(self, request: HttpRequest, run_id: int) -> HttpResponse:
        go_on_printing(print_standing(self.actor, run_id).id, at=self.at)
        return redirect(request.path)


class TakePrinted(StaffView):
    """The file of a run, for whoever asked for it."""

    permission = Permission.SLIP_PRINT

    def get(self, request: HttpRequest, run_id: int) -> HttpResponse:
        run = print_standing(self.actor, run_id)
        pdf = printed_file(run)
        note_printed(self, run.kind, [code for code in run.codes if code not in run.left_out])
        return pdf_response(pdf, f"{SLUGS[run.kind]}-{run.count}.pdf")


def note_printed(view: StaffView, kind: PaperKind, codes: list[str]) -> None:
    view.note("paper.printed", detail={"paper": str(kind), "codes": codes})


def _typed(params: Any) -> dict[str, str]:
    """`codes` as one text; `chosen` is how lists send them, one by one."""
    lines = [*params.getlist("chosen"), params.get("codes", "")]
    return {
        "codes": "\n".join(line for line in lines if line)[:TEXT_MAX],
        "kind": params.get("kind", ""),
        "size": params.get("size", ""),
    }


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.upper() for code in BETWEEN.split(text) if code)


def _why(one: LeftOut) -> str:
    if one.refusal.code == "not-found":
        return _("Không có hồ sơ này trong phạm vi của bạn, hoặc hồ sơ không có giấy này.")
    return sentence(one.refusal)
