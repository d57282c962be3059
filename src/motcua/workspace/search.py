"""Which procedures an officer is offered: those that agencies of the own level receive."""

from __future__ import annotations

from datetime import datetime

from motcua.agencies.queries import agency_on
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.procedures.vocabulary import Level


def level_of(actor: Actor, at: datetime) -> Level | None:
    """The level of the actor's agency; None when it has none, then nothing is narrowed."""
    agency = agency_on(actor.agency_id, local_day(at)) if actor.agency_id else None
    if agency is None or agency.level_code not in Level.__members__:
        return None
    return Level(agency.level_code)
