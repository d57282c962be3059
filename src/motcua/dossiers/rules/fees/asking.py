"""How far a dossier has come for what is asked of it: which fees are due. Pure.

A fee is asked for with the dossier, at a supplement or with the result, as its procedure says (Decree
61/2018/NĐ-CP, article 22 leaves it to the text that sets the fee; law.md 4.9). A supplement that never
came postpones nothing for good: what was to be paid then is paid with the result.
"""

from __future__ import annotations

from motcua.dossiers.vocabulary import Stage
from motcua.procedures.vocabulary import AskedAt

AT_THE_END = frozenset({Stage.SETTLED, Stage.RETURNED})
"""The result is there, or with the citizen."""
ASKED_MEANWHILE = frozenset(
    {Stage.COMPLETION_ASKED, Stage.SUPPLEMENT_REQUESTED, Stage.OBLIGATION_DUE}
)
"""It is the applicant's turn: what is asked for at a supplement is due."""


def moment_of(stage: Stage, *, was_supplemented: bool) -> AskedAt:
    """The latest moment that has come. `was_supplemented`: a supplement was asked for before."""
    if stage in AT_THE_END:
        return AskedAt.RETURN
    if was_supplemented or stage in ASKED_MEANWHILE:
        return AskedAt.SUPPLEMENT
    return AskedAt.RECEPTION
