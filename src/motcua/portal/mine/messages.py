"""Messages with the office about one dossier. Opening the page marks what the office wrote as read."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.crypto import get_random_string

from motcua.filing.commands.messages import mark_seen, write_message
from motcua.filing.queries.messages import messages_about
from motcua.filing.rules.bounds import MESSAGE_LENGTH_MAX
from motcua.filing.wording import REFUSALS, refusal_words
from motcua.kernel.refusal import Refusal
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.portal.citizen_view import CitizenView

KEY = re.compile(r"[A-Za-z0-9]{22}", re.ASCII)
KEY_LENGTH = 22


class Messages(CitizenView):
    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        return self._shown(code, "", "")

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        text = request.POST.get("text", "")
        try:
            write_message(
                actor=self.actor,
                at=self.at,
                code=code,
                text=text,
                request=request_of(request, self.citizen_id),
            )
        except Refusal as refusal:
            if refusal.code not in REFUSALS:
                raise
            return self._shown(code, text, refusal_words(refusal), status=422)
        return HttpResponseRedirect(reverse("portal:messages", kwargs={"code": code}))

    def _shown(self, code: str, text: str, error: str, *, status: int = 200) -> HttpResponse:
        rows = messages_about(self.actor, code)
        self.note("message.read", detail={"code": code})
        if self.request.method == "GET" and any(r.from_office and not r.seen_at for r in rows):
            mark_seen(actor=self.actor, at=self.at, code=code)
        context = {
            "code": code,
            "messages_shown": rows,
            "text": text,
            "error": error,
            "key": get_random_string(KEY_LENGTH),
            "length_max": MESSAGE_LENGTH_MAX,
        }
        return self.page("portal/mine/messages.html", context, status=status)


def request_of(request: HttpRequest, who: int) -> RequestKey | None:
    """Pressed twice, written once."""
    key = request.POST.get("key", "")
    if not KEY.fullmatch(key):
        return None
    digest = content_digest(request.POST.get("text", ""))
    return RequestKey(key=f"message-{who}-{key}", digest=digest)
