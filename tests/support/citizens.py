"""Citizens for tests, made by the real commands, and their browsers."""

from __future__ import annotations

from datetime import datetime

from django.test import Client

from motcua.accounts.models import User
from motcua.citizens.commands.opening import Opened, open_account
from motcua.citizens.queries import actor_for_citizen
from motcua.citizens.rules.contacts import parse_contact
from motcua.citizens.vocabulary import IdentityLevel, Person
from motcua.kernel.actor import Actor, Door, stranger
from tests.support.clock import PLAIN_MORNING

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
CITIZEN_PHONE = "0912000111"
LAN = Person(full_name="Hoàng Thị Lan", personal_id="001190000111")


def a_citizen(
    phone: str = CITIZEN_PHONE,
    *,
    person: Person = LAN,
    level: IdentityLevel = IdentityLevel.CONTACT,
    at: datetime = PLAIN_MORNING,
) -> Opened:
    """Somebody with an account, reached by this phone or mailbox."""
    return open_account(
        actor=stranger(door=Door.PORTAL),
        at=at,
        person=person,
        contact=parse_contact(phone),
        level=level,
    )


def citizen_actor(
    opened: Opened, at: datetime = PLAIN_MORNING, organization_id: int | None = None
) -> Actor:
    """Who acts when this citizen does."""
    return actor_for_citizen(opened.user_id, at, organization_id)


def citizens_browser(opened: Opened) -> Client:
    """A browser in which this citizen is signed in."""
    client = Client()
    client.force_login(User.objects.get(pk=opened.user_id), backend=BACKEND)
    return client
