"""Whose figures and follow-ups somebody may see: the agencies of the reports (`reports.policies`). Single
answers are shown to nobody."""

from __future__ import annotations

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import Verdict


def agencies_seen(actor: Actor) -> frozenset[int]:
    """Refusals: NotPermitted."""
    may(actor, Permission.SURVEY_VIEW).demand()
    if Role.SUPERVISOR in actor.roles:
        return actor.scope_agency_ids | actor.own_agency_ids
    return actor.own_agency_ids


def can_follow_up(actor: Actor, agency_id: int, owner_id: int | None) -> Verdict:
    """Who leads the agency, and to whom it was given."""
    if not may(actor, Permission.SURVEY_FOLLOW_UP):
        return Verdict(allowed=False, reason="no-role-with:survey.follow-up")
    if Role.SIGNATORY in actor.roles and agency_id in actor.own_agency_ids:
        return Verdict(allowed=True, reason="leads")
    holdings = {one for one in (actor.holding_id, actor.stands_in_for_id) if one}
    if owner_id is not None and owner_id in holdings:
        return Verdict(allowed=True, reason="given")
    return Verdict(allowed=False, reason="neither-leads-nor-given")


def agencies_led(actor: Actor) -> frozenset[int]:
    """The same as a filter: the agencies all of whose follow-ups the actor sees."""
    return actor.own_agency_ids if Role.SIGNATORY in actor.roles else frozenset()
