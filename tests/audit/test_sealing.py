"""Once sealed, a note of the access log cannot be altered or taken away unseen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from motcua.audit.log import note
from motcua.audit.sealing import broken_seals, seal_access_log
from motcua.kernel.actor import system
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import somebody

pytestmark = pytest.mark.django_db
TONIGHT = PLAIN_MORNING + timedelta(hours=16)
NIGHTLY = system("nightly")


def noted(count: int) -> None:
    for number in range(count):
        note(somebody(), PLAIN_MORNING, "dossier.read", subject_kind="dossier", subject_id=number)


def behind_the_back(statement: str) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
        else:
            cursor.execute("DROP TRIGGER audit_accesslog_no_update")
            cursor.execute("DROP TRIGGER audit_accesslog_no_delete")
        cursor.execute(statement)


def test_what_was_noted_since_the_last_seal_is_sealed() -> None:
    noted(3)
    assert seal_access_log(actor=NIGHTLY, at=TONIGHT) == 3
    noted(2)
    assert seal_access_log(actor=NIGHTLY, at=TONIGHT) == 2
    assert seal_access_log(actor=NIGHTLY, at=TONIGHT) == 0
    assert list(broken_seals()) == []


def test_a_note_of_this_minute_waits_for_the_next_seal() -> None:
    noted(1)
    assert seal_access_log(actor=NIGHTLY, at=PLAIN_MORNING + timedelta(minutes=1)) == 0


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE audit_accesslog SET act = 'x' WHERE subject_id = 1", 3),
        ("DELETE FROM audit_accesslog WHERE subject_id = 1", 2),
        ("DELETE FROM audit_accesslog", 0),
    ],
)
def test_a_change_after_the_seal_is_found(statement: str, found: int) -> None:
    noted(3)
    seal_access_log(actor=NIGHTLY, at=TONIGHT)
    behind_the_back(statement)
    (broken,) = broken_seals()
    assert (broken.sealed, broken.found) == (3, found)
