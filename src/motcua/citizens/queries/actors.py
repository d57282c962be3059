"""Who acts: the citizen signed in, for himself or for an organization he is a member of."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef

from motcua.citizens.models import Citizen, Membership
from motcua.citizens.policies import in_force_at
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
