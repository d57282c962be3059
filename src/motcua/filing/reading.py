"""Rows of drafts as the values that rules and pages know."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import orjson

from motcua.documents.vocabulary import MediaType, PageDoubt, PageSeen, ScanState
from motcua.filing.models import Draft, DraftFile, DraftPaper
from motcua.filing.rules.bounds import draft_end
from motcua.filing.vocabulary import (
    Beneficiary,
    Choices,
    DraftFileRow,
    DraftKind,
    DraftPaperRow,
    DraftRow,
    FileSource,
    ForWhom,
    PreparedState,
)
from motcua.ledger.rules.chain import content_digest

SAME = (
    "id",
    "token",
    "organization_id",
    "procedure_version_id",
    "agency_id",
    "eform_version_id",
    "group_version_id",
    "step",
    "started_at",
    "updated_at",
    "expires_at",
    "sent_at",
    "dossier_id",
    "request_seq",
)


def draft_row(draft: Draft, page_versions: dict[str, int]) -> DraftRow:
    """`dossier` of the draft is read where there is one: select it with the draft."""
    return DraftRow(
        **{name: getattr(draft, name) for name in SAME},
        kind=DraftKind(draft.kind),
        for_whom=ForWhom(draft.for_whom),
        beneficiary=Beneficiary(**orjson.loads(draft.beneficiary)),
        choices=Choices.from_plain(orjson.loads(draft.choices)),
        answers=orjson.loads(draft.answers),
        page_versions=page_versions,
        dossier_code=draft.dossier.code if draft.dossier else "",
    )


def file_row(file: DraftFile, scan: ScanState = ScanState.UNSCANNED) -> DraftFileRow:
    return DraftFileRow(
        id=file.pk,
        paper_key=file.paper_key,
        position=file.position,
        digest=file.digest,
        name=file.name,
        media_type=MediaType(file.media_type),
        size=file.size,
        source=FileSource(file.source),
        scan=scan,
    )


def paper_row(
    key: str, files: tuple[DraftFileRow, ...], prepared: DraftPaper | None
) -> DraftPaperRow:
    """What was made counts only while it was made of these very files, in this order."""
    if prepared is None or prepared.asked_for != asked_for(files):
        return DraftPaperRow(key=key, files=files, state=PreparedState.WAITING)
    seen = orjson.loads(prepared.seen)
    return DraftPaperRow(
        key=key,
        files=files,
        state=PreparedState(prepared.state),
        digest=prepared.digest,
        size=prepared.size,
        media_type=MediaType(prepared.media_type) if prepared.media_type else None,
        pages=tuple(page_from(page) for page in seen.get("pages", ())),
        pages_said=seen.get("said", 0),
    )


def page_from(plain: dict[str, Any]) -> PageSeen:
    return PageSeen(
        doubts=tuple(map(PageDoubt, plain["doubts"])), is_straightened=plain["is_straightened"]
    )


def page_plain(page: PageSeen) -> dict[str, Any]:
    return {"doubts": list(map(str, page.doubts)), "is_straightened": page.is_straightened}


def asked_for(files: Iterable[DraftFileRow]) -> str:
    """Which files, in which order: the name of what is made of them."""
    return content_digest([file.digest for file in files])


def touch(draft: Draft, at: datetime) -> None:
    """Written in: it is kept for its whole life from now on."""
    draft.updated_at = at
    draft.expires_at = draft_end(at)
    draft.warned_at = None
    draft.save()
