"""Which of the papers somebody has fits what is asked for, and how fresh it is. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from motcua.filing.vocabulary import OwnPaper
from motcua.kernel.folding import fold

FRESH_FOR: Final = timedelta(days=180)
"""Many papers hold for six months (NĐ 123/2015 Art. 23 for the marital status). Older is told."""
SHARED_WORDS_MIN: Final = 0.5
OFFERED_MAX: Final = 12


def in_order_of_fitting(
    papers: tuple[OwnPaper, ...], paper_name: str, required_document_id: int | None
) -> tuple[OwnPaper, ...]:
    """The same paper first, then those of a like name, then the others; each as new as it comes."""

    def rank(paper: OwnPaper) -> int:
        same = required_document_id is not None
        if same and paper.required_document_id == required_document_id:
            return 0
        return 1 if is_like(paper.paper_name, paper_name) else 2

    return tuple(sorted(papers, key=rank))[:OFFERED_MAX]


def is_like(one: str, other: str) -> bool:
    """Whether two names of papers share at least half of the words of the shorter one."""
    first, second = set(fold(one).split()), set(fold(other).split())
    shorter = min(len(first), len(second))
    return shorter > 0 and len(first & second) / shorter >= SHARED_WORDS_MIN


def is_old(paper: OwnPaper, at: datetime) -> bool:
    return at - paper.given_on > FRESH_FOR
