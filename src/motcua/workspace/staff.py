"""What every staff page has in common: who is asking, the right to ask, the clock read once.

`StaffView` is deny by default: a view without a `permission` does not start (a house test too).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, NoReturn

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views import View

from motcua.accounts.rules.roles import Permission, may
from motcua.audit.log import Outcome, note
from motcua.doors.sessions import address_of
from motcua.kernel import clock
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.caching import one_revision
from motcua.workspace.chrome import chrome


class StaffView(View):
    """A page of the workspace. Unknown and forbidden look alike: both are 404."""

    permission: ClassVar[Permission]
    actor: Actor
    at: datetime

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if not isinstance(getattr(cls, "permission", None), Permission):
            raise TypeError(f"{cls.__name__} names no permission")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.actor = request.actor  # type: ignore[attr-defined]
        self.at = clock.now()
        if self.actor.user_id is None:
            return redirect_to_login(request.get_full_path())
        verdict = may(self.actor, self.permission)
        if not verdict:
            self._denied(verdict.reason)
        try:
            with one_revision():
                return super().dispatch(request, *args, **kwargs)
        except (NotFound, NotPermitted) as refusal:
            self._denied(refusal.code)

    def _denied(self, reason: str) -> NoReturn:
        note(
            self.actor,
            self.at,
            "denied",
            detail={"path": self.request.path, "reason": reason},
            outcome=Outcome.DENIED,
            address=address_of(self.request),
        )
        raise Http404(reason)

    def note(self, act: str, **told: Any) -> None:
        """Leave a trace of a reading in the access log; see `audit.log.note`."""
        note(self.actor, self.at, act, address=address_of(self.request), **told)

    def page(self, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        """The page within the workspace's chrome."""
        full = {**chrome(self.actor, self.at, self.request.path), **context}
        return render(self.request, template, full, status=status)
