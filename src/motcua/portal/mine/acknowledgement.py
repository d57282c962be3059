"""The acknowledgement of what was sent online, as PDF: from the moment of sending, whatever comes of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.queries.own.answer_due import answer_due
from motcua.dossiers.vocabulary import PartyRole
from motcua.interlinked.queries.submissions import submission_around
from motcua.interlinked.rules.merging import paper_key
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from motcua.papers.data.acknowledgements import Acknowledgement, SentMatter, SentPaper
from motcua.papers.rendering import render_acknowledgement
from motcua.portal.citizen_view import CitizenView

SENT = "dossier.registered"


class MyAcknowledgement(CitizenView):
    """What was sent, when, and by when it is answered; with the way to look where it stands."""

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        detail = dossier_detail(self.actor, code, permission=Permission.DOSSIER_FOLLOW)
        if not is_given(detail):
            raise NotFound(kind="paper")
        told = {"paper": "ACKNOWLEDGEMENT", "code": code}
        self.note("paper.printed", subject_kind="dossier", subject_id=detail.id, detail=told)
        sheet = with_group(self.actor, detail, acknowledgement_of(detail))
        pdf = render_acknowledgement(sheet)
        response = HttpResponse(pdf, content_type="application/pdf")
        response["Content-Disposition"] = f'attachment; filename="{detail.code}-xac-nhan.pdf"'
        return response


def is_given(detail: DossierDetail) -> bool:
    """Only of what a citizen sent: what was handed in at the counter has a slip."""
    return bool(detail.facts[0].payload.get("citizen"))


def acknowledgement_of(detail: DossierDetail) -> Acknowledgement:
    """As it was sent: what came later is not on it."""
    payload = detail.facts[0].payload
    names = {party["role"]: party["name"] for party in payload["parties"]}
    owner = names[str(PartyRole.OWNER)]
    sender = names.get(str(PartyRole.SUBMITTER)) or owner
    return Acknowledgement(
        at=detail.sent_at,
        agency=detail.agency.name,
        place_name=detail.agency.place_name,
        dossier_code=detail.code,
        procedure_name=detail.procedure.name,
        procedure_code=detail.procedure.code,
        sender=sender,
        owner="" if owner == sender else owner,
        answer_by=answer_due(detail.agency.id, detail.sent_at),
        has_declaration=payload.get("declaration") is not None,
        papers=_papers(payload),
        address=settings.PUBLIC_ADDRESS.rstrip("/") + reverse("portal:track", args=[detail.code]),
    )


def with_group(actor: Actor, detail: DossierDetail, alone: Acknowledgement) -> Acknowledgement:
    """One sheet for all that was sent at once, whichever of the dossiers it is asked of."""
    found = submission_around(actor, detail.id, permission=Permission.DOSSIER_FOLLOW)
    if found is None:
        return alone
    codes = [one.code for one in found.members if one.is_seen]
    others = [
        dossier_detail(actor, code, permission=Permission.DOSSIER_FOLLOW).facts[0].payload
        for code in codes
        if code != detail.code
    ]
    papers = [*alone.papers, *(paper for payload in others for paper in _papers(payload))]
    once = {paper_key(paper.name): paper for paper in reversed(papers)}
    return replace(
        alone,
        dossier_code=found.head_code or alone.dossier_code,
        procedure_name=found.name,
        procedure_code="",
        has_declaration=alone.has_declaration or any(one.get("declaration") for one in others),
        papers=tuple(reversed(once.values())),
        matters=tuple(
            SentMatter(name=one.name, dossier_code=one.code, agency=one.agency_name)
            for one in found.members
        ),
    )


def _papers(payload: dict[str, Any]) -> tuple[SentPaper, ...]:
    files = Counter(file.get("paper_position") for file in payload.get("files") or ())
    return tuple(
        SentPaper(name=paper["name"], note="" if files[place] else paper.get("note", ""))
        for place, paper in enumerate(payload["papers"])
    )
