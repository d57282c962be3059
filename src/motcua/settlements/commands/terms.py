"""How often an agency settles and what it keeps back, from a day on: rows with a period."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor
from motcua.kernel.characters import plain_words
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import Subject, agency_stream, recording
from motcua.settlements.events import SettlementTermsSet
from motcua.settlements.models import SettlementTerms
from motcua.settlements.policies import acts_for
from motcua.settlements.rules.settling import TermsFaulty
from motcua.settlements.vocabulary import WHOLE_BP, TermsInput

BASIS_MAX = 300


def set_terms(*, actor: Actor, at: datetime, given: TermsInput) -> int:
    """From a day on; the terms before end that day. Drafts that stand keep what they began with.

    Refusals: NotPermitted, NotFound, TermsFaulty.
    """
    may(actor, Permission.SETTLEMENT_TERMS).demand()
    if not acts_for(actor, Permission.SETTLEMENT_TERMS, given.agency_id):
        raise NotFound(kind="agency")
    told = replace(given, basis=plain_words(given.basis))
    for field in ("kept_fee_bp", "kept_charge_bp"):
        if not 0 <= getattr(told, field) <= WHOLE_BP:
            raise TermsFaulty(field=field)
    if not 1 <= len(told.basis) <= BASIS_MAX:
        raise TermsFaulty(field="basis")
    with recording(actor, at) as record:
        stream = agency_stream(told.agency_id)
        record.lock(stream)
        others = SettlementTerms.objects.filter(agency=told.agency_id)
        if others.filter(valid_from__gte=told.valid_from).exists():
            raise TermsFaulty(field="valid_from")
        others.filter(valid_until=None).update(valid_until=told.valid_from)
        values = asdict(told)
        row = SettlementTerms.objects.create(**values)
        about = Subject("settlement-terms", row.pk, 1)
        record.append(SettlementTermsSet(**values), about=about, stream=stream)
    return row.pk
