"""A page for whoever is signed in, also one whose positions give no right (yet): it shows what all may know."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views import View

from motcua.kernel import clock
from motcua.kernel.actor import Actor
from motcua.ledger.caching import one_revision
from motcua.workspace.chrome import chrome


class SignedInView(View):
    """Asks for a signed-in person and nothing more; shows nothing of any dossier."""

    signed_in_only: ClassVar[bool] = True
    actor: Actor
    at: datetime

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        self.actor = request.actor  # type: ignore[attr-defined]
        self.at = clock.now()
        if self.actor.user_id is None:
            return redirect_to_login(request.get_full_path())
        with one_revision():
            return super().dispatch(request, *args, **kwargs)

    def page(self, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        """The page within the workspace's chrome."""
        full = {**chrome(self.actor, self.at, self.request.path), **context}
        return render(self.request, template, full, status=status)
