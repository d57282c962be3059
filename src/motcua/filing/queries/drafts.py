"""Drafts that the citizen who asks may write in; nobody else's, the office's neither."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, QuerySet

from motcua.documents.queries.files import files_of
from motcua.documents.vocabulary import ScanState
from motcua.filing.models import Draft, DraftFile, DraftPage, DraftPaper
from motcua.filing.policies import demand_writer, own_draft, writable
from motcua.filing.reading import draft_row, file_row, paper_row
from motcua.filing.rules.bounds import DRAFTS_MAX
from motcua.filing.vocabulary import DraftFileRow, DraftKind, DraftPaperRow, DraftRow
from motcua.interlinked.queries.groups import group_version
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from motcua.procedures.queries.catalogue import version_row


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """One draft in the list. `group_name`: of the group that it asks for. `begun_by`: the colleague who began it; empty for one's own."""

    token: str
    kind: DraftKind
    procedure_code: str
    procedure_name: str
    group_name: str
    organization_id: int | None
    begun_by: str
    dossier_code: str
    updated_at: datetime
    expires_at: datetime


def draft_of(actor: Actor, token: str) -> DraftRow:
    """A draft of one's own. Two queries. Refusals: NotPermitted, NotFound."""
    draft = own_draft(actor, token)
    pages = DraftPage.objects.filter(draft=draft).values_list("page_key")
    return draft_row(draft, dict(pages.annotate(last=Max("version"))))


def is_begun(token: str, at: datetime) -> bool:
    """Whether a draft has this token and is not sent; nothing else of it is told, for nobody may be signed
    in. One query, served by the token."""
    return Draft.objects.filter(token=token, sent_at__isnull=True, expires_at__gt=at).exists()


def drafts_of(actor: Actor) -> tuple[DraftLine, ...]:
    """What is not sent yet, the last written first; at most DRAFTS_MAX. One query besides the
    catalogue, served by `draft_of_citizen` and the key of the organization. Refusals: NotPermitted."""
    mine = Draft.objects.filter(writable(actor), sent_at__isnull=True)
    newest = mine.select_related("dossier", "citizen").order_by("-updated_at", "-id")
    return tuple(_line(draft, actor) for draft in newest[:DRAFTS_MAX])


def begun_for(actor: Actor, procedure_code: str) -> tuple[DraftLine, ...]:
    """Those of one procedure: whoever comes back goes on instead of beginning again."""
    return tuple(
        line
        for line in drafts_of(actor)
        if line.procedure_code == procedure_code
        and line.kind is DraftKind.NEW
        and not line.group_name
    )


def group_begun(actor: Actor, group_name: str) -> tuple[DraftLine, ...]:
    """As `begun_for`, of a group by its name."""
    return tuple(line for line in drafts_of(actor) if line.group_name == group_name)


def last_office(actor: Actor) -> int | None:
    """Where this citizen filed last: likely where the next goes too. One query. Refusals: NotPermitted."""
    mine = Draft.objects.filter(citizen_id=demand_writer(actor), agency__isnull=False)
    return mine.order_by("-updated_at").values_list("agency_id", flat=True).first()


def reply_begun(actor: Actor, code: str, request_seq: int) -> DraftRow | None:
    """What is written of the reply to a request to complete; None before it is begun. One query, served
    by `draft_one_reply`. Refusals: NotPermitted."""
    found = _replies(actor, code, request_seq).select_related("dossier").first()
    return draft_row(found, {}) if found else None


def reply_of(actor: Actor, code: str, request_seq: int) -> dict[str, DraftPaperRow]:
    """By item: what waits to be sent for a request to complete. Refusals: NotPermitted."""
    found = _replies(actor, code, request_seq).values_list("pk", flat=True).first()
    return papers_in(found) if found else {}


def _replies(actor: Actor, code: str, request_seq: int) -> QuerySet[Draft]:
    return Draft.objects.filter(
        citizen_id=demand_writer(actor),
        kind=str(DraftKind.REPLY),
        dossier__code=code,
        request_seq=request_seq,
        sent_at__isnull=True,
    )


def papers_of(actor: Actor, token: str) -> dict[str, DraftPaperRow]:
    """By key: the papers of a draft that have files. Five queries at most.

    Refusals: NotPermitted, NotFound.
    """
    return papers_in(own_draft(actor, token).pk)


def papers_in(draft_id: int) -> dict[str, DraftPaperRow]:
    """For the commands, which hold the draft."""
    files = list(DraftFile.objects.filter(draft=draft_id).order_by("paper_key", "position"))
    scans = files_of(file.digest for file in files)
    prepared = {paper.paper_key: paper for paper in DraftPaper.objects.filter(draft=draft_id)}
    by_key: dict[str, list[DraftFileRow]] = {}
    for file in files:
        known = scans.get(file.digest)
        row = file_row(file, known.scan if known else ScanState.UNSCANNED)
        by_key.setdefault(file.paper_key, []).append(row)
    return {key: paper_row(key, tuple(rows), prepared.get(key)) for key, rows in by_key.items()}


def draft_file(actor: Actor, token: str, file_id: int) -> DraftFileRow:
    """One file of a draft of one's own. Refusals: NotPermitted, NotFound."""
    draft = own_draft(actor, token)
    found = DraftFile.objects.filter(draft=draft, pk=file_id).first()
    if found is None:
        raise NotFound(kind="draft-file")
    return file_row(found)


def _line(draft: Draft, actor: Actor) -> DraftLine:
    version = version_row(draft.procedure_version_id)
    held = group_version(draft.group_version_id) if draft.group_version_id else None
    return DraftLine(
        token=draft.token,
        kind=DraftKind(draft.kind),
        procedure_code=version.code if version else "",
        procedure_name=version.name if version else "",
        group_name=held.group.name if held else "",
        organization_id=draft.organization_id,
        begun_by="" if draft.citizen_id == actor.citizen_id else draft.citizen.full_name,
        dossier_code=draft.dossier.code if draft.dossier else "",
        updated_at=draft.updated_at,
        expires_at=draft.expires_at,
    )
