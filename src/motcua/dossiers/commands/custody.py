"""A dossier passes from hand to hand: offered with listed papers, accepted, refused, taken back; and
what is on its way to the competent agency is refused there, or sent to another.

Each refuses as `acting.act_on` does and as its rule in `rules.custody`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from django.db.models import Max

from motcua.agencies.queries import agency_on, units_of
from motcua.dossiers.acting import Asked, Standing, act_on
from motcua.dossiers.commands.handling import UnitUnknown
from motcua.dossiers.events import LifeEvent
from motcua.dossiers.inputs import AcceptOffer, Redirect, WithReason
from motcua.dossiers.inputs import Offer as OfferIn
from motcua.dossiers.models import Offer
from motcua.dossiers.preparation import ground_for
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.rules import custody
from motcua.dossiers.rules.custody import Answering, To
from motcua.dossiers.rules.task_time import end_if_any, end_of_task
from motcua.dossiers.vocabulary import Act, Limit
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.worktime.queries.calendars import office_time
from motcua.worktime.vocabulary import Unit


class PlaceUnknown(Refusal):
    """No such agency today."""

    code = "place-unknown"


def offer_dossier(asked: Asked, given: OfferIn) -> DossierRef:
    """Offer it to an agency or a unit, which has it once it accepts. Refusals: PlaceUnknown,
    UnitUnknown, TaskTimeTooLong, LimitNotValid."""

    def decide(standing: Standing) -> LifeEvent:
        holder = custody.holder_of(standing.facts)
        agency_id = given.agency_id or holder.agency_id
        last = Offer.objects.filter(dossier=standing.row).aggregate(last=Max("seq"))["last"] or 0
        event = custody.offer(
            standing.facts,
            given,
            place_called(agency_id, given.unit_id, asked.at),
            seq=last + 1,
            by=asked.actor.name,
            at=asked.at,
        )
        if given.limit is not None and not given.was_made_elsewhere:
            office = office_time(agency_id, local_day(asked.at))
            end_of_task(given.limit, terms=office.terms, calendar=office.calendar, at=asked.at)
        return event

    return act_on(asked, Act.OFFER, decide)


def place_called(agency_id: int, unit_id: int | None, at: datetime) -> To:
    """The agency or its unit, as it is called that day. Refusals: PlaceUnknown, UnitUnknown."""
    agency = agency_on(agency_id, local_day(at))
    if agency is None:
        raise PlaceUnknown(field="place")
    if unit_id is None:
        return To(agency_id=agency_id, unit_id=None, name=agency.name)
    for unit in units_of(agency_id, local_day(at)):
        if unit.id == unit_id:
            return To(agency_id=agency_id, unit_id=unit_id, name=f"{unit.name}, {agency.name}")
    raise UnitUnknown(field="place")


def accept_offer(asked: Asked, given: AcceptOffer) -> DossierRef:
    """Take it: from this moment the one who accepts answers for it, and his time runs."""

    def decide(standing: Standing) -> LifeEvent:
        row = _open_offer(standing)
        until = None if row is None else _hold_due_at(row, asked.at)
        who = replace(_answering(asked, row), hold_due_at=until)
        return custody.accept(standing.facts, given, who, at=asked.at)

    return act_on(asked, Act.ACCEPT_OFFER, decide)


def refuse_offer(asked: Asked, given: WithReason) -> DossierRef:
    """Do not take it, and say why: the sender has it still."""

    def decide(standing: Standing) -> LifeEvent:
        return custody.refuse(
            standing.facts, given, _answering(asked, _open_offer(standing)), at=asked.at
        )

    return act_on(asked, Act.REFUSE_OFFER, decide)


def take_back_offer(asked: Asked, given: WithReason) -> DossierRef:
    """Offer it no longer."""

    def decide(standing: Standing) -> LifeEvent:
        return custody.take_back(
            standing.facts, given, _answering(asked, _open_offer(standing)), at=asked.at
        )

    return act_on(asked, Act.TAKE_BACK_OFFER, decide)


def _open_offer(standing: Standing) -> Offer | None:
    return Offer.objects.filter(dossier=standing.row, answered_at=None).first()


def _answering(asked: Asked, row: Offer | None) -> Answering:
    """Who answers, of which place: never until when, which only an acceptance is about."""
    if row is None:
        return Answering(by=asked.actor.name, holding_id=None, place="")
    place = place_called(row.to_agency_id, row.to_unit_id, row.offered_at)
    # Who accepts for a unit that is not his own leaves it to those of the unit.
    is_theirs = asked.actor.agency_id == row.to_agency_id and (
        row.to_unit_id in (None, asked.actor.unit_id)
    )
    return Answering(
        by=asked.actor.name,
        holding_id=_own(asked) if is_theirs else None,
        place=place.name,
    )


def _own(asked: Asked) -> int | None:
    """Whose hands: of the one stood in for, when somebody stands in."""
    return asked.actor.stands_in_for_id or asked.actor.holding_id


def _hold_due_at(row: Offer, at: datetime) -> datetime | None:
    """Until when the task is to be done, by the office's own time; None where no limit was given, or
    one that leads beyond the calendar: that is no reason not to take the dossier."""
    if not row.limit_unit:
        return None
    office = office_time(row.to_agency_id, local_day(at))
    limit = Limit(unit=Unit(row.limit_unit), value=Decimal(row.limit_value))
    return end_if_any(limit, terms=office.terms, calendar=office.calendar, at=at)


def refuse_take_over(asked: Asked, given: WithReason) -> DossierRef:
    """Another desk has received it for us, and it is not ours: say why (law.md 4.3, Wrong office)."""

    def decide(standing: Standing) -> LifeEvent:
        place = place_called(standing.row.competent_agency_id, None, standing.row.received_at)
        return custody.refuse_take_over(standing.facts, given, place=place.name)

    return act_on(asked, Act.REFUSE_TAKE_OVER, decide)


def redirect_dossier(asked: Asked, given: Redirect) -> DossierRef:
    """Send what is on its way to another agency, where its time will start. Refusals: PlaceUnknown,
    AgencyNotInForce."""

    def decide(standing: Standing) -> LifeEvent:
        row, clock = standing.row, standing.facts.clock
        to = place_called(given.agency_id, None, asked.at)
        ground = ground_for(
            agency_id=given.agency_id,
            procedure_version_id=row.procedure_version_id,
            day=local_day(row.received_at),
        )
        return custody.redirect(
            standing.facts,
            given,
            from_place=place_called(row.competent_agency_id, None, row.received_at).name,
            to=to,
            clock=ground.clock(Limit(unit=clock.unit, value=clock.value), clock.received_at),
        )

    return act_on(asked, Act.REDIRECT, decide)
