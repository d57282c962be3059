"""The screen at the counter: paired once, then empty until an officer invites whoever stands there.

Without a script: the empty page asks again every few seconds, the questions go away when the time is
over, and after an answer nothing of it can be found again (no-store, one address for everything).
"""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from math import ceil
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views import View

from motcua.kernel import clock
from motcua.kernel.refusal import ManyProblems, Refusal
from motcua.ledger.caching import one_revision
from motcua.portal.pacing import note_miss, wait_of
from motcua.portal.public import WORDS_LENGTH_MAX
from motcua.portal.rating.asking import NOTHING_GIVEN, asked_context, given_of
from motcua.portal.rating.views import unkept
from motcua.surveys.commands.devices import (
    DeviceUnknown,
    PairingUnknown,
    Screen,
    TurnOver,
    answer_at_screen,
    leave_screen,
    more_time,
    pair_device,
    screen,
)
from motcua.surveys.refusals import InvitationUsed, NothingAsked, StaffMayNotRate
from motcua.surveys.wording import REFUSALS

COOKIE = "motcua-screen"
COOKIE_AGE = 400 * 24 * 3600
TURN_MAX = 40
IDLE_SECONDS = 4
THANKS_SECONDS = 6


class CounterScreen(View):
    """GET: whatever the screen shows now. POST `do=pair|answer|more|leave`."""

    at: datetime

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.at = clock.now()
        with one_revision():
            return unkept(super().dispatch(request, *args, **kwargs))

    @property
    def secret(self) -> str:
        return self.request.COOKIES.get(COOKIE, "")

    def get(self, request: HttpRequest) -> HttpResponse:
        if request.GET.get("xong"):
            return self._page("thanks", seconds=THANKS_SECONDS)
        try:
            return self._shown(screen(secret=self.secret, at=self.at))
        except NothingAsked:
            return self._page("idle", seconds=IDLE_SECONDS)
        except DeviceUnknown:
            return self._page("pair")

    def post(self, request: HttpRequest) -> HttpResponse:
        do = request.POST.get("do", "")
        if do == "pair":
            return self._pair(request.POST.get("pairing", "")[:WORDS_LENGTH_MAX])
        turn = request.POST.get("turn", "")[:TURN_MAX]
        try:
            if do == "leave":
                leave_screen(secret=self.secret, turn=turn)
                return redirect("portal:rate-screen")
            return self._answer(turn)
        except DeviceUnknown as refusal:
            return self._page("pair", refusal=refusal, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        except (TurnOver, InvitationUsed, NothingAsked, StaffMayNotRate) as refusal:
            return self._page("idle", refusal=refusal, seconds=THANKS_SECONDS)

    def _answer(self, turn: str) -> HttpResponse:
        shown = screen(secret=self.secret, at=self.at)
        if shown.asking is None or shown.turn != turn:
            raise TurnOver
        given = given_of(shown.asking.form, self.request.POST)
        if self.request.POST.get("do") == "more":
            more_time(secret=self.secret, turn=turn, at=self.at)
            return self._shown(screen(secret=self.secret, at=self.at), given=given)
        try:
            answer_at_screen(
                actor=self.request.actor,  # type: ignore[attr-defined]
                at=self.at,
                secret=self.secret,
                turn=turn,
                given=given,
            )
        except ManyProblems as refusal:
            more = {"given": given, "problems": refusal.problems}
            return self._shown(shown, status=HTTPStatus.UNPROCESSABLE_ENTITY, **more)
        return redirect(f"{self.request.path}?xong=1")

    def _pair(self, typed: str) -> HttpResponse:
        pairing = "".join(filter(str.isdigit, typed))
        if wait_of(self.request, self.at):
            pairing = ""
        try:
            actor = self.request.actor  # type: ignore[attr-defined]
            secret = pair_device(actor=actor, at=self.at, pairing=pairing)
        except (PairingUnknown, StaffMayNotRate) as refusal:
            note_miss(self.request, self.at)
            return self._page("pair", refusal=refusal, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        response = redirect("portal:rate-screen")
        response.set_cookie(
            COOKIE,
            secret,
            max_age=COOKIE_AGE,
            samesite="Strict",
            secure=self.request.is_secure(),
            httponly=True,
            path=self.request.path,
        )
        return response

    def _shown(self, shown: Screen, status: int = HTTPStatus.OK, **more: Any) -> HttpResponse:
        if shown.asking is None:
            return self._page("idle", seconds=IDLE_SECONDS)
        asked = asked_context(shown.asking, **({"given": NOTHING_GIVEN} | more))
        told = {"turn": shown.turn, "minutes": ceil(shown.seconds / 60), **asked}
        return self._page("ask", seconds=shown.seconds + 1, status=status, **told)

    def _page(
        self,
        what: str,
        *,
        seconds: int = 0,
        refusal: Refusal | None = None,
        status: int = HTTPStatus.OK,
        **more: Any,
    ) -> HttpResponse:
        context = {
            "what": what,
            "refused": REFUSALS[refusal.code] if refusal else "",
            "summary": [],
            **more,
        }
        response = render(self.request, "portal/rating/screen.html", context, status=status)
        if seconds:
            # Without a script, and not in the page: whoever answers has a button for more time.
            response["Refresh"] = f"{seconds}; url={self.request.path}"
        return response
