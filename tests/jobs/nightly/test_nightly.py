"""The night's work runs through the real queue and waits for the next night by itself."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from motcua.jobs.nightly import next_night, nightly, schedule
from motcua.kernel import clock
from motcua.kernel.clock import ZONE


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (datetime(2026, 11, 22, 0, 10, tzinfo=ZONE), datetime(2026, 11, 22, 1, 30, tzinfo=ZONE)),
        (datetime(2026, 11, 22, 1, 30, tzinfo=ZONE), datetime(2026, 11, 23, 1, 30, tzinfo=ZONE)),
        (datetime(2026, 12, 31, 9, 0, tzinfo=ZONE), datetime(2027, 1, 1, 1, 30, tzinfo=ZONE)),
    ],
)
def test_the_next_night_is_the_coming_half_past_one(at: datetime, expected: datetime) -> None:
    assert next_night(at) == expected


@pytest.mark.django_db(transaction=True)
def test_it_is_queued_once_however_often_it_is_asked_for() -> None:
    for _time in range(3):
        schedule(clock.now())
    waiting = DBTaskResult.objects.get(status=TaskResultStatus.READY)
    assert waiting.run_after > clock.now()


@pytest.mark.django_db(transaction=True)
def test_a_night_runs_in_the_worker_and_queues_the_next() -> None:
    nightly.using(run_after=clock.now() - timedelta(minutes=1)).enqueue()
    call_command("db_worker", batch=True, verbosity=0, startup_delay=False)
    done = DBTaskResult.objects.get(status=TaskResultStatus.SUCCESSFUL)
    counts = (
        "dossiers_followed",
        "accounts_closed",
        "ledger_flaws",
        "money_differs",
        "citizens_erased",
        "notes_sealed",
        "people_invited_to_rate",
        "ratings_sealed",
        "uploads_forgotten",
        "files_scanned",
        "exports_taken_away",
        "prints_taken_away",
        "codes_forgotten",
        "addresses_forgotten",
        "figures_published",
        "drafts_forgotten",
        "drafts_soon_gone",
    )
    # The four first pages, in both languages: this office has no catalogue.
    assert done.return_value == dict.fromkeys(counts, 0) | {"pages_drawn_ahead": 8}
    assert DBTaskResult.objects.filter(status=TaskResultStatus.READY).count() == 1
