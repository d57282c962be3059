"""Sending a draft in: it becomes a dossier once, however often the button is pressed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from motcua.dossiers.commands.receive import file_dossier
from motcua.dossiers.inputs import Filed
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.vocabulary import CitizenPart
from motcua.filing.models import Draft, DraftPage
from motcua.filing.policies import writable
from motcua.filing.queries.drafts import papers_in
from motcua.filing.reading import draft_row
from motcua.filing.rules.refusals import DraftNotReady, OrganizationMissing, PledgeMissing
from motcua.filing.vocabulary import ForWhom
from motcua.filing.whole import WholeDraft, problems_of, reception_of, submission_of, whole_draft
from motcua.interlinked.commands.file_interlinked import file_interlinked
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest


def send_draft(*, actor: Actor, at: datetime, token: str, pledged: bool) -> DossierRef:
    """File it. Dossier, fact and the end of the draft are one transaction: after a crash there is
    either all of it or nothing, and asked again the same dossier is found.

    Refusals: NotPermitted, NotFound, DraftNotReady (everything at once), OrganizationMissing, and
    those of `file_dossier` or `file_interlinked`.
    """
    with transaction.atomic():
        mine = Draft.objects.filter(writable(actor), token=token, request_seq__isnull=True)
        draft = mine.select_for_update(no_key=True).first()
        if draft is None:
            raise NotFound(kind="draft")
        if draft.dossier is not None:
            return DossierRef(id=draft.dossier.pk, code=draft.dossier.code, repeated=True)
        filer = acting_for(actor, draft.organization_id)
        row = draft_row(draft, {})
        whole = whole_draft(filer, at, row, papers_in(draft.pk))
        problems = [*problems_of(whole), *([] if pledged else [PledgeMissing(field="pledge")])]
        if problems:
            raise DraftNotReady(problems)
        is_helper = row.for_whom is ForWhom.HELPER
        part = CitizenPart.HELPER if is_helper else CitizenPart.FILER
        ref = _file(filer, at, whole, part)
        close_draft(draft, ref.id, at)
    return ref


def _file(filer: Actor, at: datetime, whole: WholeDraft, part: CitizenPart) -> DossierRef:
    """One dossier, or those of a group, of which the first stands for all."""
    row = whole.row
    assert row.agency_id is not None
    request = RequestKey(key=f"draft-{row.token}", digest=content_digest(row.token))
    if whole.group is not None:
        refs = file_interlinked(
            actor=filer,
            at=at,
            agency_id=row.agency_id,
            given=submission_of(whole),
            part=part,
            request=request,
        )
        return refs[0]
    filed = Filed(given=reception_of(whole), part=part)
    return file_dossier(actor=filer, at=at, agency_id=row.agency_id, filed=filed, request=request)


def acting_for(actor: Actor, organization_id: int | None) -> Actor:
    """The citizen as the draft wants him: for himself, or for that organization, which he must be acting
    for. Refusals: OrganizationMissing."""
    if organization_id is not None and actor.organization_id != organization_id:
        raise OrganizationMissing(field="for_whom")
    return replace(actor, organization_id=organization_id)


def close_draft(draft: Draft, dossier_id: int, at: datetime) -> None:
    """What was typed is the dossier's now and stands here no more; the files stay, to be compared."""
    DraftPage.objects.filter(draft=draft).delete()
    draft.answers = "{}"
    draft.beneficiary = "{}"
    draft.choices = "{}"
    draft.dossier_id = dossier_id
    draft.sent_at = at
    draft.save()
