"""What every page of a signed-in citizen has in common. Deny by default: whoever is not signed in is
sent to sign in and comes back here; whoever is no citizen too."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, NoReturn
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views import View

from motcua.accounts.wording import SIGN_IN
from motcua.audit.log import Outcome, note
from motcua.citizens.queries.organizations import who_acts
from motcua.doors.sessions import address_of
from motcua.kernel import clock
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.caching import one_revision

SIGN_IN_PAGE = "portal:sign-in"


class CitizenView(View):
    """A page of one's own. Unknown and forbidden look alike: both are 404. Nothing of it is kept by
    caches between here and the reader."""

    citizens_only: ClassVar[bool] = True
    actor: Actor
    at: datetime

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.actor = request.actor  # type: ignore[attr-defined]
        self.at = clock.now()
        if self.actor.citizen_id is None:
            if request.method == "POST":
                self.hold(request, **kwargs)
            return self.signed_out(request)
        try:
            with one_revision():
                response = super().dispatch(request, *args, **kwargs)
        except (NotFound, NotPermitted) as refusal:
            self._denied(refusal.code)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def hold(self, request: HttpRequest, **kwargs: Any) -> None:
        """What was sent after the session had ended. Pages where much is typed keep it for a while."""

    def signed_out(self, request: HttpRequest) -> HttpResponse:
        """What whoever is not signed in gets."""
        return sent_to_sign_in(request)

    @property
    def citizen_id(self) -> int:
        assert self.actor.citizen_id is not None
        return self.actor.citizen_id

    def _denied(self, reason: str) -> NoReturn:
        told = {"path": self.request.path, "reason": reason}
        self.note("denied", detail=told, outcome=Outcome.DENIED)
        raise Http404(reason)

    def note(self, act: str, **told: Any) -> None:
        """Leave a trace of a reading in the access log; see `audit.log.note`."""
        note(self.actor, self.at, act, address=address_of(self.request), **told)

    def page(self, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        """The page within the portal's frame, which says who is signed in and for whom he acts."""
        full = {"who": who_acts(self.actor, self.at), "errors": {}, **context}
        return render(self.request, template, full, status=status)


def sent_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in first, then back here; of a form that was being sent, to its page."""
    standing = getattr(request, "standing", None)
    if standing is not None and standing.ended:
        words = str(SIGN_IN[standing.ended]) % {"minutes": standing.minutes}
        messages.warning(request, words)
    here = request.get_full_path()
    return HttpResponseRedirect(f"{reverse(SIGN_IN_PAGE)}?{urlencode({'tiep': here})}")
