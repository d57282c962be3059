"""What does not move a dossier: put typed particulars right, leave a note, attach a file."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from motcua.dossiers.events import FileAttached, FileRemoved, NoteAdded, ParticularsAmended
from motcua.dossiers.inputs import Amend, Attach, Note, RemoveFile
from motcua.dossiers.rules.facts import DossierFacts, reason, within
from motcua.dossiers.rules.intake import ReceptionRefused, people_problems
from motcua.dossiers.rules.submitted.files import FileUnknown, Held, file_problems, files_in
from motcua.dossiers.vocabulary import Act, PartyRole, party_of
from motcua.kernel.refusal import Refusal


class NothingAmended(Refusal):
    """The people are what they were."""

    code = "nothing-amended"


def amend(
    facts: DossierFacts,
    given: Amend,
    *,
    parties: tuple[dict[str, Any], ...],
    at: datetime,
    declaration: dict[str, Any] | None = None,
) -> ParticularsAmended:
    """Refusals: ActNotAllowed, ReasonMissing, NothingAmended, ReceptionRefused (every problem)."""
    stage = facts.next(Act.AMEND)
    problems = list(people_problems(given.parties, at))
    if problems:
        raise ReceptionRefused(problems)
    if given.parties == facts.parties and declaration is None:
        raise NothingAmended
    owner = party_of(given.parties, PartyRole.OWNER)
    assert owner is not None
    return ParticularsAmended(
        stage=str(stage),
        parties=parties,
        declaration=declaration,
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
    held: Held,
    added_by: str,
    at: datetime,
) -> FileAttached:
    """Refusals: ActNotAllowed, FileAttachedAlready, TooManyFiles, FileUnknown."""
    stage = facts.next(Act.ATTACH)
    for problem in file_problems((given,), paper_count=facts.paper_count, held=held):
        raise problem
    (file,) = files_in((given,), by=added_by, at=at, first=position, kind=given.kind)
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
