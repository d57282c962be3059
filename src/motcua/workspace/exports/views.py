"""Lists as files: asked for, watched, fetched, given up."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.exporting.lines import Which, count_lines, plain_filter
from motcua.dossiers.exporting.running import begin_export, cancel_export, work_on_export
from motcua.dossiers.exporting.serving import export_response, file_name
from motcua.dossiers.exporting.standing import (
    ExportStanding,
    export_standing,
    exported_file,
    exports_of,
)
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.rules.exports import (
    AT_ONCE_MAX,
    RUNNING_MAX,
    Exported,
    ExportOutdated,
    FileForm,
)
from motcua.dossiers.tasks import make_export
from motcua.kernel import clock
from motcua.kernel.paging import CursorFaulty
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.workspace.exports.asking import asked_for, way_back
from motcua.workspace.exports.showing import export_shown
from motcua.workspace.staff import StaffView


class ListExports(StaffView):
    """GET: one's own files, newest first. POST `what=`, `query=`, `form=`: the list that stands at
    that address as a file."""

    permission = Permission.DOSSIER_EXPORT

    def get(self, request: HttpRequest) -> HttpResponse:
        cursor = request.GET.get("cursor", "")
        try:
            page = exports_of(self.actor, cursor=cursor)
        except CursorFaulty:
            return redirect("workspace:exports")
        context: dict[str, Any] = {
            "rows": [export_shown(row, self.at) for row in page.rows],
            "next_cursor": page.next_cursor,
            "is_first": not cursor,
            "is_over": all(row.is_over for row in page.rows),
            "here": request.get_full_path(),
            "running_max": RUNNING_MAX,
        }
        return self.page("workspace/exports/list.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        asked = asked_for(request.POST, self.actor, self.at)
        if asked is None:
            told = _("Chưa rõ danh sách nào. Mở danh sách rồi chọn “Xuất danh sách”.")
            messages.warning(request, told)
            return redirect("workspace:exports")
        return begun(self, asked.what, asked.which, asked.form, back=way_back(asked))


class ShowExport(StaffView):
    """GET: how it is coming on. POST `do=cancel`: give it up; `do=go-on`: when nothing moves, hand
    it to a worker once more; `do=again`, `form=`: the same list anew."""

    permission = Permission.DOSSIER_EXPORT

    def get(self, request: HttpRequest, export_id: int) -> HttpResponse:
        run = export_standing(self.actor, export_id)
        context: dict[str, Any] = {
            "run": run,
            "shown": export_shown(run, self.at),
            "here": request.path,
            "is_still": run.is_still(self.at),
            "csv_instead": run.form is FileForm.XLSX and run.refusal is not None,
        }
        return self.page("workspace/exports/show.html", context)

    def post(self, request: HttpRequest, export_id: int) -> HttpResponse:
        run = export_standing(self.actor, export_id)
        wanted = request.POST.get("do", "")
        if wanted == "cancel":
            cancel_export(actor=self.actor, at=self.at, run_id=run.id)
            return redirect("workspace:exports")
        if wanted == "go-on" and run.is_still(self.at):
            make_export.enqueue(run.id)
        if wanted == "again" and run.is_over:
            asked = request.POST.get("form", "")
            form = FileForm(asked) if asked in FileForm.__members__ else run.form
            return begun(self, run.what, run.which, form, back=request.path)
        return redirect(request.path)


class FetchExport(StaffView):
    """The file itself, whole or the part that is asked for."""

    permission = Permission.DOSSIER_EXPORT

    def get(self, request: HttpRequest, export_id: int) -> HttpResponseBase:
        try:
            run, place = exported_file(self.actor, export_id)
        except ExportOutdated as refusal:
            messages.warning(request, sentence(refusal))
            return redirect("workspace:export", export_id)
        self.note("dossier.exported", detail=_noted(run))
        return export_response(request, run, place)

    def head(self, request: HttpRequest, export_id: int) -> HttpResponseBase:
        return self.get(request, export_id)


def begun(
    view: StaffView, what: Exported, which: Which, form: FileForm, *, back: str
) -> HttpResponse:
    """A short list is made now, a long one by the worker; on to its page. Refused: back, told why."""
    view.note(
        "dossier.export-asked",
        detail={"list": str(what), "filter": plain_filter(which), "form": str(form)},
    )
    try:
        made = begin_export(actor=view.actor, at=view.at, what=what, which=which, form=form)
    except (NotFound, NotPermitted):
        raise
    except Refusal as refusal:
        messages.warning(view.request, sentence(refusal))
        return redirect(back)
    at_once = AT_ONCE_MAX + 1
    if count_lines(view.actor, which, at=view.at, count_max=at_once) < at_once:
        work_on_export(made, now=clock.now)
    else:
        make_export.enqueue(made)
    return redirect("workspace:export", export_id=made)


def _noted(run: ExportStanding) -> dict[str, Any]:
    return {
        "list": str(run.what),
        "filter": plain_filter(run.which),
        "file": file_name(run),
        "lines": run.done,
    }
