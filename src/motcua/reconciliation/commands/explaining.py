"""A person has found out why something differs: it stays listed, as explained."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor
from motcua.kernel.characters import plain_words
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import Subject, agency_stream, recording
from motcua.payments.commands.tills import demand_drawer
from motcua.reconciliation.events import DifferenceExplained
from motcua.reconciliation.models import Difference
from motcua.reconciliation.policies import visible_differences
from motcua.reconciliation.rules.refusals import NothingToExplain, ReasonFaulty
from motcua.reconciliation.vocabulary import State

REASON_MAX = 500


def explain_difference(*, actor: Actor, at: datetime, difference_id: int, reason: str) -> None:
    """Explained anew, the last reason stands; the former stay in the ledger.

    Refusals: NotPermitted, NotFound, NotWorkingHere, ReasonFaulty, NothingToExplain.
    """
    may(actor, Permission.RECONCILIATION_EXPLAIN).demand()
    _agency_id, drawer = demand_drawer(actor)
    visible = visible_differences(actor, Permission.RECONCILIATION_EXPLAIN)
    row = Difference.objects.filter(visible, pk=difference_id).first()
    if row is None:
        raise NotFound(kind="difference")
    told = plain_words(reason)
    if not 1 <= len(told) <= REASON_MAX:
        raise ReasonFaulty(field="reason", length_max=REASON_MAX)
    with recording(actor, at) as record:
        record.lock(agency_stream(row.agency_id))
        row.refresh_from_db()
        if row.state == State.GONE:
            raise NothingToExplain
        row.state, row.explained_at, row.explained_by_id = State.EXPLAINED.value, at, drawer
        row.reason = told
        row.version += 1
        row.save()
        fact = DifferenceExplained(explained_at=at, explained_by_id=drawer, reason=told)
        about = Subject("difference", row.pk, row.version)
        record.append(fact, about=about, stream=agency_stream(row.agency_id))
