"""Invite the people of dossiers: everybody whose matter is over, not whom the office chooses.

An invitation follows from a fact of the ledger (docs/explain/surveys.md), so it makes none of its own.
The facts are read on from a kept place, chain by chain, as notices are; whoever needs the key earlier
(a notice, the officer at the counter) asks for it, and finds the same invitation.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.rules.paper_checks import rating_code
from motcua.dossiers.served import Served, served
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.ledger.caching import one_revision
from motcua.ledger.queries import FactRow, fact_about, facts_of_chain, heads_of_chains
from motcua.surveys.models import Invitation, InvitationKey, SurveyPlace
from motcua.surveys.queries.forms import form_in_force
from motcua.surveys.refusals import InvitationUsed, NothingAsked
from motcua.surveys.rules.ages import is_older_on
from motcua.surveys.rules.keys import digest_of, new_key
from motcua.surveys.rules.scores import Counts
from motcua.surveys.shipped import terms_on
from motcua.surveys.tallying import Cell, count
from motcua.surveys.vocabulary import AnswerWay, Occasion

AGENCIES = "agency-"
PIECE = 500
OCCASION_OF = {
    "dossier.received": Occasion.RECEPTION,
    "dossier.accepted": Occasion.RECEPTION,
    "dossier.reception-refused": Occasion.RECEPTION,
    "dossier.completion-asked": Occasion.SUPPLEMENT,
    "dossier.supplement-requested": Occasion.SUPPLEMENT,
    "dossier.supplemented": Occasion.SUPPLEMENT,
    "dossier.result-returned": Occasion.RETURN,
}
"""After which facts one may be asked: those of `dossiers.rules.paper_checks.RATED_FACTS`. A refusal at the desk is how
reception ended."""
SUPPLEMENTED = "dossier.supplemented"
ALWAYS_FIRST = frozenset({Occasion.RECEPTION, Occasion.RETURN})
"""What happens once in the life of a dossier; reopened and returned again it is still the one matter."""


def invite_everybody(*, at: datetime) -> int:
    """Invite for what the ledger has that was not read yet; how many. Each piece of a chain is a
    transaction of its own and may be broken off. Two queries when nothing is new."""
    places = dict(SurveyPlace.objects.values_list("stream", "last_seq"))
    invited = 0
    for name, head in heads_of_chains(AGENCIES).items():
        place = places.get(name, 0)
        while place < head:
            more, place = _one_piece(name, head, at)
            invited += more
    return invited


def skip_to_heads() -> None:
    """Nobody is invited for what is in the ledger now: for what was loaded from elsewhere."""
    with transaction.atomic():
        for name, head in heads_of_chains(AGENCIES).items():
            SurveyPlace.objects.update_or_create(stream=name, defaults={"last_seq": head})


def invite(*, dossier_id: int, occasion: Occasion, at: datetime, way: AnswerWay) -> str:
    """A new key to the dossier's invitation, for a notice or a paper. It is told once: only its digest
    is kept. Refusals: NotFound, NothingAsked, InvitationUsed."""
    found = served([dossier_id]).get(dossier_id)
    if found is None:
        raise NotFound(kind="dossier")
    with transaction.atomic():
        row = invitation_of(found, occasion, at)
        if row.is_used:
            raise InvitationUsed
        return _new_key_of(row, way, at)


def key_for_notice(*, dossier_id: int, fact_seq: int, at: datetime) -> str:
    """The key that a notice about this fact carries, the same whenever it is asked for; "" where nothing is
    asked after it, or no longer. Call it in the transaction that keeps the notice."""
    fact = fact_about("dossier", dossier_id, fact_seq)
    oldest = at - timedelta(days=terms_on(local_day(at)).invitation_days)
    if fact is None or fact.code not in OCCASION_OF or fact.occurred_at <= oldest:
        return ""
    row = _invited_by(fact, served([dossier_id])[dossier_id])[0]
    if row is None:
        return ""
    key = rating_code(fact.digest, AnswerWay.LINK)
    _open_keys([(row, fact, AnswerWay.LINK)])
    return key


def _open_keys(wanted: list[tuple[Invitation, FactRow, AnswerWay]]) -> None:
    """The keys that follow from facts lead to their invitations; again, nothing happens. One statement."""
    InvitationKey.objects.bulk_create(
        [
            InvitationKey(
                digest=digest_of(rating_code(fact.digest, way)),
                invitation=row,
                way=str(way),
                expires_on=_last_day(local_day(fact.occurred_at)),
            )
            for row, fact, way in wanted
        ],
        ignore_conflicts=True,
    )


def _last_day(day: date) -> date:
    return day + timedelta(days=terms_on(day).invitation_days)


def _new_key_of(row: Invitation, way: AnswerWay, at: datetime) -> str:
    key, day = new_key(), local_day(at)
    InvitationKey.objects.create(
        digest=digest_of(key),
        invitation=row,
        way=str(way),
        expires_on=_last_day(day),
    )
    return key


def invitation_of(one: Served, occasion: Occasion, at: datetime) -> Invitation:
    """The dossier's invitation, made now if there is none. Refusals: NothingAsked."""
    latest = Invitation.objects.filter(dossier=one.id, occasion=occasion).order_by("-round")
    row = latest.first() or _invited(one, occasion, 1, at)
    if row is None:
        raise NothingAsked
    return row


