"""What an officer may know of how a dossier was sent: what is doubtful of its pages, and the very files
that came. Drafts that were not sent stay unseen."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from motcua.accounts.rules.roles import Permission
from motcua.documents.vocabulary import PageDoubt
from motcua.dossiers.policies import find_for
from motcua.dossiers.queries.papers_held import file_digests
from motcua.filing.models import Draft, DraftFile
from motcua.filing.queries.drafts import papers_in
from motcua.filing.reading import file_row
from motcua.filing.vocabulary import DraftFileRow
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class SentPaper:
    """Files of one paper as they came; `digest` is what was made of them, or "" when nothing was."""

    digest: str
    originals: tuple[DraftFileRow, ...]
    doubts: tuple[tuple[int, PageDoubt], ...]
    pages_said: int
    page_count: int


def sent_papers(actor: Actor, code: str) -> tuple[SentPaper, ...]:
    """Of all that was sent to this dossier by web; of what was sent for a group, its own. Six queries and one more for each later sending.

    Refusals: NotFound.
    """
    dossier = find_for(actor, Permission.DOSSIER_VIEW, code)
    sent = _sent_with(dossier.pk, dossier.group_id).order_by("id")
    held = file_digests(dossier.pk) if dossier.group_id else frozenset()
    return tuple(
        SentPaper(
            digest=paper.digest,
            originals=paper.files,
            doubts=tuple(
                (number, doubt)
                for number, page in enumerate(paper.pages, start=1)
                for doubt in page.doubts
            ),
            pages_said=paper.pages_said,
            page_count=len(paper.pages),
        )
        for draft_id in sent.values_list("pk", flat=True)
        for paper in papers_in(draft_id).values()
        if dossier.group_id is None or held & {paper.digest, *(file.digest for file in paper.files)}
    )


def original_file(actor: Actor, code: str, file_id: int) -> DraftFileRow:
    """A file as it was sent. Refusals: NotFound."""
    dossier = find_for(actor, Permission.DOSSIER_VIEW, code)
    found = DraftFile.objects.filter(
        pk=file_id, draft__in=_sent_with(dossier.pk, dossier.group_id)
    ).first()
    if found is None or (dossier.group_id and not _is_of(dossier.pk, found)):
        raise NotFound(kind="file")
    return file_row(found)


def _sent_with(dossier_id: int, group_id: int | None) -> QuerySet[Draft]:
    """The drafts from which it was filed or answered; of a group, the one of all."""
    own = Q(dossier=dossier_id)
    which = own | Q(dossier=group_id, group_version__isnull=False) if group_id else own
    return Draft.objects.filter(which, sent_at__isnull=False)


def _is_of(dossier_id: int, file: DraftFile) -> bool:
    """Whether it is among what that dossier has of all that was sent for its group."""
    there = papers_in(file.draft_id).get(file.paper_key)
    made = {there.digest, *(one.digest for one in there.files)} if there else {file.digest}
    return bool(file_digests(dossier_id) & made)
