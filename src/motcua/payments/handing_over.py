"""A fee that is asked for with the result is paid before the result is handed over, or a leader has let it
go unpaid, with a reason that is kept (law.md 4.9; Decree 61/2018/NĐ-CP, articles 20 and 22).

What was asked for earlier does not stand in the way: the counter asks about it once.
"""

from __future__ import annotations

from motcua.dossiers.following import Acted, Begun
from motcua.dossiers.queries.fees.standing import has_leave
from motcua.dossiers.queries.group_slip import fees_of
from motcua.dossiers.vocabulary import Act
from motcua.kernel.actor import Door
from motcua.kernel.refusal import Refusal
from motcua.ledger.recording import Record
from motcua.payments.queries.owed import owed_for
from motcua.payments.vocabulary import Owed
from motcua.procedures.vocabulary import AskedAt


class FeeDueWithResult(Refusal):
    """What is asked for with the result (`due_vnd`) has not been paid, and no leader let it go unpaid."""

    code = "fee-due-with-result"


def due_with_result(owed: Owed) -> int:
    """Of what is not paid, what is asked for after the reception."""
    return owed.due_by(AskedAt.RETURN) - owed.due_by(AskedAt.RECEPTION)


class HandingOverFollower:
    """Looks at the money before a result leaves the office."""

    def begun(self, record: Record, begun: Begun) -> None:
        """What comes in owes nothing for its result yet."""

    def acted(self, record: Record, acted: Acted) -> None:
        """Refusals: FeeDueWithResult. What another installation tells has happened there already."""
        if acted.act is not Act.RETURN_RESULT or record.actor.door is Door.EXCHANGE:
            return
        if acted.dossier.fee_total_vnd:
            _demand_paid(acted.dossier.pk)


def _demand_paid(dossier_id: int) -> None:
    """One query where all is asked for with the dossier."""
    lines = fees_of([dossier_id])[dossier_id]
    if all(line.asked_at is AskedAt.RECEPTION for line in lines):
        return
    due_vnd = due_with_result(owed_for(dossier_id, lines))
    if due_vnd and not has_leave(dossier_id):
        raise FeeDueWithResult(due_vnd=due_vnd)
