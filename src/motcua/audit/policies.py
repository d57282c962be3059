"""Who may read the access log. (`accounts` gives this its permission code; a test holds them equal.)"""

from __future__ import annotations

from django.db.models import Q

from motcua.kernel.actor import Actor, Role

NONE = Q(pk__in=())


def visible(actor: Actor) -> Q:
    """The notes an actor may see: those of acts in the agencies of his scope.

    Administrators also see those of nobody's agency: failed sign-ins above all.
    """
    if not actor.roles & {Role.ADMINISTRATOR, Role.SUPERVISOR}:
        return NONE
    which = Q(agency_id__in=actor.scope_agency_ids)
    if Role.ADMINISTRATOR in actor.roles:
        which |= Q(agency_id__isnull=True)
    return which
