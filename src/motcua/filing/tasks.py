"""What the background worker does for drafts. A task is an entrance: it reads the clock."""

from __future__ import annotations

from django_tasks import task

from motcua.filing.commands.papers import prepare_draft_paper
from motcua.kernel import clock


@task()
def look_through_paper(draft_id: int, paper_key: str) -> str:
    """Straighten, join and look through the files of a paper; asked again it does nothing new."""
    return str(prepare_draft_paper(draft_id, paper_key, at=clock.now()))
