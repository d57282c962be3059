"""What a dossier owes, worked out anew: a claim decided, other copies or pages; a result let go unpaid.

These are no acts of the life of a dossier: they move it nowhere, and its date stays.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import IntegrityError

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.acting import Asked, demand_seen
from motcua.dossiers.events import UnpaidReturnAllowed
from motcua.dossiers.inputs import SettleFee, WithReason
from motcua.dossiers.models import Dossier, ReliefClaim, UnpaidLeave
from motcua.dossiers.policies import lock_for
from motcua.dossiers.queries.fees.standing import fee_standing
from motcua.dossiers.repeating import DossierRef, earlier
from motcua.dossiers.rows import claim_row, fee_values, leave_values
from motcua.dossiers.rules.facts import reason
from motcua.dossiers.rules.fees.reliefs import NothingAskedForIt, fact_of, settle
from motcua.dossiers.vocabulary import Stage
from motcua.dossiers.writing import write_fees
from motcua.kernel.event import Event
from motcua.kernel.refusal import Refusal
from motcua.ledger.caching import one_revision
from motcua.ledger.recording import Subject, agency_stream, recording

OVER = frozenset({Stage.NOT_RECEIVED, Stage.WITHDRAWN, Stage.TERMINATED})
Decide = Callable[[Dossier], Event]


class FeeClosed(Refusal):
    """The dossier has ended without a result: nothing is asked for it any more."""

    code = "fee-closed"


def settle_fee(asked: Asked, given: SettleFee) -> DossierRef:
    """Decide a claim, or say how many copies and pages it is after all; the lines are worked out anew.

    What was paid beyond the new amount is owed back (`settlements`). Refusals: NotPermitted, NotFound,
    ChangedMeanwhile, RequestKeyReused, FeeClosed and those of `rules.fees.reliefs.settle`. Basis: law.md 4.9.
    """

    def decide(dossier: Dossier) -> Event:
        if Stage(dossier.stage) in OVER:
            raise FeeClosed
        settled = settle(fee_standing(dossier), given, at=asked.at, by=asked.actor.name)
        fees = tuple(fee_values(line) for line in settled.lines)
        fact = fact_of(settled, fees)
        write_fees(dossier.pk, fees)
        if fact.claim:
            _write_claim(dossier.pk, fact.claim)
        Dossier.objects.filter(pk=dossier.pk).update(fee_total_vnd=fact.fee_total_vnd)
        return fact

    return _carry_out(asked, Permission.FEE_SETTLE, decide)


def allow_unpaid_return(asked: Asked, given: WithReason) -> DossierRef:
    """A leader lets the result go before its fee is paid. Refusals: NotPermitted, NotFound,
    ChangedMeanwhile, RequestKeyReused, FeeClosed, NothingAskedForIt, ReasonMissing."""

    def decide(dossier: Dossier) -> Event:
        if Stage(dossier.stage) in OVER:
            raise FeeClosed
        if not dossier.fee_total_vnd:
            raise NothingAskedForIt
        row = UnpaidLeave.objects.create(
            dossier=dossier,
            seq=UnpaidLeave.objects.filter(dossier=dossier).count() + 1,
            reason=reason(given.reason),
            given_at=asked.at,
            given_by=asked.actor.name,
        )
        return UnpaidReturnAllowed(reason=row.reason, leave=leave_values(row))

    return _carry_out(asked, Permission.FEE_LET_UNPAID, decide)


def _write_claim(dossier_id: int, claim: dict[str, Any]) -> None:
    ReliefClaim.objects.filter(dossier=dossier_id, group=claim["group"]).delete()
    ReliefClaim.objects.create(**claim_row(dossier_id, claim))


def _carry_out(asked: Asked, permission: Permission, decide: Decide) -> DossierRef:
    """Right, lock, version seen, rule, rows and fact: as every act, without a stage."""
    may(asked.actor, permission).demand()
    if made := earlier(asked.request):
        return made
    with one_revision():
        try:
            return _record(asked, permission, decide)
        except IntegrityError:
            # Another call with the same key came first; anything else is a fault.
            if made := earlier(asked.request):
                return made
            raise


def _record(asked: Asked, permission: Permission, decide: Decide) -> DossierRef:
    with recording(asked.actor, asked.at, request=asked.request) as record:
        dossier = lock_for(asked.actor, permission, asked.code)
        if made := earlier(asked.request):
            return made
        demand_seen(dossier, asked.seen_version)
        fact, seq = decide(dossier), dossier.version + 1
        Dossier.objects.filter(pk=dossier.pk).update(version=seq)
        stream = agency_stream(asked.actor.agency_id or dossier.agency_id)
        record.append(fact, about=Subject("dossier", dossier.pk, seq), stream=stream)
    return DossierRef(id=dossier.pk, code=dossier.code)
