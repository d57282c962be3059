"""What is exported is of one moment, and nobody at the desk waits for it."""

from __future__ import annotations

from threading import Thread

import pytest
from django.db import connection

from motcua.audit.log import note
from motcua.database.tables import Table, all_tables, one_snapshot
from motcua.kernel.actor import system
from tests.support.clock import PLAIN_MORNING

SECONDS_MAX = 20


def _access_log() -> Table:
    return next(table for table in all_tables() if table.name == "audit_accesslog")


def _note_from_elsewhere() -> bool:
    """Whether somebody with a connection of their own could write."""
    done: list[bool] = []

    def write() -> None:
        try:
            note(system("desk"), PLAIN_MORNING, "dossier.read")
            done.append(True)
        finally:
            connection.close()

    desk = Thread(target=write, daemon=True)
    desk.start()
    desk.join(SECONDS_MAX)
    return bool(done)


@pytest.mark.django_db(transaction=True)
def test_a_snapshot_is_of_one_moment_while_others_write_on() -> None:
    log = _access_log()
    with one_snapshot():
        before = log.count()
        assert _note_from_elsewhere()
        assert (log.count(), len(list(log.read()))) == (before, before)
    assert log.count() == before + 1


@pytest.mark.django_db(transaction=True)
def test_after_a_snapshot_the_connection_writes_as_before() -> None:
    log = _access_log()
    with one_snapshot():
        log.count()
    note(system("desk"), PLAIN_MORNING, "dossier.read")
    assert log.count() == 1
