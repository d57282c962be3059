"""Whether an agency without software has a dossier, or is offered it: its answers come on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.accounts.queries.holders import holders_of
from motcua.dossiers.carrying.offers import offer_standing
from motcua.dossiers.policies.clauses import Placed
from motcua.exchange.hosting import hosting
from motcua.exchange.vocabulary import OnPaper
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperStanding:
    """Which agency answers on paper, what it may say now, and whose desk writes it down."""

    agency_id: int
    sender_id: int
    answers: tuple[OnPaper, ...]


def paper_standing(actor: Actor, at: datetime, dossier: Placed) -> PaperStanding | None:
    """None when nothing waits for paper, or it is not for the actor's agency to write down. At most
    four queries; none for a dossier that is at home."""
    there = dossier.offered_agency_id or dossier.held_agency_id
    if there is None or not answers_on_paper(there, at):
        return None
    offer = offer_standing(dossier.id, None)
    if offer is None:
        return None
    is_open = offer.answer is None
    sender_id = offer.from_agency_id if is_open else dossier.competent_agency_id
    if sender_id not in actor.own_agency_ids:
        return None
    answers = (OnPaper.ACCEPTED, OnPaper.REFUSED) if is_open else (OnPaper.RETURNED,)
    return PaperStanding(agency_id=there, sender_id=sender_id, answers=answers)


def answers_on_paper(agency_id: int, at: datetime) -> bool:
    """Nobody there has an account here, and no partner hosts it. Two queries."""
    people = holders_of({agency_id}, local_day(at))
    return agency_id not in hosting() and not any(one.user_id for one in people)
