"""The rating door. It keeps no page and no typed word, and tells nothing of the dossier behind a key."""

from __future__ import annotations

from datetime import datetime, timedelta
from http import HTTPStatus
from ipaddress import ip_address
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_safe

from motcua.audit.log import Outcome, note
from motcua.audit.queries import staff_acted_from
from motcua.doors.sessions import address_of
from motcua.dossiers.rules.paper_checks import read_check
from motcua.kernel import clock
from motcua.kernel.refusal import ManyProblems, Refusal
from motcua.ledger.caching import one_revision
from motcua.portal.pacing import note_miss, wait_of
from motcua.portal.public import WORDS_LENGTH_MAX, public_page
from motcua.portal.rating.asking import asked_context, given_of
from motcua.surveys.commands.answering import Asking, answer, asking_of
from motcua.surveys.refusals import (
    InvitationExpired,
    InvitationUnknown,
    InvitationUsed,
    NothingAsked,
    StaffMayNotRate,
)
from motcua.surveys.rules.keys import read_key
from motcua.surveys.vocabulary import Sign
from motcua.surveys.wording import REFUSALS

Answer = TypeVar("Answer", bound=HttpResponseBase)
LATELY = timedelta(hours=2)
STATUS_OF: dict[type[Refusal], HTTPStatus] = {
    InvitationUnknown: HTTPStatus.NOT_FOUND,
    InvitationExpired: HTTPStatus.GONE,
    InvitationUsed: HTTPStatus.GONE,
    NothingAsked: HTTPStatus.NOT_FOUND,
    StaffMayNotRate: HTTPStatus.FORBIDDEN,
}


@require_safe
def ask_key(request: HttpRequest) -> HttpResponse:
    """A box for the code on the paper."""
    typed = request.GET.get("ma", "")[:WORDS_LENGTH_MAX]
    if read_check(typed):
        refused = _(
            "Mã này để xem giấy có thật không, không phải mã đánh giá. Mã đánh giá in ở dòng Đánh giá trên giấy."
        )
        context = {"typed": "", "is_faulty": False, "refused": refused}
        return unkept(public_page(request, "portal/rating/start.html", context))
    if key := read_key(typed):
        return redirect("portal:rate", key=key)
    context = {"typed": typed, "is_faulty": "ma" in request.GET, "refused": ""}
    return unkept(public_page(request, "portal/rating/start.html", context))


@require_safe
def show_thanks(request: HttpRequest) -> HttpResponse:
    return unkept(public_page(request, "portal/rating/thanks.html", {}))


class Rate(View):
    """GET: the questions behind a key. POST: the answer, once."""

    at: datetime

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.at = clock.now()
        wait = wait_of(request, self.at)
        if wait:
            context = {"typed": "", "is_faulty": False, "refused": "", "is_too_many": True}
            response = public_page(request, "portal/rating/start.html", context, status=429)
            response["Retry-After"] = str(wait)
            return unkept(response)
        try:
            with one_revision():
                return unkept(super().dispatch(request, *args, **kwargs))
        except tuple(STATUS_OF) as refusal:
            return unkept(self._refused(refusal))

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        asking = asking_of(actor=self._actor(), at=self.at, key=key)
        return self._ask(asking, key, {})

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        asking = asking_of(actor=self._actor(), at=self.at, key=key)
        given = given_of(asking.form, request.POST)
        try:
            answer(
                actor=self._actor(),
                at=self.at,
                key=key,
                given=given,
                signs=signs_of(request, self.at),
            )
        except ManyProblems as refusal:
            context = {"given": given, "problems": refusal.problems}
            return self._ask(asking, key, context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        return redirect("portal:rated")

    def _ask(
        self, asking: Asking, key: str, more: dict[str, Any], status: int = HTTPStatus.OK
    ) -> HttpResponse:
        context = {"key": read_key(key), **asked_context(asking, **more)}
        return public_page(self.request, "portal/rating/ask.html", context, status=status)

    def _actor(self) -> Any:
        return self.request.actor  # type: ignore[attr-defined]

    def _refused(self, refusal: Refusal) -> HttpResponse:
        if isinstance(refusal, InvitationUnknown):
            note_miss(self.request, self.at)
        if isinstance(refusal, StaffMayNotRate):
            note(
                self._actor(),
                self.at,
                "denied",
                detail={"reason": refusal.code},
                outcome=Outcome.DENIED,
                address=address_of(self.request),
            )
        context = {"typed": "", "is_faulty": False, "refused": REFUSALS[refusal.code]}
        status = STATUS_OF[type(refusal)]
        return public_page(self.request, "portal/rating/start.html", context, status=status)


def signs_of(request: HttpRequest, at: datetime) -> set[Sign]:
    """Sent from an address at which staff has just worked; this machine's own says nothing."""
    address = address_of(request)
    try:
        is_here = ip_address(address).is_loopback
    except ValueError:
        return set()
    if is_here or not staff_acted_from(address, at - LATELY):
        return set()
    return {Sign.OFFICE_ADDRESS}


def unkept(response: Answer) -> Answer:
    """Nothing of it stays in a cache, and the key is told to no other site. Not `no-referrer`: under it a browser
    sends `Origin: null` with a form, and an answer would be refused as forged."""
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "same-origin"
    return response
