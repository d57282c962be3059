"""As whom a partner speaks: somebody of an agency that it hosts, at the hour at which he acted there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from motcua.agencies.queries import agency_called, agency_with_code
from motcua.agencies.rows import AgencyRow
from motcua.exchange.hosting import hosting
from motcua.exchange.models import Partner
from motcua.kernel.actor import Actor, Door, Role
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.ledger.queries import facts_about

Told = dict[str, Any]
ALL_OF_AN_AGENCY = frozenset(
    {Role.RECEPTION, Role.HANDLING, Role.UNIT_HEAD, Role.SIGNATORY, Role.REGISTRY_CLERK}
)
"""Whatever somebody there was entitled to was decided there."""


class AgencyNotOfPartner(Refusal):
    """The partner speaks for an agency that is not known to work there; params: agency."""

    code = "agency-not-of-partner"


class AgencyNotHere(Refusal):
    """What was sent names an agency that this installation does not know; params: agency."""

    code = "agency-not-here"


def agency_told(code: str, at: datetime) -> AgencyRow:
    """By its identification code, else by its short name. Refusals: AgencyNotHere."""
    day = local_day(at)
    agency = agency_with_code(code, day) or agency_called(code, day)
    if agency is None:
        raise AgencyNotHere(agency=code)
    return agency


def speaker_of(partner: Partner, by: Told, at: datetime, *, unit_id: int | None) -> Actor:
    """Who did it there. Refusals: AgencyNotHere, AgencyNotOfPartner."""
    return speaker_at(partner, agency_told(str(by["agency"]), at), by, unit_id=unit_id)


def speaker_at(
    partner: Partner, agency: AgencyRow, by: Told, *, unit_id: int | None = None
) -> Actor:
    """The same, in the name of this agency. Refusals: AgencyNotOfPartner."""
    if hosting().get(agency.id) != partner.pk:
        raise AgencyNotOfPartner(agency=agency.code or agency.slug)
    return Actor(
        door=Door.EXCHANGE,
        agency_id=agency.id,
        unit_id=unit_id,
        roles=ALL_OF_AN_AGENCY,
        name=str(by["name"]),
        title=str(by["title"]),
        request_id=f"exchange-{partner.mark}",
    )


def legal_time(dossier_id: int, told: Told, at: datetime) -> datetime:
    """When it was done there, as far as it is after all that was done here and not in the future."""
    last = facts_about("dossier", dossier_id)[-1].occurred_at
    return min(max(datetime.fromisoformat(told["at"]), last), at)
