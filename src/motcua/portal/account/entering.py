"""The end of every way to sign in: the browser is signed in, and it is noted by what."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.queries.sign_in import has_second_step, user_to_sign_in
from motcua.audit.log import Outcome, note
from motcua.citizens.commands.identity import prove_identity
from motcua.citizens.queries import actor_for_citizen
from motcua.citizens.wording import refusal_words
from motcua.doors.sessions import address_of, begin_session
from motcua.kernel.actor import Actor, Door, stranger
from motcua.kernel.refusal import Refusal
from motcua.portal.account.underway import (
    Underway,
    forget,
    from_kept,
    keep,
    safe_next,
    underway,
)

METHOD_IDENTITY = "identity"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def at_the_door(request: HttpRequest) -> Actor:
    """Whoever has not signed in yet, at the citizens' door."""
    return stranger(door=Door.PORTAL, request_id=getattr(request, "request_id", ""))


def passed_first_step(
    request: HttpRequest, at: datetime, user_id: int, method: str
) -> HttpResponse:
    """In, or to the second step where the citizen has set one up."""
    if has_second_step(user_id):
        state = underway(request)
        state.user_id, state.method = user_id, method
        keep(request, state)
        return HttpResponseRedirect(reverse("portal:sign-in-second"))
    return enter(request, at, user_id, method)


def enter(request: HttpRequest, at: datetime, user_id: int, method: str) -> HttpResponse:
    """Sign this browser in and go where the citizen wanted to."""
    state = underway(request)
    user = user_to_sign_in(user_id)
    if user is None:
        forget(request)
        return HttpResponseRedirect(reverse("portal:sign-in"))
    login(request, user, backend=BACKEND)
    begin_session(request, user_id)
    actor = actor_for_citizen(user_id, at, None, getattr(request, "request_id", ""))
    if method != METHOD_IDENTITY:
        _join_identity(request, at, actor, state)
    forget(request)
    note(actor, at, "sign-in.succeeded", detail={"by": method}, address=address_of(request))
    return HttpResponseRedirect(safe_next(request, state.next_url))


def _join_identity(request: HttpRequest, at: datetime, actor: Actor, state: Underway) -> None:
    """Whoever came from the national identity and then signed in to the account he had: both are his."""
    identity = from_kept(state.identity)
    if identity is None:
        return
    try:
        prove_identity(actor=actor, at=at, identity=identity)
    except Refusal as refusal:
        messages.error(request, refusal_words(refusal))
    else:
        messages.success(request, _("Tài khoản đã nối với tài khoản định danh."))


def failed(request: HttpRequest, at: datetime, method: str, **told: Any) -> None:
    """Keep that somebody tried in vain: by what, never what was typed."""
    note(
        at_the_door(request),
        at,
        "sign-in.failed",
        detail={"by": method, **told},
        outcome=Outcome.DENIED,
        address=address_of(request),
    )