def invite_at_desk(*, actor: Actor, at: datetime, dossier_id: int, occasion: Occasion) -> str:
    """The key that an officer prints for the citizen; also of an invitation that was used, since nobody at
    the counter learns whether it was. Which dossiers the officer sees was asked by whoever found the
    dossier. Refusals: NotPermitted, NotFound, NothingAsked.
    """
    may(actor, Permission.SURVEY_INVITE).demand()
    found = served([dossier_id]).get(dossier_id)
    if found is None:
        raise NotFound(kind="dossier")
    with transaction.atomic():
        return _new_key_of(invitation_of(found, occasion, at), AnswerWay.PAPER, at)


def _one_piece(name: str, head: int, at: datetime) -> tuple[int, int]:
    with transaction.atomic(), one_revision():
        SurveyPlace.objects.get_or_create(stream=name, defaults={"last_seq": 0})
        place = SurveyPlace.objects.select_for_update().get(stream=name)
        if place.last_seq >= head:
            return 0, place.last_seq
        # Years of facts that nobody is asked about any more are passed over by the database.
        oldest = at - timedelta(days=terms_on(local_day(at)).invitation_days)
        facts = facts_of_chain(
            name,
            after=place.last_seq,
            until=head,
            codes=OCCASION_OF,
            recorded_after=oldest,
            rows_max=PIECE,
        )
        until = facts[-1].stream_seq if len(facts) == PIECE else head
        invited = _invite_for(facts)
        SurveyPlace.objects.filter(pk=name).update(last_seq=until)
    return invited, until


def _invite_for(fresh: list[FactRow]) -> int:
    known = served({fact.subject_id for fact in fresh})
    invited, opened = 0, []
    for fact in fresh:
        row, is_new = _invited_by(fact, known[fact.subject_id])
        if row is not None:
            opened.append((row, fact, AnswerWay.PAPER))
            invited += is_new
    _open_keys(opened)
    return invited


def _invited_by(fact: FactRow, one: Served) -> tuple[Invitation | None, bool]:
    """The invitation that follows from the fact, and whether it was made now."""
    occasion = OCCASION_OF[fact.code]
    turn = 1 if occasion in ALWAYS_FIRST else fact.subject_seq
    rows = Invitation.objects.filter(dossier=one.id, occasion=occasion, round__lte=turn)
    if fact.code != SUPPLEMENTED:
        # What is handed in later belongs to the request before it: one supplement, one answer.
        rows = rows.filter(round=turn)
    there = rows.order_by("-round").first()
    if there is not None:
        return there, False
    made = _invited(one, occasion, turn, fact.occurred_at)
    return made, made is not None


def _invited(one: Served, occasion: Occasion, turn: int, at: datetime) -> Invitation | None:
    """The invitation, counted when it is made now. None where nothing is asked."""
    day = local_day(at)
    if form_in_force(one.agency_id, occasion, day) is None:
        return None
    is_older = is_older_on(one.birth_date, day, terms_on(day).older_from_years)
    row, is_new = Invitation.objects.get_or_create(
        dossier_id=one.id,
        occasion=str(occasion),
        round=turn,
        defaults={
            "agency_id": one.agency_id,
            "procedure_id": one.procedure_id,
            "day": day,
            "was_late": one.was_late,
            "is_online": one.is_online,
            "is_older": is_older,
        },
    )
    if is_new:
        cell = Cell(
            agency_id=one.agency_id, day=day, procedure_id=one.procedure_id, occasion=occasion
        )
        more = Counts(
            invited=1,
            late_invited=int(one.was_late),
            online_invited=int(one.is_online),
            aged_invited=int(is_older is not None),
            older_invited=int(bool(is_older)),
        )
        count(cell, more)
    return row
