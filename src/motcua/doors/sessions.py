"""A signed-in browser: our own record of it, and the places in the session where choices are kept."""

from __future__ import annotations

from django.http import HttpRequest

from motcua.accounts.commands.sessions import open_session
from motcua.kernel import clock
from motcua.kernel.caller_address import caller_address

SESSION_TOKEN_KEY = "motcua-session-token"  # noqa: S105  # the name of a place, not a secret
HOLDING_SESSION_KEY = "motcua-holding"
"""Where the session keeps the position chosen; the actor is worked out anew each time."""
ORGANIZATION_SESSION_KEY = "motcua-organization"
"""Where it keeps the organization that a citizen acts for."""


def address_of(request: HttpRequest) -> str:
    """The network address the request came from."""
    return caller_address(
        request.META.get("REMOTE_ADDR", ""), request.headers.get("X-Forwarded-For", "")
    )


def begin_session(request: HttpRequest, user_id: int) -> None:
    """Open our own record of a signed-in browser; the oldest beyond the number allowed ends."""
    request.session[SESSION_TOKEN_KEY] = open_session(
        user_id=user_id, at=clock.now(), address=address_of(request)
    )


def choose_organization(request: HttpRequest, organization_id: int | None) -> None:
    """Act for this organization from now on; None: for oneself. Whether one may is asked each time."""
    request.session[ORGANIZATION_SESSION_KEY] = organization_id
