"""One dossier of one's own: who has it, what is next, why the date, what happened, papers and results."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import agency_on, units_of
from motcua.documents.queries.files import files_of
from motcua.documents.rules.refusals import FileAltered, FileInfected, FileMissing
from motcua.documents.serving import file_response
from motcua.documents.vocabulary import ScanState
from motcua.documents.wording import SCAN_STATES
from motcua.documents.wording import refusal_words as file_words
from motcua.doors.uploads.showing import size_words
from motcua.dossiers.policies import available_acts
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.queries.own.answer_due import answer_due
from motcua.dossiers.queries.tracking import track
from motcua.dossiers.vocabulary import Act, FileKind, OfferAnswer, ReturnMethod, Stage
from motcua.dossiers.wording import FACTS, PARTY_ROLES, RETURN_METHODS
from motcua.eforms.declaration import DeclarationHead, print_declaration
from motcua.eforms.queries.forms import form_version
from motcua.eforms.reviewing import review
from motcua.filing.queries.messages import unread_of
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import FactRow
from motcua.notices.rules.telling import KIND_OF
from motcua.portal.citizen_view import CitizenView
from motcua.portal.mine.acknowledgement import is_given
from motcua.portal.mine.group import group_shown
from motcua.portal.mine.money import money_shown
from motcua.portal.mine.papers import papers_to_take
from motcua.portal.stages import stage_context

SHOWN_KINDS = frozenset({FileKind.PAPER, FileKind.RESULT})
HAS_RESULT = frozenset({Stage.SETTLED, Stage.RETURNED})


class MyDossier(CitizenView):
    """Everything that its citizen may know of it."""

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        detail = dossier_detail(self.actor, code, permission=Permission.DOSSIER_FOLLOW)
        self.note("dossier.read", subject_kind="dossier", subject_id=detail.id)
        acts = available_acts(self.actor, detail.stage, detail)
        context = {
            **stage_context(track(code), self.at),
            "detail": detail,
            "where": _where(detail),
            "until": _until(detail),
            "answer_by": _answer_by(detail),
            "people": _people(detail),
            "history": [_happened(fact) for fact in reversed(detail.facts) if fact.code in KIND_OF],
            "files": files_shown(detail, {FileKind.PAPER}),
            "results": files_shown(detail, {FileKind.RESULT}) if detail.stage in HAS_RESULT else [],
            "papers": _papers(detail),
            "papers_to_take": papers_to_take(detail),
            "has_acknowledgement": is_given(detail),
            "review_pages": _declared(detail),
            "request_items": _asked(detail),
            "can_reply": Act.SUPPLEMENT in acts and detail.open_request is not None,
            "can_withdraw": Act.WITHDRAW in acts,
            "return_words": str(RETURN_METHODS[ReturnMethod(detail.return_method)]),
            "group": group_shown(self.actor, detail.id),
            "money": money_shown(detail),
            "unread": unread_of([detail.id]).get(detail.id, 0),
        }
        return self.page("portal/mine/dossier.html", context)


class MyFile(CitizenView):
    """A paper that was sent, or the result; never what the office keeps for itself."""

    def get(self, request: HttpRequest, code: str, position: int) -> HttpResponseBase:
        detail = dossier_detail(self.actor, code, permission=Permission.DOSSIER_FOLLOW)
        kinds = {FileKind.PAPER} | ({FileKind.RESULT} if detail.stage in HAS_RESULT else set())
        file = next((one for one in _files(detail, kinds) if one["position"] == position), None)
        if file is None:
            raise NotFound(kind="file")
        told = {"file": file["name"]}
        self.note("dossier.read", subject_kind="dossier", subject_id=detail.id, detail=told)
        try:
            return file_response(
                request, digest=file["digest"], name=file["name"], inline="tai" not in request.GET
            )
        except (FileInfected, FileMissing, FileAltered) as refusal:
            context = {"name": file["name"], "reason": file_words(refusal)}
            return self.page("portal/filing/withheld.html", context, status=409)


class MyDeclaration(CitizenView):
    """What was declared and sent, as PDF with the code and the moment: to keep."""

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        detail = dossier_detail(self.actor, code, permission=Permission.DOSSIER_FOLLOW)
        version = form_version(detail.declared.eform_version_id) if detail.declared else None
        if detail.declared is None or version is None:
            raise NotFound(kind="declaration")
        self.note("declaration.printed", subject_kind="dossier", subject_id=detail.id)
        head = DeclarationHead(
            at=detail.sent_at,
            place_name=detail.agency.place_name,
            addressed_to=detail.competent_agency.name,
            dossier_code=detail.code,
        )
        pdf = print_declaration(version.form, detail.declared.answers, head)
        response = HttpResponse(pdf, content_type="application/pdf")
        response["Content-Disposition"] = f'attachment; filename="{detail.code}-to-khai.pdf"'
        return response


def _files(detail: DossierDetail, kinds: Iterable[FileKind]) -> list[dict[str, Any]]:
    wanted = {str(kind) for kind in kinds} & {str(kind) for kind in SHOWN_KINDS}
    return [one for one in detail.files if one["kind"] in wanted and not one.get("is_removed")]


def files_shown(detail: DossierDetail, kinds: Iterable[FileKind]) -> list[dict[str, Any]]:
    found = _files(detail, kinds)
    scans = files_of(one["digest"] for one in found)
    shown = []
    for one in found:
        known = scans.get(one["digest"])
        is_harmful = known is not None and known.scan is ScanState.INFECTED
        given = {"code": detail.code, "position": one["position"]}
        shown.append(
            {
                "name": one["name"],
                "size": size_words(one["size"]),
                "url": "" if is_harmful else reverse("portal:my-file", kwargs=given),
                "note": str(SCAN_STATES[ScanState.INFECTED]) if is_harmful else "",
            }
        )
    return shown


def _where(detail: DossierDetail) -> str:
    """Who has it: another agency for the time being, else the one that settles it with its unit."""
    if detail.held_agency_id is not None:
        away = agency_on(detail.held_agency_id, local_day(detail.held_since or detail.received_at))
        return away.name if away else ""
    agency = detail.competent_agency
    units = units_of(agency.id, local_day(detail.received_at)) if detail.unit_id else ()
    unit = next((one.name for one in units if one.id == detail.unit_id), "")
    return " – ".join(part for part in (unit, agency.name) if part)


def _until(detail: DossierDetail) -> str:
    """Until when the agency that has it for the time being is to be done."""
    if detail.held_agency_id is None:
        return ""
    accepted = [one for one in detail.offers if one.get("answer") == OfferAnswer.ACCEPTED]
    due = accepted[-1].get("hold_due_at") if accepted else None
    return short_moment(datetime.fromisoformat(due)) if due else ""


def _answer_by(detail: DossierDetail) -> str:
    """By when the office answers what was sent, as long as it has not."""
    if detail.stage is not Stage.REGISTERED:
        return ""
    answered = [r["answered_at"] for r in detail.requests if r.get("answered_at")]
    last = next((fact.occurred_at for fact in reversed(detail.facts)
                 if answered and fact.code == "dossier.supplemented"), detail.sent_at)  # fmt: skip
    due = answer_due(detail.agency.id, last)
    return short_moment(due) if due else ""


def _people(detail: DossierDetail) -> list[dict[str, str]]:
    return [
        {"label": str(PARTY_ROLES[party.role]), "value": party.name} for party in detail.parties
    ]


def _papers(detail: DossierDetail) -> list[dict[str, str]]:
    return [{"label": paper.name, "value": paper.note or _("Đã nộp")} for paper in detail.papers]


def _happened(fact: FactRow) -> dict[str, Any]:
    """In plain words; what the office keeps for itself is not among them."""
    return {
        "title": str(FACTS[fact.code]) % fact.payload,
        "moment": short_moment(fact.occurred_at),
        "iso": fact.occurred_at.isoformat(),
        "text": fact.payload.get("reason", "") if fact.code in TOLD_WITH_REASON else "",
    }


TOLD_WITH_REASON = frozenset(
    {
        "dossier.completion-asked",
        "dossier.supplement-requested",
        "dossier.reception-declined",
        "dossier.processing-terminated",
        "dossier.time-limit-extended",
        "dossier.apology-made",
    }
)


def _declared(detail: DossierDetail) -> Any:
    version = form_version(detail.declared.eform_version_id) if detail.declared else None
    if detail.declared is None or version is None:
        return ()
    return review(version.form, detail.declared.answers, on=local_day(detail.sent_at))


def _asked(detail: DossierDetail) -> list[dict[str, Any]]:
    """The items of the open request, each with whether it is settled."""
    items = detail.open_request["items"] if detail.open_request else []
    return [{**item, "is_settled": bool(item.get("state"))} for item in items]
