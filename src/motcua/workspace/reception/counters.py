"""At which counter one sits: chosen once, remembered by the browser."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from motcua.agencies.desk_members import desks_joined
from motcua.agencies.queries import counters_of, desk_of
from motcua.agencies.rows import CounterRow
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.workspace.numbers import whole_number

COOKIE = "motcua-counter"
COOKIE_SECONDS = 365 * 24 * 3600


def counters_here(actor: Actor, at: datetime) -> tuple[CounterRow, ...]:
    """The counters of the own desk today, and of the desks at which the own agency is a member; none
    where these have none. From memory."""
    if actor.agency_id is None:
        return ()
    day = local_day(at)
    own = desk_of(actor.agency_id, day)
    desks = (*((own,) if own else ()), *desks_joined(actor.agency_id, day))
    return tuple(counter for desk in desks for counter in counters_of(desk.id, day))


def counter_chosen(actor: Actor, at: datetime, typed: str) -> int | None:
    """The counter named, if it is one of the own desk's."""
    chosen = whole_number(typed)
    return chosen if chosen in {one.id for one in counters_here(actor, at)} else None


def remembered(request: HttpRequest) -> str:
    """What the browser remembers, as a field would hold it."""
    return request.COOKIES.get(COOKIE, "")


def remember(response: HttpResponseBase, counter_id: int | None) -> None:
    if counter_id is not None:
        response.set_cookie(
            COOKIE, str(counter_id), max_age=COOKIE_SECONDS, httponly=True, samesite="Lax"
        )


def counter_choices(actor: Actor, at: datetime, typed: str) -> list[dict[str, Any]]:
    """For the field; empty where there is nothing to choose."""
    here = counters_here(actor, at)
    if not here:
        return []
    chosen = counter_chosen(actor, at, typed)
    nowhere = {"value": "", "label": _("Chưa chọn quầy"), "chosen": chosen is None}
    words = _("Quầy %(number)s: %(name)s")
    return [nowhere] + [
        {
            "value": one.id,
            "label": words % {"number": one.number, "name": one.name},
            "chosen": one.id == chosen,
        }
        for one in here
    ]
