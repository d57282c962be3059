"""Who acts: the citizen signed in, for himself or for an organization he is a member of."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from motcua.citizens.models import Citizen, Membership
from motcua.citizens.vocabulary import IdentityLevel
from motcua.kernel.actor import Actor, Door, Role

CITIZEN_ROLES = frozenset({Role.CITIZEN})


def actor_for_citizen(
    user_id: int, at: datetime, organization_id: int | None = None, request_id: str = ""
) -> Actor:
    """The actor for a citizen's account; one that is closed gives no role.

    An organization he no longer acts for is passed over: he acts for himself. One query, by key.
    """
    member = Membership.objects.filter(
        in_force_at(at), citizen=OuterRef("pk"), organization=organization_id
    )
    found = (
        Citizen.objects.filter(user=user_id, user__is_active=True, erased_at=None)
        .annotate(is_member=Exists(member))
        .values_list("id", "full_name", "level", "personal_id", "is_member")
        .first()
    )
    if found is None:
        return Actor(door=Door.PORTAL, user_id=user_id, request_id=request_id)
    citizen_id, name, level, personal_id, is_member = found
    return Actor(
        door=Door.PORTAL,
        user_id=user_id,
        roles=CITIZEN_ROLES,
        citizen_id=citizen_id,
        organization_id=organization_id if is_member else None,
        proven_id=personal_id if level == IdentityLevel.NATIONAL else "",
        name=name,
        request_id=request_id,
    )


def in_force_at(at: datetime, prefix: str = "") -> Q:
    """Memberships that hold at that instant; `prefix` is an ORM path that ends in `__`."""
    begun = Q(**{f"{prefix}valid_from__lte": at})
    open_ended = Q(**{f"{prefix}valid_until__isnull": True})
    return begun & (open_ended | Q(**{f"{prefix}valid_until__gt": at}))
