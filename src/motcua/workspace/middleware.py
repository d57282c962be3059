"""Who acts in each request, and what stands between a signed-in person and the work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NoReturn
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from motcua.accounts.commands.sessions import end_session, see_session
from motcua.accounts.queries import SessionRow, actor_for_user, session_of
from motcua.accounts.rules.sessions import idle_max, is_idle, should_be_seen
from motcua.accounts.rules.sign_in import NextStep, next_step
from motcua.accounts.vocabulary import AccountKind
from motcua.accounts.wording import SIGN_IN
from motcua.audit.log import Outcome, note
from motcua.citizens.queries import actor_for_citizen
from motcua.doors.sessions import (
    HOLDING_SESSION_KEY,
    ORGANIZATION_SESSION_KEY,
    SESSION_TOKEN_KEY,
    address_of,
    begin_session,
)
from motcua.kernel import clock
from motcua.kernel.actor import Actor, Door, stranger
from motcua.ledger.caching import one_revision
from motcua.workspace.held_posts import answer_held, hold, remember_ended

STAFF_NAMESPACE = "workspace"
ACCOUNT_PAGES = "/account/"
"""Those of the staff: a citizen has his own."""
STEP_ADDRESSES = {
    NextStep.CHANGE_PASSWORD: "account_change_password",
    NextStep.SET_UP_SECOND_FACTOR: "mfa_activate_totp",
}
STEP_WORDS = {
    NextStep.CHANGE_PASSWORD: "change-password",
    NextStep.SET_UP_SECOND_FACTOR: "set-up-second-factor",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How the person of this request stands: what to do first, or why the session has ended."""

    step: NextStep = NextStep.NONE
    ended: str = ""
    minutes: int = 0
    is_citizen: bool = False


class ActorMiddleware:
    """Sets `request.actor` (a stranger when nobody is signed in).

    A signed-in request costs two queries besides session and user: the open session (ended ones
    are gone at once) and the catalogue's revision, under which the positions held are known (rights
    taken away are gone at once); the page itself need not ask for the revision again. Staff pages
    ask for a signed-in person who has nothing left to do first; all other pages stay open. A citizen
    has an actor too, one query more, and no staff page opens to him, whatever it is.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self._answer(request)
        with one_revision():
            return self._answer(request)

    def _answer(self, request: HttpRequest) -> HttpResponse:
        request.standing, request.actor = _recognize(request)  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        _view: Callable[..., Any],
        _args: tuple[Any, ...],
        _kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        match = request.resolver_match
        if request.standing.is_citizen and request.path.startswith(ACCOUNT_PAGES):  # type: ignore[attr-defined]
            return HttpResponseRedirect(reverse("portal:account"))
        if match is None or STAFF_NAMESPACE not in match.namespaces:
            return None
        standing: Standing = request.standing  # type: ignore[attr-defined]
        actor: Actor = request.actor  # type: ignore[attr-defined]
        if standing.ended:
            words = str(SIGN_IN[standing.ended]) % {"minutes": standing.minutes}
            messages.warning(request, words)
        if actor.user_id is None:
            hold(request, clock.now(), _here(request))
            return _sent_to(request, "account_login")
        if standing.is_citizen:
            _turn_away(request, actor)
        if standing.step != NextStep.NONE:
            messages.info(request, str(SIGN_IN[STEP_WORDS[standing.step]]))
            return _sent_to(request, STEP_ADDRESSES[standing.step])
        return answer_held(request, actor, clock.now())


def _recognize(request: HttpRequest) -> tuple[Standing, Actor]:
    request_id = getattr(request, "request_id", "")
    nobody = stranger(door=Door.PAGE, request_id=request_id)
    user = request.user
    if not user.is_authenticated:
        return Standing(), nobody
    at = clock.now()
    session = _open_session(request)
    if session is None:
        _end(request, at, "session.displaced")
        return Standing(ended="displaced"), nobody
    kind = session.facts.kind
    if is_idle(kind, session.last_seen_at, at):
        _end(request, at, "session.idle-ended")
        return Standing(ended="idle", minutes=_minutes(kind)), nobody
    if should_be_seen(session.last_seen_at, at):
        see_session(session_id=session.id, at=at)
    step = next_step(session.facts, at)
    if step != NextStep.NONE:
        name = user.display_name
        waiting = Actor(door=Door.PAGE, user_id=user.pk, name=name, request_id=request_id)
        return Standing(step=step), waiting
    if kind == AccountKind.CITIZEN:
        chosen = request.session.get(ORGANIZATION_SESSION_KEY)
        return Standing(is_citizen=True), actor_for_citizen(user.pk, at, chosen, request_id)
    chosen = request.session.get(HOLDING_SESSION_KEY)
    return Standing(), actor_for_user(user.pk, at, Door.PAGE, request_id, chosen)


def _open_session(request: HttpRequest) -> SessionRow | None:
    """The session's own row; a browser signed in by other means than our page gets one now."""
    assert request.user.is_authenticated
    if SESSION_TOKEN_KEY not in request.session:
        begin_session(request, request.user.pk)
    return session_of(request.session[SESSION_TOKEN_KEY], request.user)


def _end(request: HttpRequest, at: datetime, act: str) -> None:
    """Sign out at once, and note why; the language chosen and the like go with the session."""
    assert request.user.is_authenticated
    actor = Actor(
        door=Door.PAGE,
        user_id=request.user.pk,
        name=request.user.display_name,
        request_id=getattr(request, "request_id", ""),
    )
    end_session(token=request.session.get(SESSION_TOKEN_KEY, ""))
    user = request.user
    logout(request)
    if user.kind != AccountKind.CITIZEN:
        remember_ended(request, user.pk)
    note(actor, at, act, address=address_of(request))


def _turn_away(request: HttpRequest, actor: Actor) -> NoReturn:
    """To a citizen a page of the staff does not exist."""
    note(
        actor,
        clock.now(),
        "denied",
        detail={"path": request.path, "reason": "citizen"},
        outcome=Outcome.DENIED,
        address=address_of(request),
    )
    raise Http404("citizen")


def _minutes(kind: AccountKind) -> int:
    return int(idle_max(kind).total_seconds()) // 60


def _sent_to(request: HttpRequest, name: str) -> HttpResponse:
    """Another page first, then back here. A fragment asked for by htmx moves the whole page."""
    target = f"{reverse(name)}?{urlencode({'next': _here(request)})}"
    is_part = bool(getattr(request, "htmx", None))
    return HttpResponseClientRedirect(target) if is_part else HttpResponseRedirect(target)


def _here(request: HttpRequest) -> str:
    """The page that is open in the browser."""
    htmx = getattr(request, "htmx", None)
    return (htmx.current_url_abs_path or "/") if htmx else request.get_full_path()
