"""The forms of the catalogue, one form with its versions, and two versions compared."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.eforms.commands.drafting import discard_form_draft, withdraw_form_version
from motcua.eforms.differences import differences
from motcua.eforms.queries.drafts import FormDraft, FormRow, form_draft, form_rows
from motcua.eforms.queries.forms import FormVersionRow, form_version, versions_of_form
from motcua.eforms.rules.definition import Form, form_of
from motcua.eforms.rules.editing import new_document
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.procedures.queries.labels import ProcedureLabel
from motcua.workspace.eforms.room import NO_FORM, FormView, address
from motcua.workspace.numbers import whole_number
from motcua.workspace.staff import StaffView

DRAFT = "draft"


class ListForms(StaffView):
    """Every form: what is in force, what is planned, what is being written."""

    permission = Permission.PROCEDURE_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        rows = form_rows(self.actor, local_day(self.at))
        return self.page("workspace/eforms/list.html", {"rows": [_row(row) for row in rows]})


def _row(row: FormRow) -> dict[str, Any]:
    return {
        "url": address("eform", row.procedure_id),
        "code": row.code,
        "name": row.name,
        "place": row.place,
        "number": row.version_number,
        "valid_from": row.valid_from,
        "planned": row.planned,
        "draft_saved_at": row.draft_saved_at,
        "draft_saved_by": row.draft_saved_by,
    }


class ShowForm(FormView):
    """The versions of one form, and the draft for whoever may write on it."""

    permission = Permission.PROCEDURE_VIEW

    def get(self, request: HttpRequest, procedure_id: int) -> HttpResponse:
        label, today = self.label(procedure_id), local_day(self.at)
        may_change = bool(may(self.actor, Permission.EFORM_CHANGE))
        versions = versions_of_form(procedure_id)
        context = {
            "procedure": label,
            "procedure_id": procedure_id,
            "draft": form_draft(self.actor, procedure_id) if may_change else None,
            "may_change": may_change,
            "versions": [_version(row, procedure_id, today) for row in versions],
        }
        return self.page("workspace/eforms/show.html", context)


class ChangeVersions(FormView):
    """POST `do`: begin a draft, throw it away, withdraw a planned version."""

    permission = Permission.EFORM_CHANGE

    def post(self, request: HttpRequest, procedure_id: int) -> HttpResponse:
        label, do = self.label(procedure_id), request.POST.get("do", "")
        try:
            if do == "begin" and self._begin(procedure_id, label):
                return self.away("edit-eform", procedure_id)
            if do == "discard":
                discard_form_draft(
                    actor=self.actor, at=self.at, procedure_id=procedure_id, seen=self.seen()
                )
                messages.success(request, _("Đã bỏ bản thảo. Bản đang áp dụng không thay đổi."))
            if do == "withdraw":
                version_id = whole_number(request.POST.get("version", "")) or 0
                withdraw_form_version(actor=self.actor, at=self.at, version_id=version_id)
                messages.success(request, _("Đã rút bản chưa áp dụng."))
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            self.tell(refusal)
        return self.away("eform", procedure_id)

    def _begin(self, procedure_id: int, label: ProcedureLabel) -> bool:
        """A draft from the newest version that was not withdrawn; without any from nothing."""
        versions = versions_of_form(procedure_id)
        newest = next((row for row in versions if not row.is_withdrawn), None)
        found = form_version(newest.version_id) if newest else None
        code = f"form-{label.code}".lower()
        definition = found.definition if found else new_document(code, label.name)
        return self.save(procedure_id, definition)


def _version(row: FormVersionRow, procedure_id: int, today: date) -> dict[str, Any]:
    return {
        "id": row.version_id,
        "number": row.version_number,
        "period": _period(row),
        "state": _state(row, today),
        "published_at": row.published_at,
        "published_by": row.published_by,
        "is_planned": not row.is_withdrawn and row.valid_from > today,
        "preview_url": address("preview-eform", procedure_id, version=row.version_id),
        "compare_url": address("compare-eform", procedure_id, after=row.version_id),
    }


def _period(row: FormVersionRow) -> str:
    if row.valid_until is None or row.is_withdrawn:
        return _("từ %(from_date)s") % {"from_date": short_day(row.valid_from)}
    days = {"from_date": short_day(row.valid_from), "until_date": short_day(row.valid_until)}
    return _("từ %(from_date)s đến trước %(until_date)s") % days


def _state(row: FormVersionRow, today: date) -> dict[str, str]:
    if row.is_withdrawn:
        return {"text": _("đã rút"), "tone": "neutral"}
    if row.valid_from > today:
        return {"text": _("chưa áp dụng"), "tone": "info"}
    if row.valid_until is None or today < row.valid_until:
        return {"text": _("đang áp dụng"), "tone": "success"}
    return {"text": _("đã hết áp dụng"), "tone": "neutral"}


class CompareForms(FormView):
    """`?before=&after=`: two versions in words; "draft" is what is being written."""

    permission = Permission.EFORM_CHANGE

    def get(self, request: HttpRequest, procedure_id: int) -> HttpResponse:
        label, versions = self.label(procedure_id), versions_of_form(procedure_id)
        draft = form_draft(self.actor, procedure_id)
        names = _choices(versions, draft)
        after = request.GET.get("after", "")
        after = after if after in names else next(iter(names), "")
        before = request.GET.get("before", "")
        before = before if before in names else _one_before(list(names), after)
        forms = [self._form(one, draft) for one in (before, after)]
        context = {
            "procedure": label,
            "procedure_id": procedure_id,
            "before": [_choice(key, words, before) for key, words in names.items()],
            "after": [_choice(key, words, after) for key, words in names.items()],
            "before_words": names.get(before, ""),
            "after_words": names.get(after, ""),
            "changes": differences(*forms),
        }
        return self.page("workspace/eforms/compare.html", context)

    def _form(self, which: str, draft: FormDraft | None) -> Form:
        if which == DRAFT and draft is not None:
            return form_of(draft.definition)
        found = form_version(whole_number(which) or 0)
        return found.form if found else NO_FORM


def _choices(versions: tuple[FormVersionRow, ...], draft: FormDraft | None) -> dict[str, str]:
    words = _("Bản %(number)s, %(period)s")
    names = {DRAFT: _("Bản thảo")} if draft else {}
    return names | {
        str(row.version_id): words % {"number": row.version_number, "period": _period(row)}
        for row in versions
    }


def _one_before(keys: list[str], after: str) -> str:
    at = keys.index(after) + 1 if after in keys else 0
    return keys[at] if at < len(keys) else ""


def _choice(key: str, words: str, chosen: str) -> dict[str, Any]:
    return {"value": key, "label": words, "chosen": key == chosen}
