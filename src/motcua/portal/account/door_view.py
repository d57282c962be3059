"""A page of signing in: open to strangers, takes forms, is never kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.views import View

from motcua.citizens.wording import refusal_words
from motcua.doors.sessions import address_of
from motcua.kernel import clock
from motcua.kernel.pacing import Pace
from motcua.kernel.refusal import Refusal

FAULTY = 422
TOO_MANY = 429
FORMS_PER_MINUTE_MAX = 20
forms_sent = Pace(FORMS_PER_MINUTE_MAX)


class DoorView(View):
    """Anybody may come; how often somebody sends a form is paced by where he comes from."""

    open_to_strangers: ClassVar[bool] = True
    at: datetime

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.at = clock.now()
        if request.method == "POST":
            wait = forms_sent.take(address_of(request), self.at)
            if wait:
                response = self.page("portal/account/too_many.html", {}, status=TOO_MANY)
                response["Retry-After"] = str(wait)
                return response
        return super().dispatch(request, *args, **kwargs)

    @property
    def language(self) -> str:
        return get_language() or "vi"

    def page(self, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        response = render(self.request, template, {"errors": {}, **context}, status=status)
        response.headers["Cache-Control"] = "private, no-store"
        return response


def errors_of(refusal: Refusal, fallback: str) -> dict[str, str]:
    """By field, what to say beside it."""
    return {one.field or fallback: refusal_words(one) for one in refusal.reasons}
