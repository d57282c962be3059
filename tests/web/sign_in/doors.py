"""What the tests of signing in do again and again."""

from __future__ import annotations

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.support.people import PASSWORD, TOTP_SECRET

LOGIN = "/account/login/"
OPEN_PAGE = "/ui/gallery/"


def sign_in(
    client: Client, username: str, password: str = PASSWORD, goal: str = ""
) -> HttpResponse:
    """Fill the sign-in form as a browser does."""
    values = {"login": username, "password": password, "next": goal}
    return client.post(LOGIN, {key: value for key, value in values.items() if value})


def code_now(secret: str = TOTP_SECRET) -> str:
    """The code that the administrator's telephone shows at this moment."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def give_code(client: Client, code: str) -> HttpResponse:
    return client.post(reverse("mfa_authenticate"), {"code": code})


def desk() -> str:
    return reverse("workspace:desk")


def stands_before(response: HttpResponse) -> str:
    """The address that somebody is sent to, without what follows the question mark."""
    return response.headers.get("Location", "").partition("?")[0]
