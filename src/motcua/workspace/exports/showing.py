"""Files as their pages show them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from motcua.dossiers.exporting.standing import ExportStanding
from motcua.dossiers.exporting.telling import list_name, narrowed_by
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.rules.exports import FileForm, RunOutcome
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.money import figures
from motcua.workspace.showing import Shown

FORMS = {
    FileForm.XLSX: gettext_lazy("Bảng tính (XLSX)"),
    FileForm.CSV: gettext_lazy("Bảng dạng CSV"),
    FileForm.JSONL: gettext_lazy("Cho phần mềm khác (JSON Lines)"),
    FileForm.PDF: gettext_lazy("Bản in (PDF)"),
}
ENDINGS = {
    RunOutcome.DONE: (gettext_lazy("Đã xong, tải được"), "success"),
    RunOutcome.FAILED: (gettext_lazy("Không lập được"), "danger"),
    RunOutcome.CANCELED: (gettext_lazy("Đã hủy"), "neutral"),
}


def export_shown(run: ExportStanding, at: datetime) -> dict[str, Any]:
    """One file: what it is of, how it stands, what can be done."""
    conditions = [f"{label}: {words}" for label, words in narrowed_by(run.which, at).items()]
    return {
        "id": run.id,
        "url": reverse("workspace:export", args=[run.id]),
        "file_url": reverse("workspace:fetch-export", args=[run.id]) if run.is_ready else "",
        "name": list_name(run.what, run.which),
        "form": str(FORMS[run.form]),
        "code": str(run.form),
        "conditions": conditions,
        "asked_at": short_moment(run.asked_at),
        "mark": _mark(run, at),
        "lines": _lines(run),
        "size": filesizeformat(run.size) if run.is_ready else "",
        "why": sentence(run.refusal) if run.refusal else "",
        "kept_until": short_moment(run.kept_until),
    }


def _mark(run: ExportStanding, at: datetime) -> Shown:
    if run.outcome is not None:
        words, tone = ENDINGS[run.outcome]
        return Shown(str(words), tone)
    if run.is_still(at):
        return Shown(_("Đứng yên"), "warning")
    return Shown(_("Đang lập") if run.attempt else _("Chờ đến lượt"), "info")


def _lines(run: ExportStanding) -> str:
    if run.is_ready:
        count = ngettext("%(count)s dòng", "%(count)s dòng", run.done)
        return count % {"count": figures(run.done)}
    if run.total is None:
        return _("Chưa đếm xong")
    told = {"done": figures(run.done), "total": figures(run.total)}
    return _("%(done)s trên %(total)s dòng") % told
