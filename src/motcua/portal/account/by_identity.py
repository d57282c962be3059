"""Signing in by the national identity: there, and back with a code.

Whoever has no account yet opens one, or first signs in to the one he has: it is joined then, when both
have been proven. An e-mail that the provider tells joins nothing.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import asdict

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.citizens.commands.identity import come_back, open_by_identity, prove_identity
from motcua.citizens.gateways.openid import Flow, Provider
from motcua.citizens.rules.id_token import IdentityNotTrusted
from motcua.citizens.rules.identity import Claims, Identity, identity_of
from motcua.citizens.vocabulary import IdentityLevel
from motcua.citizens.wording import refusal_words
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.portal.account.door_view import FAULTY, DoorView, errors_of
from motcua.portal.account.entering import METHOD_IDENTITY as METHOD
from motcua.portal.account.entering import at_the_door, enter, failed
from motcua.portal.account.underway import (
    NEXT_FIELD,
    as_kept,
    from_kept,
    keep,
    safe_next,
    underway,
)

FLOW_KEY = "motcua-identity-flow"
BYTES = 32


class SignInIdentity(DoorView):
    """Off to the provider."""

    def get(self, request: HttpRequest) -> HttpResponse:
        if not settings.OIDC_ISSUER:
            return HttpResponseRedirect(reverse("portal:sign-in"))
        flow = Flow(*(secrets.token_urlsafe(BYTES) for _part in range(3)))
        try:
            address = provider().address(flow, _back_to())
        except Refusal as refusal:
            return _told(self, refusal)
        request.session[FLOW_KEY] = asdict(flow)
        state = underway(request)
        state.next_url = safe_next(request, request.GET.get(NEXT_FIELD, ""))
        keep(request, state)
        return HttpResponseRedirect(address)


class IdentityBack(DoorView):
    """Back from the provider, with a code that is good once."""

    def get(self, request: HttpRequest) -> HttpResponse:
        kept = request.session.pop(FLOW_KEY, None)
        try:
            identity = self._identity(request, kept)
        except Refusal as refusal:
            failed(request, self.at, METHOD, reason=str(refusal.params.get("reason", "")))
            return _told(self, refusal)
        actor: Actor = request.actor  # type: ignore[attr-defined]
        if actor.citizen_id is not None:
            return self._joined(request, actor, identity)
        known = come_back(actor=at_the_door(request), at=self.at, identity=identity)
        if known is not None:
            return enter(request, self.at, known.user_id, METHOD)
        state = underway(request)
        state.identity = as_kept(identity)
        keep(request, state)
        return HttpResponseRedirect(reverse("portal:open-by-identity"))

    def _identity(self, request: HttpRequest, kept: dict[str, str] | None) -> Identity:
        state, code = request.GET.get("state", ""), request.GET.get("code", "")
        if kept is None or not code or not hmac.compare_digest(state, kept["state"]):
            raise IdentityNotTrusted(reason=request.GET.get("error", "state")[:40])
        claims = provider().claims(Flow(**kept), code, _back_to(), self.at)
        return identity_of(claims, _named())

    def _joined(self, request: HttpRequest, actor: Actor, identity: Identity) -> HttpResponse:
        try:
            prove_identity(actor=actor, at=self.at, identity=identity)
        except Refusal as refusal:
            messages.error(request, refusal_words(refusal))
        else:
            messages.success(request, _("Tài khoản đã nối với tài khoản định danh."))
        return HttpResponseRedirect(reverse("portal:account"))


class OpenByIdentity(DoorView):
    """Known to the provider, new here: open an account, or join the one he has by signing in to it."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form(request, {})

    def post(self, request: HttpRequest) -> HttpResponse:
        identity = from_kept(underway(request).identity)
        if identity is None:
            return HttpResponseRedirect(reverse("portal:sign-in"))
        try:
            opened = open_by_identity(
                actor=at_the_door(request),
                at=self.at,
                identity=identity,
                full_name=request.POST.get("full_name", ""),
                language=self.language,
            )
        except Refusal as refusal:
            return self._form(request, errors_of(refusal, "full_name"))
        return enter(request, self.at, opened.user_id, METHOD)

    def _form(self, request: HttpRequest, errors: dict[str, str]) -> HttpResponse:
        identity = from_kept(underway(request).identity)
        if identity is None:
            return HttpResponseRedirect(reverse("portal:sign-in"))
        context = {
            "full_name": request.POST.get("full_name", identity.full_name),
            "is_proven": identity.level == IdentityLevel.NATIONAL,
            "errors": errors,
        }
        status = FAULTY if errors else 200
        return self.page("portal/account/open_by_identity.html", context, status=status)


def provider() -> Provider:
    return Provider(
        settings.OIDC_ISSUER,
        settings.OIDC_CLIENT_ID,
        settings.OIDC_CLIENT_SECRET,
        settings.OIDC_TIMEOUT_SECONDS,
    )


def _named() -> Claims:
    return Claims(settings.OIDC_LEVEL_CLAIM, settings.OIDC_LEVEL_2, settings.OIDC_PERSONAL_ID_CLAIM)


def _back_to() -> str:
    """The address the provider knows us by; from the settings, never from the request."""
    return f"{settings.PUBLIC_ADDRESS}{reverse('portal:identity-back')}"


def _told(view: DoorView, refusal: Refusal) -> HttpResponse:
    context = {"words": refusal_words(refusal), "name": settings.OIDC_NAME}
    return view.page("portal/account/identity_failed.html", context, status=FAULTY)
