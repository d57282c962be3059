"""Signing in and out by allauth, bent to the rules of law.md 11.2.

Accounts are opened by administrators only; no e-mail is ever sent; wrong passwords are counted by
axes in the database; every sign-in, failure and sign-out goes to the access log.
"""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.encoding import force_bytes

from motcua.accounts.commands.passwords import change_password
from motcua.accounts.commands.sessions import end_session
from motcua.accounts.queries import actor_for_user
from motcua.accounts.rules.roles import Permission, may
from motcua.audit.log import Outcome, note
from motcua.doors.sessions import (
    HOLDING_SESSION_KEY,
    SESSION_TOKEN_KEY,
    address_of,
    begin_session,
)
from motcua.kernel import clock
from motcua.kernel.actor import Actor, Door, stranger
from motcua.ui.account_words import ACCOUNT_ERRORS, MFA_ERRORS
from motcua.workspace.chrome import home_of

USERNAME_KEPT_MAX = 60
CITIZENS_PAGES = "/tai-khoan/"
TOO_MANY_TRIES = 429


def choose_holding(request: HttpRequest, holding_id: int) -> None:
    """Act in this position from now on. One that may not be acted in is passed over each time."""
    request.session[HOLDING_SESSION_KEY] = holding_id


def _stranger(request: HttpRequest) -> Actor:
    return stranger(door=Door.PAGE, request_id=getattr(request, "request_id", ""))


def _somebody(request: HttpRequest, user_id: int) -> Actor:
    request_id = getattr(request, "request_id", "")
    return actor_for_user(user_id, clock.now(), Door.PAGE, request_id)


def _landing(actor: Actor) -> str:
    """Everybody begins where the menu begins; an administrator who sees no dossier with the officers."""
    if may(actor, Permission.DOSSIER_VIEW):
        return home_of(actor.roles)
    if may(actor, Permission.OFFICER_VIEW):
        return reverse("workspace:officers")
    return home_of(actor.roles)


class StaffAccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """allauth for staff: nobody signs up, nothing is mailed, all is noted."""

    error_messages = DefaultAccountAdapter.error_messages | ACCOUNT_ERRORS

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """One spelling of a user name, so that five tries are five tries."""
        if "username" in credentials:
            credentials["username"] = str(credentials["username"]).strip().lower()
        return super().authenticate(request, **credentials)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The first page that the person may open: not everybody has a desk."""
        assert request.user.is_authenticated
        return _landing(_somebody(request, request.user.pk))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return self.get_login_redirect_url(request)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        typed = str(credentials.get("username", ""))[:USERNAME_KEPT_MAX]
        note(
            _stranger(request),
            clock.now(),
            "sign-in.failed",
            detail={"username": typed},
            outcome=Outcome.DENIED,
            address=address_of(request),
        )

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        begin_session(request, user.pk)
        actor = _somebody(request, user.pk)
        note(actor, clock.now(), "sign-in.succeeded", address=address_of(request))

    def logout(self, request: HttpRequest) -> None:
        actor = getattr(request, "actor", _stranger(request))
        token = request.session.get(SESSION_TOKEN_KEY, "")
        super().logout(request)
        end_session(token=token)
        note(actor, clock.now(), "sign-out", address=address_of(request))

    def set_password(self, user: Any, password: str) -> None:
        """A person's own new password, by the command that leaves the fact of it."""
        actor = _somebody(self.request, self.request.user.pk)
        change_password(actor=actor, at=clock.now(), user_id=user.pk, password=password)
        user.refresh_from_db()

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Leave out what the page after it shows anyway: that one is in, or out."""
        template = str(args[0] if args else kwargs.get("message_template", ""))
        if template not in ("account/messages/logged_in.txt", "account/messages/logged_out.txt"):
            super().add_message(request, level, *args, **kwargs)

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nothing is mailed: a forgotten password is set anew by an administrator."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nothing is mailed."""

    def send_password_reset_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nothing is mailed."""


class StaffMfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """Secrets of second factors are kept encrypted; only an administrator takes one away."""

    error_messages = DefaultMFAAdapter.error_messages | MFA_ERRORS

    def encrypt(self, text: str) -> str:
        return _keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _keys().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return bool(authenticator.type == Authenticator.Type.RECOVERY_CODES)


def _keys() -> MultiFernet:
    """The key made from SECRET_KEY, and those of SECRET_KEY_FALLBACKS for what is older."""
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = (
        hashlib.sha256(b"second-factor:" + force_bytes(secret)).digest() for secret in secrets
    )
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])


def locked_out(
    request: HttpRequest, _response: HttpResponse | None, credentials: dict[str, Any] | None
) -> HttpResponse:
    """The calm page after too many wrong passwords, whoever asks (AXES_LOCKOUT_CALLABLE)."""
    username = str((credentials or {}).get("username", ""))[:USERNAME_KEPT_MAX]
    note(
        _stranger(request),
        clock.now(),
        "sign-in.locked",
        detail={"username": username},
        outcome=Outcome.DENIED,
        address=address_of(request),
    )
    if request.path.startswith(CITIZENS_PAGES):
        return render(request, "portal/account/locked.html", {}, status=TOO_MANY_TRIES)
    tries = AccessAttempt.objects.filter(username=username).order_by("-attempt_time")
    last = tries.values_list("attempt_time", flat=True).first()
    until = last + settings.AXES_COOLOFF_TIME if last else None
    return render(request, "account/lockout.html", {"until": until}, status=TOO_MANY_TRIES)
