"""The site that the journeys visit: the sample office behind a live server, and its clock."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from motcua.accounts.commands.sample_officers import sample_totp_secret
from motcua.accounts.models import UserSession
from motcua.citizens.commands.sample_citizens import SAMPLE_CITIZENS
from motcua.jobs.demo import demo_password, ensure_sample_office
from motcua.kernel import clock
from motcua.kernel.clock import ZONE
from motcua.ledger.caching import forget_all
from tests.support.clock import PLAIN_WEDNESDAY, at

TOTP_SECONDS = 30
ADMINISTRATOR = "quantri"
CITIZEN = "nguoi-dan"
"""Who acts for an organization too."""


class SiteClock:
    """A plain Wednesday, 13:10, when the session of tests starts; it goes on like any clock.

    Long before 15:00, after which a same-day result moves to the next day: on a slow machine the
    stories take their time.
    """

    def __init__(self) -> None:
        self.ahead = at(PLAIN_WEDNESDAY, "13:10") - datetime.now(tz=ZONE)

    def now(self) -> datetime:
        return (datetime.now(tz=ZONE) + self.ahead).replace(microsecond=0)

    def move_on(self, **how_long: float) -> None:
        """Let this much time pass at once."""
        self.ahead += timedelta(**how_long)


@dataclass(frozen=True)
class KeptSession:
    """A session that stories share: its row, and the cookies that open it."""

    id: int
    cookies: Any

    def is_seen_now(self) -> bool:
        """Touch it; False when other sign-ins have displaced it or somebody ended it."""
        return bool(UserSession.objects.filter(pk=self.id).update(last_seen_at=clock.now()))


@dataclass
class Site:
    """Where the office is to be found, and how its people get in."""

    url: str
    clock: SiteClock
    password: str
    kept: dict[str, KeptSession] = field(default_factory=dict)

    def sign_in(self, page: Page, username: str, *, password: str = "") -> None:
        """Through the sign-in page, as anybody does."""
        page.goto(f"{self.url}/account/login/")
        page.fill("[name=login]", username)
        page.fill("[name=password]", password or self.password)
        page.press("[name=password]", "Enter")
        page.wait_for_url(lambda address: "/account/login/" not in address)
        if username == ADMINISTRATOR:
            page.fill("[name=code]", code_of(username))
            page.press("[name=code]", "Enter")
            page.wait_for_url(lambda address: "/account/" not in address)

    def sign_in_citizen(self, page: Page) -> None:
        """By the citizens' door, by password."""
        page.goto(f"{self.url}/tai-khoan/dang-nhap/mat-khau")
        page.fill("[name=contact]", SAMPLE_CITIZENS[-1].phone)
        page.fill("[name=password]", self.password)
        page.press("[name=password]", "Enter")
        page.wait_for_url(lambda address: "/dang-nhap" not in address)

    def let_in(self, context: BrowserContext, username: str) -> None:
        """As somebody who signed in earlier: one session for all stories of a person.

        Whoever waits for their turn counts as having been at work: how long the stories of
        others take on a slow machine must not sign them out.
        """
        kept = self.kept.get(username)
        if kept is None or not kept.is_seen_now():
            page = context.new_page()
            if username == CITIZEN:
                self.sign_in_citizen(page)
            else:
                self.sign_in(page, username)
            newest = UserSession.objects.order_by("-id").values_list("id", flat=True)[0]
            kept = self.kept[username] = KeptSession(newest, context.cookies())
            page.close()
        context.add_cookies(kept.cookies)


def code_of(username: str) -> str:
    """What the administrator's telephone shows now."""
    secret = sample_totp_secret(username)
    assert secret
    return format_hotp_value(hotp_value(secret, int(time.time()) // TOTP_SECONDS))


@contextmanager
def open_site(blocker: Any) -> Iterator[Site]:
    """The sample office, put up by the command of `./motcua run`, and a server before it."""
    at_desk = SiteClock()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", at_desk.now)
        with blocker.unblock():
            forget_all()
            ensure_sample_office(lambda _words: None)
        server = LiveServer("127.0.0.1")
        with override_settings(PUBLIC_ADDRESS=server.url):
            yield Site(server.url, at_desk, demo_password())
        server.stop()
        with blocker.unblock():
            call_command("flush", interactive=False, verbosity=0)
            forget_all()
