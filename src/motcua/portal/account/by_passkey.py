"""A key kept on the machine: made once, then the finger or face that unlocks the machine opens the account.

The browser does it by script; without script these pages say so and the other ways stay.
"""

from __future__ import annotations

from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from motcua.accounts.commands.passkeys import (
    PasskeyFaulty,
    ask_for_passkey,
    begin_passkey,
    open_by_passkey,
)
from motcua.citizens.commands.methods import MadePasskey, choose_passkey
from motcua.kernel.refusal import Refusal
from motcua.portal.account.door_view import FAULTY, DoorView, errors_of
from motcua.portal.account.entering import enter, failed
from motcua.portal.account.methods import MethodsView
from motcua.portal.account.underway import NEXT_FIELD, keep, safe_next, underway

MAKING_KEY = "motcua-passkey-making"
ASKED_KEY = "motcua-passkey-asked"
ANSWER_MAX = 20_000
METHOD = "passkey"


class SignInPasskey(DoorView):
    """One button. The key itself says whose it is: nothing is typed, nothing can be guessed."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form(request, {})

    def post(self, request: HttpRequest) -> HttpResponse:
        state = request.session.pop(ASKED_KEY, None)
        try:
            answer = _answer(request)
            if state is None:
                raise PasskeyFaulty(field="credential")
            user_id = open_by_passkey(at=self.at, host=_host(request), state=state, answer=answer)
        except Refusal as refusal:
            failed(request, self.at, METHOD)
            return self._form(request, errors_of(refusal, "credential"))
        kept = underway(request)
        kept.next_url = safe_next(request, request.POST.get(NEXT_FIELD, ""))
        keep(request, kept)
        return enter(request, self.at, user_id, METHOD)

    def _form(self, request: HttpRequest, errors: dict[str, str]) -> HttpResponse:
        asked, request.session[ASKED_KEY] = ask_for_passkey(host=_host(request))
        wanted = request.GET.get(NEXT_FIELD) or request.POST.get(NEXT_FIELD, "")
        context = {
            "options": _text(asked),
            "next_url": safe_next(request, wanted) if wanted else "",
            "errors": errors,
        }
        status = FAULTY if errors else 200
        return self.page("portal/account/by_passkey.html", context, status=status)


class NewPasskey(MethodsView):
    """A key for this machine."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form({})

    def post(self, request: HttpRequest) -> HttpResponse:
        state = request.session.pop(MAKING_KEY, None)
        name = request.POST.get("name", "").strip() or _("Máy của tôi")
        try:
            if state is None:
                raise PasskeyFaulty(field="credential")
            made = MadePasskey(host=_host(request), state=state, answer=_answer(request), name=name)
            choose_passkey(actor=self.actor, at=self.at, made=made)
        except Refusal as refusal:
            return self._form(errors_of(refusal, "credential"))
        return self.done(_("Từ nay bạn vào được bằng khóa trên máy này."))

    def _form(self, errors: dict[str, str]) -> HttpResponse:
        asked, self.request.session[MAKING_KEY] = begin_passkey(
            user_id=self.user_id, host=_host(self.request)
        )
        context = {"options": _text(asked), "errors": errors}
        status = FAULTY if errors else 200
        return self.page("portal/account/new_passkey.html", context, status=status)


def _answer(request: HttpRequest) -> dict[str, Any]:
    text = request.POST.get("credential", "")[:ANSWER_MAX]
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError as fault:
        raise PasskeyFaulty(field="credential") from fault
    if not isinstance(found, dict):
        raise PasskeyFaulty(field="credential")
    return found


def _text(asked: dict[str, Any]) -> str:
    """As the script reads it: bytes as base64url, the way of WebAuthn's own JSON."""
    return orjson.dumps(asked, default=dict).decode()


def _host(request: HttpRequest) -> str:
    """The name that a key is bound to: this site's, without its port. Django has checked it."""
    return request.get_host().partition(":")[0]
