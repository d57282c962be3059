"""The people of the sample office, made by the real commands."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.commands.sample_officers import create_sample_officers
from motcua.accounts.models import Holding, User
from motcua.accounts.queries import actor_for_user, user_id_called
from motcua.kernel.actor import Actor, Door
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import SETUP, load_today

PASSWORD = "Mot-Cua-2026-thu"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def people_of_today(at: datetime = PLAIN_MORNING) -> None:
    """The sample office with all its officers and their accounts."""
    load_today(at)
    create_sample_officers(actor=SETUP, at=at, password=PASSWORD, totp_secret=TOTP_SECRET)


def acting(username: str, at: datetime = PLAIN_MORNING, holding_id: int | None = None) -> Actor:
    """The actor for a sample officer, worked out as for a page."""
    return actor_for_user(user_id_called(username), at, Door.PAGE, "", holding_id)


def user_called(username: str) -> User:
    return User.objects.get(username=username)


def holding_of(username: str) -> Holding:
    return Holding.objects.select_related("officer", "position").get(
        officer__user__username=username
    )
