"""The desk that sent a dossier to an agency without software writes down what that agency answers on
paper: who signed, when, under which number. The ledger names both: him who signed and him who wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.inputs import AcceptOffer, Offer, WithReason
from motcua.dossiers.policies import find_for
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.vocabulary import Act
from motcua.exchange.queries.on_paper import PaperStanding, paper_standing
from motcua.exchange.rules.on_paper import PaperAnswer, decide_paper
from motcua.exchange.vocabulary import OnPaper
from motcua.kernel.actor import Actor, Role
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal


class NoPaperAwaited(Refusal):
    """No agency without software is offered this dossier by the actor's agency, or has it from it."""

    code = "no-paper-awaited"


def record_paper_answer(*, actor: Actor, at: datetime, code: str, given: PaperAnswer) -> DossierRef:
    """Carry out for the agency what it says on paper. Refusals: NotPermitted, NotFound, NoPaperAwaited,
    PaperAnswerRefused, those of the acts."""
    may(actor, Permission(Act.OFFER)).demand()
    kept = decide_paper(given, local_day(at))
    with transaction.atomic():
        dossier = find_for(actor, Permission.DOSSIER_VIEW, code)
        standing = paper_standing(actor, at, dossier)
        if standing is None or kept.answer not in standing.answers:
            raise NoPaperAwaited
        return _carry_out(Asked(actor=actor, at=at, code=code), kept, standing)


def _carry_out(asked: Asked, kept: PaperAnswer, standing: PaperStanding) -> DossierRef:
    there = replace(asked, actor=_signing(asked.actor, kept, standing))
    if kept.answer is OnPaper.ACCEPTED:
        done = AcceptOffer(received_all=True, was_done_elsewhere=True)
        return perform(there, Act.ACCEPT_OFFER, done)
    if kept.answer is OnPaper.REFUSED:
        return perform(there, Act.REFUSE_OFFER, WithReason(reason=kept.words))
    back = Offer(agency_id=standing.sender_id, task=kept.words, papers=(), digests=())
    perform(there, Act.OFFER, back)
    return perform(asked, Act.ACCEPT_OFFER, AcceptOffer(received_all=True))


def _signing(actor: Actor, kept: PaperAnswer, standing: PaperStanding) -> Actor:
    """Who signed there. The account stays that of him who writes it down."""
    return replace(
        actor,
        agency_id=standing.agency_id,
        predecessor_ids=frozenset(),
        holding_id=None,
        stands_in_for_id=None,
        unit_id=None,
        roles=frozenset({Role.RECEPTION}),
        name=kept.signed,
        title=actor.name,
    )
