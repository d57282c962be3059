"""Which papers follow from the facts of a dossier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from motcua.dossiers.papers_filled.slip import RECEPTIONS, slip_facts
from motcua.dossiers.vocabulary import Decision
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.ledger.queries import FactRow
from motcua.papers.form_sets import form_for
from motcua.papers.vocabulary import PaperKind

GIVEN_BY: dict[str, PaperKind] = {
    "dossier.completion-asked": PaperKind.SUPPLEMENT_REQUEST,
    "dossier.supplement-requested": PaperKind.SUPPLEMENT_REQUEST,
    "dossier.reception-refused": PaperKind.RECEPTION_REFUSAL,
    "dossier.time-limit-extended": PaperKind.APOLOGY,
    "dossier.apology-made": PaperKind.APOLOGY,
    "dossier.processing-terminated": PaperKind.STOP_NOTICE,
    "dossier.result-returned": PaperKind.RETURN_RECEIPT,
    "dossier.offered": PaperKind.TRANSFER_SLIP,
}
DECIDED = "dossier.decided"
OF_THE_WHOLE = (PaperKind.CONTROL_SLIP, PaperKind.PROCESSING_HISTORY)
"""Papers that tell of everything so far, whichever fact is the last."""
OF_A_GROUP = (PaperKind.GROUP_SLIP, PaperKind.GROUP_MINUTES)
PRINTED = (PaperKind.SLIP, *dict.fromkeys(GIVEN_BY.values()), *OF_A_GROUP, *OF_THE_WHOLE)
"""Every kind that is filled from a dossier."""
SLUGS = {kind: kind.lower().replace("_", "-") for kind in PRINTED}
"""The kinds as they stand in addresses."""


FOR_THE_APPLICANT = frozenset(
    {
        PaperKind.SLIP,
        PaperKind.SUPPLEMENT_REQUEST,
        PaperKind.RECEPTION_REFUSAL,
        PaperKind.APOLOGY,
        PaperKind.STOP_NOTICE,
        PaperKind.RETURN_RECEIPT,
    }
)
"""What is handed to whoever handed in; whoever filed by web takes it himself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenPaper:
    """A paper that the dossier gives. `seq` is the place of the fact it tells of, `at` its day.

    `is_again`: a slip that stands for the one handed out before.
    """

    kind: PaperKind
    seq: int
    at: datetime
    by: str
    title: str
    is_again: bool = False


def papers_given(facts: tuple[FactRow, ...], *, in_group: bool) -> tuple[GivenPaper, ...]:
    """The papers of these facts, the newest first; last those of the whole."""
    told = [*_slips(facts), *_notices(facts)]
    if in_group:
        told += [(kind, 1) for kind in OF_A_GROUP]
    newest = sorted(told, key=lambda one: -one[1])
    every = [*newest, *((kind, len(facts)) for kind in OF_THE_WHOLE)]
    return tuple(
        paper for kind, seq in every if (paper := _paper(kind, facts[seq - 1])) is not None
    )


def _slips(facts: tuple[FactRow, ...]) -> Iterator[tuple[PaperKind, int]]:
    return ((PaperKind.SLIP, seq) for seq in slip_facts(facts))


def _notices(facts: tuple[FactRow, ...]) -> Iterator[tuple[PaperKind, int]]:
    for seq, fact in enumerate(facts, start=1):
        if fact.code in GIVEN_BY:
            yield GIVEN_BY[fact.code], seq
        if fact.code == DECIDED and fact.payload["decision"] == Decision.DECLINED:
            yield PaperKind.RECEPTION_REFUSAL, seq


def _paper(kind: PaperKind, fact: FactRow) -> GivenPaper | None:
    """None where the circular of that day knows no such form."""
    try:
        title = form_for(kind, local_day(fact.occurred_at)).title
    except Refusal:
        return None
    return GivenPaper(
        kind=kind,
        seq=fact.subject_seq,
        at=fact.occurred_at,
        by=str(fact.actor.get("name", "")),
        title=title,
        is_again=kind is PaperKind.SLIP and fact.code not in RECEPTIONS,
    )
