"""What holds for every test: which leg it belongs to, no network, warnings are errors, a tally.

Order is random (pytest-randomly); warnings are errors by pyproject.toml.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db.backends.base.operations import BaseDatabaseOperations
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from motcua.jobs.wordbook.compiling import compile_translations
from motcua.portal.keeping.answers import answers
from motcua.portal.keeping.outage import outage
from tests.support.flushing import flush_past_triggers
from tests.support.fresh import forget_what_was_written

DATABASE_FIXTURES = {
    "db",
    "transactional_db",
    "django_db_serialized_rollback",
    "live_server",
    "django_user_model",
}
TALLIED = {
    "passed": "passed",
    "failed": "failed",
    "error": "failed",
    "skipped": "skipped",
    "xpassed": "failed",
}

# No test is timed: a busy machine must not turn a true rule red.
hypothesis_settings.register_profile(
    "motcua", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("motcua")


def pytest_configure() -> None:
    # WhiteNoise warns where nothing has been gathered, and a warning is an error here.
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    if "PYTEST_XDIST_WORKER" not in os.environ:
        compile_translations()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Set the markers that `./motcua test` chooses by."""
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or names & DATABASE_FIXTURES:
            item.add_marker("database")
        if "journeys" in item.path.parts:
            item.add_marker("browser")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Leave the counts where `./motcua test` adds them up."""
    place = os.environ.get("MOTCUA_TALLY")
    if not place:
        return
    counts: dict[str, int] = {}
    for outcome, name in TALLIED.items():
        counts[name] = counts.get(name, 0) + len(terminalreporter.stats.get(outcome, []))
    Path(place).write_text(json.dumps(counts))


class NetworkTouched(AssertionError):
    """A test wanted to leave this machine."""


def _is_here(address: object) -> bool:
    if not isinstance(address, tuple):
        return True  # a socket of this machine's own file system
    host = str(address[0])
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host in {"localhost", ""}


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Only this machine's own addresses may be spoken to."""
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: Any) -> None:
        if not _is_here(address):
            raise NetworkTouched(f"a test wanted to speak to {address!r}")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", only_here)
        yield


@pytest.fixture(autouse=True, scope="session")
def _flush_past_triggers() -> Iterator[None]:
    """Tests that commit can be cleaned up, though the ledger refuses every deletion."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", flush_past_triggers)
        yield


@pytest.fixture(autouse=True)
def _in_vietnamese() -> Iterator[None]:
    """The language that a request of the test before asked for is not that of the next."""
    translation.deactivate()
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _no_kept_processes() -> Iterator[None]:
    yield
    forget_what_was_written()


@pytest.fixture(autouse=True)
def _no_kept_pages() -> None:
    """Pages kept from the test before tell of a database that was rolled back."""
    answers.forget_all()
    outage.forget()
