"""What an officer may know of how a dossier was sent: what is doubtful of its pages, and the very files
that came. Drafts that were not sent stay unseen."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.accounts.rules.roles import Permission
from motcua.documents.vocabulary import PageDoubt
from motcua.dossiers.policies import find_for
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
    """Of all that was sent to this dossier by web. Five queries and one more for each later sending.

    Refusals: NotFound.
    """
    dossier = find_for(actor, Permission.DOSSIER_VIEW, code)
    sent = Draft.objects.filter(dossier=dossier.pk, sent_at__isnull=False).order_by("id")
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
    )


def original_file(actor: Actor, code: str, file_id: int) -> DraftFileRow:
    """A file as it was sent. Refusals: NotFound."""
    dossier = find_for(actor, Permission.DOSSIER_VIEW, code)
    among = DraftFile.objects.filter(
        pk=file_id, draft__dossier=dossier.pk, draft__sent_at__isnull=False
    )
    found = among.first()
    if found is None:
        raise NotFound(kind="file")
    return file_row(found)
