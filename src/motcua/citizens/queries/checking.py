"""Organizations whose owner has not been proved, for whoever checks them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.citizens.models import Membership, Organization
from motcua.citizens.policies import Permission, in_force_at, may
from motcua.citizens.vocabulary import MemberRole
from motcua.kernel.actor import Actor

TO_CHECK_MAX = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class OrganizationToCheck:
    """What was said when it was opened, and who manages it now."""

    id: int
    tax_code: str
    name: str
    opened_at: datetime
    is_confirmed: bool
    managers: tuple[str, ...]


def organizations_to_check(
    actor: Actor, at: datetime, tax_code: str = ""
) -> tuple[OrganizationToCheck, ...]:
    """All that stand under this tax code, by `organization_by_code`; without one those not confirmed, by
    `organization_to_check`. Two queries, at most TO_CHECK_MAX rows. Refusals: NotPermitted."""
    may(actor, Permission.ORGANIZATION_CHECK).demand()
    rows = Organization.objects.filter(closed_at=None).order_by("id")
    asked = rows.filter(tax_code=tax_code) if tax_code else rows.filter(confirmed_at=None)
    found = list(asked[:TO_CHECK_MAX])
    held = Membership.objects.filter(
        in_force_at(at), organization__in=[one.pk for one in found], role=MemberRole.MANAGER
    )
    managers = list(held.order_by("id").values_list("organization_id", "citizen__full_name"))
    return tuple(
        OrganizationToCheck(
            id=one.pk,
            tax_code=one.tax_code,
            name=one.name,
            opened_at=one.opened_at,
            is_confirmed=one.confirmed_at is not None,
            managers=tuple(name for number, name in managers if number == one.pk),
        )
        for one in found
    )
