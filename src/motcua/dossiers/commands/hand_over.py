"""Give one officer's open dossiers to another: whoever leaves hands over in one act."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from motcua.accounts.policies import agencies_in_scope
from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.acting import Asked, facts_of
from motcua.dossiers.commands.handling import assignee
from motcua.dossiers.following import Acted, tell_acted
from motcua.dossiers.inputs import Assign
from motcua.dossiers.models import Dossier
from motcua.dossiers.policies import visible
from motcua.dossiers.rules import handling
from motcua.dossiers.rules.transitions import acts_at
from motcua.dossiers.tallies.keeping import countable_after, keep
from motcua.dossiers.vocabulary import Act, Stage
from motcua.dossiers.writing import write
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.caching import one_revision
from motcua.ledger.recording import Record, Subject, agency_stream, recording


def hand_over_work(
    *, actor: Actor, at: datetime, from_holding_id: int, to_holding_id: int, reason: str
) -> int:
    """Every open dossier of one position becomes that of another; how many. One transaction.

    For leaders, and for administrators who see no dossier's content by it. Refusals: NotPermitted,
    AssigneeUnknown.
    """
    given = Assign(holding_id=to_holding_id, reason=reason)
    with one_revision(), recording(actor, at) as record:
        held = Dossier.objects.filter(
            _in_scope(actor, at), assignee=from_holding_id, ended_at__isnull=True
        )
        rows = list(held.select_for_update(no_key=True).order_by("id"))
        moved = [row for row in rows if Act.ASSIGN in acts_at(Stage(row.stage))]
        for row in moved:
            _move(record, row, given)
    return len(moved)


def _in_scope(actor: Actor, at: datetime) -> Q:
    """What a leader may assign; all of the agencies that an administrator keeps."""
    if may(actor, Permission.DOSSIER_ASSIGN):
        return visible(actor, Permission.DOSSIER_ASSIGN)
    may(actor, Permission.OFFICER_CHANGE).demand()
    agencies = agencies_in_scope(actor, Permission.OFFICER_CHANGE, local_day(at))
    return Q(competent_agency__in=agencies)


def _move(record: Record, row: Dossier, given: Assign) -> None:
    asked = Asked(actor=record.actor, at=record.at, code=row.code)
    to = assignee(row.competent_agency_id, given.holding_id, asked)
    event = handling.assign(facts_of(row), given, assignee_name=to.name, unit_id=to.unit_id)
    seq = row.version + 1
    write(row, event, seq)
    tell_acted(record, Acted(dossier=row, act=Act.ASSIGN, event=event))
    keep(record, row, countable_after(row, event))
    record.append(
        event,
        about=Subject("dossier", row.pk, seq),
        stream=agency_stream(row.competent_agency_id),
    )
