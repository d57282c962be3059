"""Answering what the office asked to complete: a draft of its own, item by item, then sent as one."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.supplement import supplement_dossier
from motcua.dossiers.declared import still_as_before
from motcua.dossiers.inputs import Supplement
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.rules.intake import ReceptionRefused
from motcua.dossiers.rules.submitted.declaring import AnswerUnchanged
from motcua.dossiers.vocabulary import FileIn, PaperIn
from motcua.filing.commands.drafting import TOKEN_BYTES
from motcua.filing.models import Draft
from motcua.filing.policies import demand_writer
from motcua.filing.queries.drafts import papers_in
from motcua.filing.rules.bounds import MESSAGE_LENGTH_MAX, draft_end
from motcua.filing.rules.refusals import ReplyEmpty, ReplyNotAsked
from motcua.filing.rules.sending import file_in, files_to_send
from motcua.filing.vocabulary import DraftKind, DraftPaperRow, ForWhom, item_key
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest


def begin_reply(*, actor: Actor, at: datetime, code: str) -> str:
    """The draft of the reply to the open request of a dossier; the one there is, if there is one.

    Refusals: NotPermitted, NotFound, ReplyNotAsked.
    """
    citizen_id = demand_writer(actor)
    detail = dossier_detail(actor, code, permission=Permission.DOSSIER_SUPPLEMENT)
    request = _open_request(detail)
    with transaction.atomic():
        draft, _is_new = Draft.objects.get_or_create(
            kind=str(DraftKind.REPLY),
            citizen_id=citizen_id,
            dossier_id=detail.id,
            request_seq=request["seq"],
            sent_at=None,
            defaults={
                "token": secrets.token_hex(TOKEN_BYTES),
                "procedure_version_id": detail.procedure.version_id,
                "organization_id": actor.organization_id,
                "for_whom": str(ForWhom.MYSELF),
                "agency_id": detail.agency.id,
                "started_at": at,
                "updated_at": at,
                "expires_at": draft_end(at),
            },
        )
    return draft.token


def send_reply(
    *,
    actor: Actor,
    at: datetime,
    code: str,
    answers: Mapping[str, Any] | None = None,
    note: str = "",
) -> DossierRef:
    """Send what has come for the items of the open request. Items without file or answer stay open,
    and so do answers that stand as they were.

    Pressed again it is found done, or nothing is asked any more. Refusals: NotPermitted, NotFound,
    ReplyNotAsked, ReplyEmpty, ReceptionRefused (faulty answers; nothing but answers as they were),
    and those of the act.
    """
    token = begin_reply(actor=actor, at=at, code=code)
    with transaction.atomic():
        draft = Draft.objects.select_for_update(no_key=True, of=("self",)).get(token=token)
        detail = dossier_detail(actor, code, permission=Permission.DOSSIER_SUPPLEMENT)
        given, same = _supplement(detail, at, papers_in(draft.pk), answers, note)
        if not given.answered:
            raise ReceptionRefused(same) if same else ReplyEmpty(field="items")
        key = RequestKey(key=f"reply-{token}", digest=content_digest(token))
        ref = supplement_dossier(Asked(actor=actor, at=at, code=code, request=key), given)
        draft.sent_at = at
        draft.answers, draft.choices = "{}", "{}"
        draft.save()
    return ref


def _open_request(detail: DossierDetail) -> dict[str, Any]:
    """Refusals: ReplyNotAsked."""
    if detail.open_request is None:
        raise ReplyNotAsked
    return detail.open_request


def _supplement(
    detail: DossierDetail,
    at: datetime,
    sent: Mapping[str, DraftPaperRow],
    answers: Mapping[str, Any] | None,
    note: str,
) -> tuple[Supplement, tuple[AnswerUnchanged, ...]]:
    """What goes, and the answers that do not go because nothing is new in them."""
    items = _open_request(detail)["items"]
    fields = {item["field"] for item in items if item.get("field") and not item.get("state")}
    told = dict(answers) if answers is not None else None
    same = still_as_before(detail.id, told, fields, local_day(at))
    new = fields - {one.params["path"] for one in same} if told is not None else set()
    answered: list[int] = []
    papers: list[PaperIn] = []
    files: list[FileIn] = []
    for place, item in enumerate(items):
        there = sent.get(item_key(place))
        if item.get("state") or not (there or item.get("field") in new):
            continue
        answered.append(place)
        if there:
            number = item.get("required_document_id")
            files += [file_in(file, len(papers)) for file in files_to_send(there, item["name"])]
            papers.append(PaperIn(name=item["name"], required_document_id=number, copies=1))
    given = Supplement(
        answered=tuple(answered),
        papers=tuple(papers),
        files=tuple(files),
        answers=told,
        note=note.strip()[:MESSAGE_LENGTH_MAX],
    )
    return given, same
