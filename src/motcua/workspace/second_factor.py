"""The forms that ask for the second factor: wrong codes count like wrong passwords."""

from __future__ import annotations

from typing import Any

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from axes.handlers.proxy import AxesProxyHandler
from django.core.exceptions import ValidationError

from motcua.audit.log import Outcome, note
from motcua.doors.second_factor import take_code
from motcua.doors.sessions import address_of
from motcua.kernel import clock
from motcua.kernel.actor import Door, stranger


class _Counted:
    """Counts wrong codes with axes, and lets nobody try on a locked account."""

    user: Any

    def clean_code(self) -> str:
        request, credentials = context.request, {"username": self.user.get_username()}
        if not AxesProxyHandler.is_allowed(request, credentials):
            request.axes_locked_out = True
            request.axes_credentials = credentials
            raise get_adapter().validation_error("incorrect_code")
        try:
            code = str(super().clean_code())  # type: ignore[misc]  # the form it is mixed into
            self._demand_unused(code)
        except ValidationError:
            AxesProxyHandler.user_login_failed(type(self), credentials, request)
            self._note(request)
            raise
        return code

    def _demand_unused(self, code: str) -> None:
        """A code of the telephone opens once, for all server processes together."""
        kept: Authenticator = self.authenticator  # type: ignore[attr-defined]
        if kept.type == Authenticator.Type.TOTP and not take_code(kept, code):
            raise get_adapter().validation_error("incorrect_code")

    def _note(self, request: Any) -> None:
        actor = stranger(door=Door.PAGE, request_id=getattr(request, "request_id", ""))
        note(
            actor,
            clock.now(),
            "sign-in.second-factor-failed",
            detail={"username": self.user.get_username()},
            outcome=Outcome.DENIED,
            address=address_of(request),
        )


class SecondFactorForm(_Counted, AuthenticateForm):  # type: ignore[misc]  # allauth has no types
    """Asked for when signing in."""


class SecondFactorAgainForm(_Counted, ReauthenticateForm):  # type: ignore[misc]
    """Asked for again before a delicate act."""
