"""What the office asks to complete, item by item: only what was asked for is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from motcua.dossiers.rules.submitted.declaring import AnswerUnchanged
from motcua.eforms.posted import items_of, posted_answers
from motcua.eforms.queries.forms import form_version
from motcua.eforms.rules.cutting import cut_to
from motcua.eforms.rules.shapes import Form, Page, Text
from motcua.eforms.showing import show, tell_all, tell_nothing
from motcua.eforms.showing_scene import id_of
from motcua.filing.commands.drafting import change_draft, save_page
from motcua.filing.commands.papers import add_files, remove_file
from motcua.filing.commands.replying import begin_reply, send_reply
from motcua.filing.queries.drafts import draft_of, reply_begun, reply_of
from motcua.filing.rules.bounds import MESSAGE_LENGTH_MAX
from motcua.filing.tasks import look_through_paper
from motcua.filing.vocabulary import Choices, DraftPaperRow, item_key
from motcua.filing.wording import REFUSALS
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.portal.citizen_view import CitizenView
from motcua.portal.filing.showing_papers import doubts_shown, state_words

ASKED_PAGE = "asked"


class Reply(CitizenView):
    """GET: what is asked and what has come for it. POST: one form for all of it, so that whichever button
    was pressed nothing that was typed is lost; only `send` sends it."""

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        return self._shown(self._detail(code), ())

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        detail = self._detail(code)
        try:
            token = self._kept(detail)
            error = self._files(request, detail, token)
            if not error and "send" in request.POST:
                send_reply(
                    actor=self.actor,
                    at=self.at,
                    code=code,
                    answers=self._answers(detail),
                    note=request.POST.get("note", ""),
                )
                return self._gone_on(code)
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            return self._shown(detail, refusal.reasons, status=422)
        if error:
            return self._shown(detail, (), error, status=422)
        return HttpResponseRedirect(reverse("portal:reply", kwargs={"code": code}))

    def _gone_on(self, code: str) -> HttpResponse:
        """What was sent is told on the page of the dossier; as long as something remains, here."""
        after = dossier_detail(self.actor, code, permission=Permission.DOSSIER_SUPPLEMENT)
        name = "my-dossier" if after.open_request is None else "reply"
        return HttpResponseRedirect(reverse(f"portal:{name}", kwargs={"code": code}))

    def _kept(self, detail: DossierDetail) -> str:
        """The draft of the reply, with the note and the answers as they stand on the page."""
        token = begin_reply(actor=self.actor, at=self.at, code=detail.code)
        there: dict[str, Any] = {"actor": self.actor, "at": self.at, "token": token}
        note = self.request.POST.get("note", "")[:MESSAGE_LENGTH_MAX]
        change_draft(**there, choices=Choices(note=note))
        form = asked_form(detail)
        if form is not None:
            save_page(
                **there,
                page_key=ASKED_PAGE,
                item_keys=frozenset(item.key for item in items_of(form)),
                seen=draft_of(self.actor, token).page_versions.get(ASKED_PAGE, 0),
                answers=posted_answers(form, self.request.POST),
            )
        return token

    def _files(self, request: HttpRequest, detail: DossierDetail, token: str) -> str:
        """A file fewer, or those that came for the items; what is wrong, in words."""
        asked: dict[str, Any] = {"actor": self.actor, "at": self.at, "token": token}
        places = self._open_places(detail)
        if removed := request.POST.get("remove", ""):
            said, _dash, file_id = removed[:30].partition("-")
            if said not in map(str, places) or not (file_id.isascii() and file_id.isdigit()):
                raise NotFound(kind="item")
            left = remove_file(**asked, file_id=int(file_id))
            look_through_paper.enqueue(left, item_key(int(said)))
            return ""
        came, errors = False, []
        for place in places:
            sent = files_sent(self.actor, self.at, request, f"files{place}")
            errors.append(sent.error)
            if sent.rows:
                tokens, key = [row.token for row in sent.rows], item_key(place)
                look_through_paper.enqueue(add_files(**asked, paper_key=key, uploads=tokens), key)
                came = True
        is_empty = "add" in request.POST and not came and not any(errors)
        return " ".join(filter(None, errors)) or (_("Chưa chọn tệp nào.") if is_empty else "")

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
        self,
        detail: DossierDetail,
        refusals: Sequence[Refusal],
        error: str = "",
        *,
        status: int = 200,
    ) -> HttpResponse:
        assert detail.open_request is not None
        request = detail.open_request
        there = reply_of(self.actor, detail.code, request["seq"])
        form = asked_form(detail)
        is_posted = self.request.method == "POST" and "send" in self.request.POST
        begun = reply_begun(self.actor, detail.code, request["seq"])
        answers = {**(detail.declared.answers if detail.declared else {})}
        answers |= begun.answers if begun else {}
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
                _item(place, item, there.get(item_key(place)), _same_words(refusals))
                for place, item in enumerate(request["items"])
            ],
            "is_partly_sent": any(item.get("state") for item in request["items"]),
            "shown": shown,
            "errors": [
                *({"text": error, "field_id": ""} for _once in [error] if error),
                *(_told(refusal) for refusal in refusals),
            ],
            "note": self.request.POST.get("note", begun.choices.note if begun else ""),
        }
        return self.page("portal/mine/reply.html", context, status=status)


def asked_form(detail: DossierDetail) -> Form | None:
    """The form with only the items that were asked for, also those within a group; None when nothing of
    it was."""
    version = form_version(detail.declared.eform_version_id) if detail.declared else None
    items = detail.open_request["items"] if detail.open_request else ()
    keys = {item["field"] for item in items if item.get("field") and not item.get("state")}
    if version is None or not keys:
        return None
    every = [field for page in version.form.pages for field in page.fields]
    asked = tuple(cut_to(every, keys))
    page = Page(key=ASKED_PAGE, title=Text(vi=_("Nội dung cần khai lại")), fields=asked)
    return replace(version.form, pages=(page,), signers=())


def _told(refusal: Refusal) -> dict[str, str]:
    """In words, and where on the page to look."""
    path = str(refusal.params.get("path", ""))
    return {
        "text": sentence_of(REFUSALS, refusal),
        "field_id": id_of(path) if refusal.code == AnswerUnchanged.code else "",
    }


def _same_words(refusals: Sequence[Refusal]) -> dict[str, str]:
    """By path, what to say of answers that stand as they were."""
    same = [one for one in refusals if one.code == AnswerUnchanged.code]
    return {one.params["path"]: sentence_of(REFUSALS, one) for one in same}


def _item(
    place: int, item: dict[str, Any], there: DraftPaperRow | None, same: Mapping[str, str]
) -> dict[str, Any]:
    field = item.get("field", "")
    files = there.files if there else ()
    return {
        "place": place,
        "name": item["name"],
        "what": item["what"],
        "why": item.get("why", ""),
        "basis": item.get("basis", ""),
        "is_settled": bool(item.get("state")),
        "is_field": bool(field),
        "field_id": id_of(field) if field else "",
        "error": same.get(field, ""),
        "files": [{"id": f.id, "name": f.name, "size": size_words(f.size)} for f in files],
        "state": state_words(there) if there else "",
        "doubts": doubts_shown(there, item["name"]) if there else [],
    }
