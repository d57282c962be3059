"""What does not move a dossier: put typed particulars right, leave a note, attach a file."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from motcua.dossiers.events import FileAttached, FileRemoved, NoteAdded, ParticularsAmended
from motcua.dossiers.inputs import Amend, Attach, Note, RemoveFile
from motcua.dossiers.rules.facts import DossierFacts, reason, within
from motcua.dossiers.rules.intake import ReceptionRefused, people_problems
from motcua.dossiers.vocabulary import Act, PartyRole, party_of
from motcua.kernel.event import plain
from motcua.kernel.refusal import Refusal

FILES_MAX = 200
FILES_SIZE_MAX = 500_000_000
FILE_NAME_MAX = 200


class NothingAmended(Refusal):
    """The people are what they were."""

    code = "nothing-amended"


class TooManyFiles(Refusal):
    """A dossier holds a bounded number of files of a bounded size together."""

    code = "too-many-files"


class FileUnknown(Refusal):
    code = "file-unknown"


class FileAttachedAlready(Refusal):
    """The very same file is part of the dossier already."""

    code = "file-attached-already"


def amend(
    facts: DossierFacts, given: Amend, *, parties: tuple[dict[str, Any], ...], at: datetime
) -> ParticularsAmended:
    """Refusals: ActNotAllowed, ReasonMissing, NothingAmended, ReceptionRefused (every problem)."""
    stage = facts.next(Act.AMEND)
    problems = list(people_problems(given.parties, at))
    if problems:
        raise ReceptionRefused(problems)
    if given.parties == facts.parties:
        raise NothingAmended
    owner = party_of(given.parties, PartyRole.OWNER)
    assert owner is not None
    return ParticularsAmended(
        stage=str(stage),
        parties=parties,
        reason=reason(given.reason),
        changes={"owner_name": owner.name},
    )


def note(facts: DossierFacts, given: Note) -> NoteAdded:
    """Refusals: ActNotAllowed, ReasonMissing."""
    stage = facts.next(Act.NOTE)
    return NoteAdded(stage=str(stage), text=reason(given.text, at_field="text"))


def attach(
    facts: DossierFacts,
    given: Attach,
    *,
    position: int,
    held: int,
    size_held: int,
    added_by: str,
    at: datetime,
) -> FileAttached:
    """Refusals: ActNotAllowed, FileAttachedAlready, TooManyFiles, FileUnknown."""
    stage = facts.next(Act.ATTACH)
    if given.digest in facts.file_digests:
        raise FileAttachedAlready(field="file")
    if held >= FILES_MAX or size_held + given.size > FILES_SIZE_MAX:
        raise TooManyFiles(field="file", files_max=FILES_MAX, size_max=FILES_SIZE_MAX // 1_000_000)
    place = given.paper_position
    if place is not None and not 0 <= place < facts.paper_count:
        raise FileUnknown(field="paper_position")
    file = {
        "position": position,
        "digest": given.digest,
        "name": given.name[:FILE_NAME_MAX],
        "media_type": given.media_type,
        "size": given.size,
        "kind": str(given.kind),
        "added_at": plain(at),
        "added_by": added_by,
    }
    if place is not None:
        file["paper_position"] = place
    return FileAttached(stage=str(stage), file=file)


def remove(
    facts: DossierFacts, given: RemoveFile, *, name: str, digest: str, issued: frozenset[str]
) -> FileRemoved:
    """A file of an issued result stays. Refusals: ActNotAllowed, FileUnknown, ReasonMissing."""
    stage = facts.next(Act.ATTACH)
    if digest in issued:
        raise FileUnknown(field="position")
    return FileRemoved(
        stage=str(stage),
        position=given.position,
        name=name,
        reason=within(reason(given.reason), at_field="reason"),
    )
