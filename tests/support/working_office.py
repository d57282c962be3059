"""An office at work, put up by the real commands: agencies, calendars, some procedures, officers.

Small on purpose: five procedures of the shipped catalogue, so that a test module stands in seconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.db import transaction

from motcua.accounts.commands.sample_officers import create_sample_officers
from motcua.accounts.commands.tokens import issue_token
from motcua.accounts.queries import actor_for_user, holding_id_called, user_id_called
from motcua.kernel.actor import Actor, Door, system
from motcua.kernel.clock import local_day
from motcua.ledger.caching import forget_all
from motcua.procedures.commands.import_catalogue import import_catalogue
from motcua.procedures.shipped import shipped_catalogue
from motcua.worktime.commands.load_official_days import load_official_days
from motcua.worktime.commands.set_calendar import set_calendar
from motcua.worktime.vocabulary import DayHours, OutsideHours, Terms
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import load_today

SETUP = system("set-up")
PASSWORD = "Mot-Cua-thu-nghiem-1"
CERTIFIED_COPY = "2.000815"
"""Same day, a fee by the page, one paper."""
BIRTH_AGAIN = "1.004884"
"""Five working days; many papers."""
CODES = frozenset({CERTIFIED_COPY, BIRTH_AGAIN, "1.001193", "2.000635", "1.000656"})
MORNING, AFTERNOON = (8 * 60, 12 * 60), (13 * 60, 17 * 60)
WEEK = dict.fromkeys(range(5), DayHours((MORNING, AFTERNOON)))


def put_up_office(at: datetime = PLAIN_MORNING) -> None:
    """Everything that stands before the first dossier."""
    load_today(at)
    load_official_days(actor=SETUP, at=at)
    set_calendar(
        actor=SETUP,
        at=at,
        agency_id=None,
        valid_from=date(2004, 1, 1),
        hours=WEEK,
        terms=Terms(outside_hours=OutsideHours.NEXT_SESSION),
        basis="Lịch thử",
    )
    import_catalogue(actor=SETUP, at=at, document=_some(shipped_catalogue()))
    create_sample_officers(actor=SETUP, at=at, password=PASSWORD)


def _some(document: dict[str, Any]) -> dict[str, Any]:
    wanted = [record for record in document["procedures"] if record["code"] in CODES]
    return {**document, "procedures": wanted}


@contextmanager
def kept_for_a_module(blocker: Any) -> Iterator[None]:
    """A transaction around all tests of a module: what is put up inside is gone after the last."""
    with blocker.unblock():
        around = transaction.atomic()
        around._from_testcase = True
        around.__enter__()
        try:
            forget_all()
            yield
        finally:
            transaction.set_rollback(True)
            around.__exit__(None, None, None)
            forget_all()


def officer(username: str, at: datetime = PLAIN_MORNING, door: Door = Door.API) -> Actor:
    """A sample officer as he acts, e.g. `tiepnhan1`."""
    return actor_for_user(user_id_called(username), at, door, f"test-{username}")


def token_of(username: str, at: datetime = PLAIN_MORNING) -> str:
    """A token for the position that a sample officer holds."""
    holding_id = holding_id_called(username, local_day(at))
    return issue_token(actor=SETUP, at=at, holding_id=holding_id, name="thử", days=30)
