"""Signing in by a password, and the second step: a code of an app or a recovery code."""

from __future__ import annotations

import hashlib
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.queries.sign_in import second_steps
from motcua.citizens.queries.sign_in import account_of
from motcua.citizens.rules.contacts import parse_contact
from motcua.citizens.vocabulary import Contact
from motcua.doors.second_factor import take_code
from motcua.kernel.refusal import Refusal
from motcua.portal.account.door_view import FAULTY, DoorView, errors_of
from motcua.portal.account.entering import enter, failed, passed_first_step
from motcua.portal.account.sign_in import TYPED_MAX
from motcua.portal.account.underway import NEXT_FIELD, keep, safe_next, underway

PASSWORD_MAX = 128
CODE_MAX = 20


class SignInPassword(DoorView):
    """Unknown contact, no password, wrong password: one answer, and each is counted alike."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form(request, typed="")

    def post(self, request: HttpRequest) -> HttpResponse:
        typed = request.POST.get("contact", "")[:TYPED_MAX]
        password = request.POST.get("password", "")[:PASSWORD_MAX]
        try:
            contact = parse_contact(typed)
        except Refusal as refusal:
            return self._form(request, typed=typed, errors=errors_of(refusal, "contact"))
        if not password:
            return self._form(request, typed=typed, errors={"password": _("Hãy nhập mật khẩu.")})
        user = authenticate(request, username=_counted_as(contact), password=password)
        if user is None:
            failed(request, self.at, "password")
            return self._form(request, typed=typed, errors={"password": _wrong()})
        state = underway(request)
        state.next_url = safe_next(request, request.POST.get(NEXT_FIELD, ""))
        keep(request, state)
        return passed_first_step(request, self.at, user.pk, "password")

    def _form(self, request: HttpRequest, **told: Any) -> HttpResponse:
        wanted = request.GET.get(NEXT_FIELD) or request.POST.get(NEXT_FIELD, "")
        context = {"next_url": safe_next(request, wanted) if wanted else "", **told}
        status = FAULTY if told.get("errors") else 200
        return self.page("portal/account/password.html", context, status=status)


class SignInSecond(DoorView):
    """The code of the app; a recovery code where the telephone is lost."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._form(request, {})

    def post(self, request: HttpRequest) -> HttpResponse:
        state = underway(request)
        if state.user_id is None:
            return HttpResponseRedirect(reverse("portal:sign-in"))
        steps = second_steps(state.user_id)
        credentials = {"username": steps[0].user.username if steps else ""}
        if not AxesProxyHandler.is_allowed(request, credentials):
            return self._form(request, {"code": _locked()})
        code = request.POST.get("code", "")[:CODE_MAX]
        if not any(_opens(step, code) for step in steps):
            AxesProxyHandler.user_login_failed(type(self), credentials, request)
            failed(request, self.at, "app")
            return self._form(
                request, {"code": _("Mã không đúng hoặc đã dùng. Hãy nhập mã đang hiện.")}
            )
        return enter(request, self.at, state.user_id, f"{state.method}+app")

    def _form(self, request: HttpRequest, errors: dict[str, str]) -> HttpResponse:
        if underway(request).user_id is None:
            return HttpResponseRedirect(reverse("portal:sign-in"))
        status = FAULTY if errors else 200
        return self.page("portal/account/second.html", {"errors": errors}, status=status)


def _opens(step: Any, code: str) -> bool:
    """Whether the code is one of this authenticator's, and has not been used."""
    if step.type == "totp":
        return take_code(step, code)
    return bool(step.wrap().validate_code(code))


def _counted_as(contact: Contact) -> str:
    """The name under which tries are counted: that of the account, or one that nobody can have."""
    known = account_of(contact)
    if known is not None:
        return known.username
    return "?" + hashlib.sha256(contact.value.encode()).hexdigest()[:40]


def _wrong() -> str:
    return _(
        "Số điện thoại, thư điện tử hoặc mật khẩu không đúng. Nếu chưa đặt mật khẩu, hãy đăng nhập bằng mã."
    )


def _locked() -> str:
    return _(
        "Đã nhập sai quá nhiều lần. Hãy thử lại sau 12 giờ hoặc đăng nhập bằng tài khoản định danh."
    )
