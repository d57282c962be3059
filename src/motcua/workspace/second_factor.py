"""The forms that ask for the second factor: wrong codes count like wrong passwords."""

from __future__ import annotations

from typing import Any

from allauth.core import context
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.mfa.utils import decrypt
from axes.handlers.proxy import AxesProxyHandler
from django.core.exceptions import ValidationError

from motcua.accounts.commands.second_factors import accept_counter
from motcua.audit.log import Outcome, note
from motcua.doors.sessions import address_of
from motcua.kernel import clock
from motcua.kernel.actor import Door, stranger


def counter_of(secret: str, code: str) -> int | None:
    """The time step that a code belongs to, among those accepted now."""
    told = normalize_user_code(code)
    steps = yield_hotp_counters_from_time()
    return next((one for one in steps if format_hotp_value(hotp_value(secret, one)) == told), None)


def take_code(kept: Authenticator, code: str) -> bool:
    """Use up a code of this second factor; False when it was used before."""
    counter = counter_of(decrypt(kept.data["secret"]), code)
    return counter is not None and accept_counter(user_id=kept.user_id, counter=counter)


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
