"""How I sign in: a password, an app for codes; and where I am signed in now."""

from __future__ import annotations

from typing import Any

import segno
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.queries.sign_in import browsers_of, methods_of, user_to_sign_in
from motcua.accounts.rules.passwords import LENGTH_MIN_ALONE, LENGTH_MIN_WITH_SECOND_FACTOR
from motcua.citizens.commands.methods import (
    choose_app,
    choose_password,
    end_other_browsers,
    remove_app,
    remove_passkey,
    remove_password,
)
from motcua.citizens.queries import citizen_of
from motcua.doors.second_factor import counter_of
from motcua.doors.sessions import SESSION_TOKEN_KEY
from motcua.kernel.refusal import Refusal
from motcua.portal.account.door_view import FAULTY, errors_of
from motcua.portal.citizen_view import CitizenView

SECRET_KEY = "motcua-app-secret"  # noqa: S105  # the name of a place
ISSUER = "Một Cửa"


class MethodsView(CitizenView):
    """What the pages below share."""

    @property
    def token(self) -> str:
        return str(self.request.session.get(SESSION_TOKEN_KEY, ""))

    @property
    def user_id(self) -> int:
        return self.actor.user_id or 0

    def stay(self) -> None:
        """This browser stays signed in; a session is bound to the password it began with."""
        user = user_to_sign_in(self.user_id)
        if user is not None:
            update_session_auth_hash(self.request, user)

    def done(self, words: str) -> HttpResponse:
        messages.success(self.request, words)
        return HttpResponseRedirect(reverse("portal:account-methods"))


class Methods(MethodsView):
    """All ways in at a glance; `remove` takes a password or an app away."""

    def get(self, request: HttpRequest) -> HttpResponse:
        context = {"methods": methods_of(self.user_id), "citizen": citizen_of(self.actor)}
        return self.page("portal/account/methods.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        what = request.POST.get("remove", "")
        if what == "password":
            remove_password(actor=self.actor, at=self.at)
            self.stay()
            return self.done(_("Đã bỏ mật khẩu."))
        if what == "app":
            remove_app(actor=self.actor, at=self.at)
            return self.done(_("Đã bỏ ứng dụng xác thực."))
        if what.startswith("passkey-") and what[8:].isdigit():
            remove_passkey(actor=self.actor, at=self.at, passkey_id=int(what[8:24]))
            return self.done(_("Đã bỏ khóa."))
        return self.get(request)


class NewPassword(MethodsView):
    """A password, said twice. Other browsers are signed out."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form({})

    def post(self, request: HttpRequest) -> HttpResponse:
        password = request.POST.get("password", "")
        if password != request.POST.get("again", ""):
            return self._form({"again": _("Hai lần nhập khác nhau. Hãy nhập lại.")})
        try:
            choose_password(actor=self.actor, at=self.at, password=password, kept_token=self.token)
        except Refusal as refusal:
            return self._form(errors_of(refusal, "password"))
        self.stay()
        return self.done(_("Đã đặt mật khẩu. Các máy khác đã được đăng xuất."))

    def _form(self, errors: dict[str, str]) -> HttpResponse:
        has_app = methods_of(self.user_id).has_app
        least = LENGTH_MIN_WITH_SECOND_FACTOR if has_app else LENGTH_MIN_ALONE
        context = {"errors": errors, "least": least, "is_alone": not has_app}
        status = FAULTY if errors else 200
        return self.page("portal/account/new_password.html", context, status=status)


class NewApp(MethodsView):
    """An app for codes: it is kept once it has given a right one; then the recovery codes are shown."""

    def get(self, request: HttpRequest) -> HttpResponse:
        if SECRET_KEY not in request.session:
            request.session[SECRET_KEY] = generate_totp_secret()
        return self._form({})

    def post(self, request: HttpRequest) -> HttpResponse:
        secret = request.session.get(SECRET_KEY)
        if secret is None:
            return HttpResponseRedirect(reverse("portal:account-app"))
        if counter_of(secret, request.POST.get("code", "")[:20]) is None:
            return self._form({"code": _("Mã không đúng. Hãy nhập mã đang hiện trên ứng dụng.")})
        codes = choose_app(actor=self.actor, at=self.at, secret=secret, kept_token=self.token)
        del request.session[SECRET_KEY]
        return self.page("portal/account/recovery_codes.html", {"codes": codes})

    def _form(self, errors: dict[str, str]) -> HttpResponse:
        secret = self.request.session[SECRET_KEY]
        address = f"otpauth://totp/{ISSUER}?secret={secret}&issuer={ISSUER}"
        context: dict[str, Any] = {
            "qr": segno.make(address, error="m").svg_data_uri(scale=5, border=2),
            "secret": secret,
            "errors": errors,
        }
        return self.page("portal/account/app.html", context, status=FAULTY if errors else 200)


class Browsers(MethodsView):
    """Where my account is open; all others end by one button."""

    def get(self, request: HttpRequest) -> HttpResponse:
        context = {"browsers": browsers_of(self.user_id, self.token)}
        return self.page("portal/account/browsers.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        count = end_other_browsers(actor=self.actor, kept_token=self.token)
        self.note("session.others-ended", detail={"count": count})
        messages.success(request, _("Đã đăng xuất khỏi %(count)s máy khác.") % {"count": count})
        return HttpResponseRedirect(reverse("portal:account-browsers"))
