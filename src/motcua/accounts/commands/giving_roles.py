"""Writing the roles of a position held, and who may not be touched: shared by its commands."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from motcua.accounts.models import Holding, HoldingRole
from motcua.kernel.actor import Actor, Role
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal


class RolesMissing(Refusal):
    """A position held gives at least one role."""

    code = "roles-missing"


class DayOutsideHolding(Refusal):
    """The day lies before the position was held, or after (`from_day`: its first day)."""

    code = "day-outside-holding"


class OwnHolding(Refusal):
    """Nobody changes the rights of the position he is using."""

    code = "own-holding"


def not_own(actor: Actor, holding: Holding) -> None:
    """Refusals: OwnHolding."""
    if actor.user_id is not None and holding.officer.user_id == actor.user_id:
        raise OwnHolding(field="holding")


def day_inside(holding: Holding, day: date) -> None:
    """Refusals: DayOutsideHolding."""
    ended = holding.valid_until is not None and holding.valid_until <= day
    if ended or day < holding.valid_from:
        raise DayOutsideHolding(field="from_day", from_day=short_day(holding.valid_from))


def give_roles(holding: Holding, roles: Collection[Role], from_day: date) -> None:
    """Rows for these roles from a day to the end of the holding."""
    HoldingRole.objects.bulk_create(
        HoldingRole(
            holding=holding, role=role, valid_from=from_day, valid_until=holding.valid_until
        )
        for role in sorted(roles)
    )


def set_roles(holding: Holding, roles: Collection[Role], from_day: date) -> tuple[str, ...]:
    """From a day to the end of the holding exactly these roles; returns those of the day before.

    Changes planned for later days are replaced.
    """
    beyond = Q(valid_until__isnull=True) | Q(valid_until__gt=from_day)
    held = HoldingRole.objects.filter(beyond, holding=holding)
    before = tuple(sorted(held.filter(valid_from__lte=from_day).values_list("role", flat=True)))
    held.filter(valid_from__gte=from_day).delete()
    running = held.filter(valid_from__lt=from_day)
    kept = running.filter(role__in=roles)
    stay = {Role(role) for role in kept.values_list("role", flat=True)}
    kept.update(valid_until=holding.valid_until)
    running.exclude(role__in=roles).update(valid_until=from_day)
    give_roles(holding, set(roles) - stay, from_day)
    return before


def end_roles(holding: Holding, from_day: date) -> None:
    """No roles from a day on."""
    beyond = Q(valid_until__isnull=True) | Q(valid_until__gt=from_day)
    roles = HoldingRole.objects.filter(beyond, holding=holding)
    roles.filter(valid_from__gte=from_day).delete()
    roles.update(valid_until=from_day)
