"""Check your answers, pledge, send; and the receipt that one gets at once."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.agencies.queries import agency_on
from motcua.citizens.vocabulary import ContactKind
from motcua.dossiers.queries.own.answer_due import answer_due
from motcua.dossiers.refusal_words import sentence_of
from motcua.dossiers.vocabulary import PartyRole
from motcua.dossiers.wording import PARTY_ROLES
from motcua.eforms.reviewing import review
from motcua.filing.commands.sending import send_draft
from motcua.filing.queries.drafts import draft_of
from motcua.filing.rules.refusals import AnswersIncomplete, PaperWanted
from motcua.filing.vocabulary import OTHER, DraftKind, ForWhom
from motcua.filing.whole import problems_of
from motcua.filing.wording import FOR_WHOM, REFUSALS
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.portal.account.sending import kinds_reached
from motcua.portal.citizen_view import CitizenView
from motcua.portal.filing.doubted_names import names_doubted, place_of_person
from motcua.portal.filing.draft_view import REVIEW, DraftView
from motcua.portal.filing.fees import fee_shown
from motcua.portal.filing.matters import matters_shown
from motcua.portal.filing.result_page import METHODS
from motcua.portal.filing.showing_papers import papers_shown
from motcua.portal.mine.group import group_shown
from motcua.procedures.queries.details import procedure_detail


class Review(DraftView):
    """All that was said, each with its way back. POST sends it, once however often it is pressed."""

    step = REVIEW

    def get(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        self.open(code, token)
        return self._shown([])

    def post(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        self.open(code, token)
        pledged = request.POST.get("pledge") == "on"
        try:
            send_draft(actor=self.actor, at=self.at, token=token, pledged=pledged)
        except NotFound:
            raise
        except Refusal as refusal:
            return self._shown(list(refusal.reasons), status=422)
        return HttpResponseRedirect(self.url("sent"))

    def _shown(self, refused: list[Refusal], **more: Any) -> HttpResponse:
        whole = self.whole
        problems = [*problems_of(whole)]
        told = problems + [one for one in refused if one.code not in {p.code for p in problems}]
        asked = whole.checked.pages if whole.checked else ()
        version = whole.version
        pages = review(version.form, whole.row.answers, on=whole.day) if version else ()
        context = {
            "summary": [self._told(problem) for problem in told],
            "can_send": not problems,
            "review_pages": pages,
            "places": {page: self._form_url(page) for page in asked},
            "people": self._people(),
            "people_doubt": names_doubted(self.whole, self.url),
            "matters": matters_shown(whole, self.at),
            "matters_url": f"{self.url('members')}?lai=1" if whole.group else "",
            "office_rows": self._office_rows(),
            **_handed_in(papers_shown(whole, self.url)),
            "papers_url": self.url("papers"),
            "fee": fee_shown(whole),
            "pledge_text": version.form.pledge.said(get_language() or "vi") if version else "",
            "back_url": self.url("result"),
            "pledge_error": any(one.code == "pledge-missing" for one in refused),
        }
        return self.draft_page("portal/filing/review.html", context, **more)

    def _title(self, page: str) -> str:
        pages = self.whole.version.form.pages if self.whole.version else ()
        found = next((one.title for one in pages if one.key == page), None)
        return found.said(get_language() or "vi") if found else page

    def _form_url(self, page: str) -> str:
        return f"{self.url('form-page', page=page)}?lai=1"

    def _told(self, problem: Refusal) -> dict[str, str]:
        """What is missing, and the page where it is mended."""
        words = sentence_of(REFUSALS, problem)
        if isinstance(problem, AnswersIncomplete):
            page = problem.params["page"]
            return {"text": f"{self._title(page)}: {words}", "url": self._form_url(page)}
        if isinstance(problem, PaperWanted):
            return {"text": words, "url": self.url("paper", paper=problem.field)}
        ways = {"agency": "place", "post_address": "result"}
        people = {"name", "personal_id", "phone", "authority"}
        if problem.field == "members":
            return {"text": words, "url": self.url("members")}
        if problem.field in people:
            return {"text": words, "url": self.url("people")}
        if _role_of(problem):
            return {"text": words, "url": place_of_person(self.whole, _role_of(problem), self.url)}
        if problem.field in ways:
            return {"text": words, "url": self.url(ways[problem.field])}
        return {"text": words, "field_id": "id_pledge" if problem.field == "pledge" else ""}

    def _people(self) -> list[dict[str, str]]:
        return [
            {"label": str(PARTY_ROLES[party.role]), "value": party.name, "note": party.phone}
            for party in self.whole.parties
        ]

    def _office_rows(self) -> list[dict[str, str]]:
        row, place = self.whole.row, self.url("place")
        agency = agency_on(row.agency_id, self.whole.day) if row.agency_id else None
        method = METHODS[row.choices.return_method]
        due = answer_due(row.agency_id, self.at) if row.agency_id else None
        rows = [
            {"label": _("Nơi nộp"), "value": agency.name if agency else _("Chưa chọn"),
             "action_url": place, "action_text": _("Sửa")},
            {"label": _("Nộp cho ai"), "value": str(FOR_WHOM[row.for_whom]),
             "action_url": place, "action_text": _("Sửa")},
            {"label": _("Thay mặt theo giấy tờ, quan hệ"), "value": self._authority(),
             "action_url": self.url("people"), "action_text": _("Sửa")},
            {"label": _("Nhận kết quả"), "value": str(method), "note": row.choices.post_address,
             "action_url": self.url("result"), "action_text": _("Sửa")},
            {"label": _("Lời nhắn cho cơ quan"), "value": row.choices.note,
             "action_url": self.url("result"), "action_text": _("Sửa")},
            {"label": _("Nộp bây giờ thì cơ quan trả lời chậm nhất"),
             "value": short_moment(due) if due else ""},
        ]  # fmt: skip
        return [one for one in rows if one["value"]]

    def _authority(self) -> str:
        row = self.whole.row
        stands_in = row.for_whom is ForWhom.REPRESENTATIVE
        return row.beneficiary.authority if stands_in else ""


def _role_of(problem: Refusal) -> str:
    """Of whom reception complains: its fields of people are called `owner-name`, `submitter-phone`."""
    role = (problem.field or "").partition("-")[0].upper()
    return role if role in {str(one) for one in PartyRole} else ""


def _handed_in(papers: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """What comes with the dossier or is still wanted, and apart from it what is not sent."""
    unsent = [one for one in papers if not one["is_sent"] and one["tone"] != "warning"]
    named = [one for one in unsent if one["key"] != OTHER]
    return {"papers": [one for one in papers if one not in unsent], "unsent": named}


class Sent(CitizenView):
    """The receipt: the code, what comes next, and by when the office answers."""

    def get(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        row = draft_of(self.actor, token)
        detail = procedure_detail(row.procedure_version_id)
        if row.kind is not DraftKind.NEW or detail.code != code or row.sent_at is None:
            raise NotFound(kind="draft")
        assert row.agency_id is not None
        assert row.dossier_id is not None
        agency = agency_on(row.agency_id, row.sent_at.date())
        context = {
            "code": row.dossier_code,
            "procedure_name": detail.name,
            "group": group_shown(self.actor, row.dossier_id) if row.group_version_id else None,
            "agency_name": agency.name if agency else "",
            "sent_at": row.sent_at,
            "answer_by": answer_due(row.agency_id, row.sent_at),
            "is_helper": row.for_whom is ForWhom.HELPER,
            "is_told": ContactKind.PHONE in kinds_reached(),
            "dossier_url": reverse("portal:my-dossier", kwargs={"code": row.dossier_code}),
            "mine_url": reverse("portal:mine"),
            "acknowledgement_url": reverse(
                "portal:my-acknowledgement", kwargs={"code": row.dossier_code}
            ),
            "receipt_url": reverse("portal:my-declaration", kwargs={"code": row.dossier_code})
            if row.eform_version_id
            else "",
        }
        return self.page("portal/filing/sent.html", context)
