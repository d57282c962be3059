"""What the office asks to complete, item by item: only what was asked for is open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.doors.uploads.reading import files_sent
from motcua.doors.uploads.showing import size_words
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.refusal_words import sentence_of
from motcua.eforms.posted import posted_answers
from motcua.eforms.queries.forms import form_version
from motcua.eforms.rules.shapes import Form, Page, Text
from motcua.eforms.showing import show, tell_all, tell_nothing
from motcua.filing.commands.papers import add_files, remove_file
from motcua.filing.commands.replying import begin_reply, send_reply
from motcua.filing.queries.drafts import reply_of
from motcua.filing.tasks import look_through_paper
from motcua.filing.vocabulary import DraftPaperRow, item_key
from motcua.filing.wording import REFUSALS
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.portal.citizen_view import CitizenView
from motcua.portal.filing.showing_papers import doubts_shown, state_words


class Reply(CitizenView):
    """GET: what is asked and what has come for it. POST: a file for one item, or all sent."""

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        return self._shown(self._detail(code), [])

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        detail = self._detail(code)
        try:
            if "send" in request.POST:
                send_reply(
                    actor=self.actor,
                    at=self.at,
                    code=code,
                    answers=self._answers(detail),
                    note=request.POST.get("note", ""),
                )
                there = reverse("portal:my-dossier", kwargs={"code": code})
                return HttpResponseRedirect(there)
            error = self._files(request, detail)
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            told = [sentence_of(REFUSALS, one) for one in refusal.reasons]
            return self._shown(detail, told, status=422)
        if error:
            return self._shown(detail, [error], status=422)
        return HttpResponseRedirect(reverse("portal:reply", kwargs={"code": code}))

    def _files(self, request: HttpRequest, detail: DossierDetail) -> str:
        """A file more or fewer for one item; what is wrong, in words."""
        token = begin_reply(actor=self.actor, at=self.at, code=detail.code)
        asked: dict[str, Any] = {"actor": self.actor, "at": self.at, "token": token}
        removed = request.POST.get("remove", "")
        place = request.POST.get("item", "")
        if place not in {str(at) for at in self._open_places(detail)}:
            raise NotFound(kind="item")
        key = item_key(int(place))
        if removed.isascii() and removed.isdigit() and len(removed) < 16:
            look_through_paper.enqueue(remove_file(**asked, file_id=int(removed)), key)
            return ""
        sent = files_sent(self.actor, self.at, request, f"files{place}")
        if sent.rows:
            tokens = [row.token for row in sent.rows]
            look_through_paper.enqueue(add_files(**asked, paper_key=key, uploads=tokens), key)
        return sent.error or ("" if sent.rows else _("Chưa chọn tệp nào."))

    def _detail(self, code: str) -> DossierDetail:
        """Refusals: NotFound, also when nothing is asked any more."""
        detail = dossier_detail(self.actor, code, permission=Permission.DOSSIER_SUPPLEMENT)
        if detail.open_request is None:
            raise NotFound(kind="request")
        self.note("dossier.read", subject_kind="dossier", subject_id=detail.id)
        return detail

    def _open_places(self, detail: DossierDetail) -> list[int]:
        assert detail.open_request is not None
        items = detail.open_request["items"]
        return [place for place, item in enumerate(items) if not item.get("state")]

    def _answers(self, detail: DossierDetail) -> dict[str, Any] | None:
        form = asked_form(detail)
        if form is None or detail.declared is None:
            return None
        return {**detail.declared.answers, **posted_answers(form, self.request.POST)}

    def _shown(
        self, detail: DossierDetail, errors: list[str], *, status: int = 200
    ) -> HttpResponse:
        assert detail.open_request is not None
        request = detail.open_request
        there = reply_of(self.actor, detail.code, request["seq"])
        form = asked_form(detail)
        is_posted = self.request.method == "POST" and "send" in self.request.POST
        answers = detail.declared.answers if detail.declared else {}
        if form is not None and is_posted:
            answers = {**answers, **posted_answers(form, self.request.POST)}
        shown = form and show(
            form,
            answers,
            on=local_day(self.at),
            telling=tell_all if is_posted else tell_nothing,
        )
        context = {
            "detail": detail,
            "request_reason": request["reason"],
            "items": [
                _item(place, item, there.get(item_key(place)))
                for place, item in enumerate(request["items"])
            ],
            "shown": shown,
            "errors": [{"text": text, "field_id": ""} for text in errors],
            "note": self.request.POST.get("note", ""),
        }
        return self.page("portal/mine/reply.html", context, status=status)


def asked_form(detail: DossierDetail) -> Form | None:
    """The form with only the items that were asked for; None when nothing of it was."""
    version = form_version(detail.declared.eform_version_id) if detail.declared else None
    items = detail.open_request["items"] if detail.open_request else ()
    keys = {item["field"] for item in items if item.get("field") and not item.get("state")}
    if version is None or not keys:
        return None
    every = [field for page in version.form.pages for field in page.fields]
    asked = tuple(replace(field, shown_if=None) for field in every if field.key in keys)
    page = Page(key="asked", title=Text(vi=_("Nội dung cần khai lại")), fields=asked)
    return replace(version.form, pages=(page,), signers=())


def _item(place: int, item: dict[str, Any], there: DraftPaperRow | None) -> dict[str, Any]:
    files = there.files if there else ()
    return {
        "place": place,
        "name": item["name"],
        "what": item["what"],
        "why": item.get("why", ""),
        "basis": item.get("basis", ""),
        "is_settled": bool(item.get("state")),
        "is_field": bool(item.get("field")),
        "files": [{"id": f.id, "name": f.name, "size": size_words(f.size)} for f in files],
        "state": state_words(there) if there else "",
        "doubts": doubts_shown(there, item["name"]) if there else [],
    }
