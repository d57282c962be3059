"""Papers that a citizen gave and results that he got, in dossiers of his own: to be offered again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.models import DossierCitizen, DossierFile, SubmittedDocument
from motcua.dossiers.policies import among_visible
from motcua.dossiers.vocabulary import CitizenPart, FileKind, Status
from motcua.kernel.actor import Actor

FILES_MAX = 40
DOSSIERS_LOOKED_AT = 30
ENDED_WELL = (str(Status.SETTLED), str(Status.RETURNED))


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFile:
    """A file of an earlier dossier; `paper_name`: of what it is, `given_on`: when it came."""

    digest: str
    name: str
    media_type: str
    size: int
    kind: FileKind
    dossier_code: str
    procedure_name: str
    paper_name: str
    required_document_id: int | None
    given_on: datetime


def own_files(actor: Actor) -> tuple[OwnFile, ...]:
    """The newest first, each content once, FILES_MAX at most. Papers of any dossier that he sent for
    himself or his organization, never of one that he only helped with; results once they were given.
    Three queries, served by `file_one_per_place` and `paper_one_per_place`.
    """
    helped = DossierCitizen.objects.filter(citizen=actor.citizen_id, part=str(CitizenPart.HELPER))
    mine = among_visible(actor, Permission.DOSSIER_FOLLOW).exclude(pk__in=helped.values("dossier"))
    newest = list(mine.order_by("-id").values_list("pk", flat=True)[:DOSSIERS_LOOKED_AT])
    found = DossierFile.objects.filter(
        dossier__in=newest,
        is_removed=False,
        kind__in=[str(FileKind.PAPER), str(FileKind.RESULT)],
    ).select_related("dossier__procedure_version")
    papers = {
        (paper.dossier_id, paper.position): paper
        for paper in SubmittedDocument.objects.filter(dossier__in=newest)
    }
    told: dict[str, OwnFile] = {}
    for file in found.order_by("-dossier_id", "position"):
        is_open = file.kind == FileKind.RESULT and file.dossier.status not in ENDED_WELL
        if file.digest not in told and not is_open and len(told) < FILES_MAX:
            place = file.paper_position
            paper = papers.get((file.dossier_id, place)) if place is not None else None
            told[file.digest] = _own(file, paper)
    return tuple(told.values())


def _own(file: DossierFile, paper: SubmittedDocument | None) -> OwnFile:
    return OwnFile(
        digest=file.digest,
        name=file.name,
        media_type=file.media_type,
        size=file.size,
        kind=FileKind(file.kind),
        dossier_code=file.dossier.code,
        procedure_name=file.dossier.procedure_version.name,
        paper_name=paper.name if paper else "",
        required_document_id=paper.required_document_id if paper else None,
        given_on=file.added_at,
    )
