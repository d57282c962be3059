"""Do register and ledger agree? Every dossier's facts are folded and compared with its rows, and a
dossier whose facts stand without a row is named too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from motcua.dossiers.models import Dossier
from motcua.dossiers.projections import fold
from motcua.dossiers.rows import states_of
from motcua.kernel.progress import Passed, unsaid
from motcua.ledger.agreement import Compared, differences


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A dossier whose rows do not say what its facts say, and in which fields.

    The field `row` alone: the ledger tells of a dossier that the register does not have.
    """

    code: str
    fields: tuple[str, ...]


def disagreements(passed: Passed = unsaid) -> Iterator[Disagreement]:
    """Every dossier that differs. Memory is bounded: dossiers are read in pieces by id."""
    dossiers = Compared(kind="dossier", rows=Dossier.objects.all(), states=states_of, fold=fold)
    for one in differences(dossiers, passed):
        code = one.row.code if one.row else str(one.folded.get("code", ""))
        yield Disagreement(code, one.fields)
