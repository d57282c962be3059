"""A worker that is killed in the middle of a file: the next one makes the whole file."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from motcua.dossiers.exporting.lines import Which
from motcua.dossiers.exporting.places import place_of
from motcua.dossiers.exporting.running import begin_export, work_on_export
from motcua.dossiers.exporting.standing import export_standing, stalled_exports
from motcua.dossiers.models import ExportRun
from motcua.dossiers.queries.finding import Finding
from motcua.dossiers.rules.exports import PIECE, STILL_AFTER, Exported, FileForm
from tests.support.clock import PLAIN_MORNING
from tests.support.desks import Worker
from tests.support.many_dossiers import copy_dossier
from tests.support.reception import a_ground, receive
from tests.support.working_office import officer

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("many")]
EVERYTHING: Which = Finding()
LATER = PLAIN_MORNING + STILL_AFTER + timedelta(seconds=1)


@pytest.fixture
def many(transactional_db: None) -> None:
    """A little more than two pieces."""
    a_ground()
    copy_dossier(receive().code, 2 * PIECE)


def begun(form: FileForm) -> int:
    return begin_export(
        actor=officer("lanhdao"),
        at=PLAIN_MORNING,
        what=Exported.DOSSIERS,
        which=EVERYTHING,
        form=form,
    )


def worker(run_id: int, folder: Path, at: datetime, stand_still_after: int = 0) -> Worker:
    order = {
        "run_id": run_id,
        "folder": str(folder),
        "at": at.isoformat(),
        "stand_still_after": stand_still_after,
    }
    return Worker("tests.support.exporting_process", order)


@pytest.mark.parametrize("form", [FileForm.CSV, FileForm.JSONL])
def test_a_killed_worker_leaves_nothing_half_and_the_next_makes_the_same_file(
    form: FileForm, exported_files: Path
) -> None:
    whole = begun(form)
    work_on_export(whole, now=lambda: PLAIN_MORNING)
    undisturbed = place_of(whole, 1).read_bytes()
    run_id = begun(form)
    doomed = worker(run_id, exported_files, PLAIN_MORNING, stand_still_after=2)
    assert [doomed.hear()["written"] for _time in range(2)] == [PIECE, 2 * PIECE]
    doomed.kill()
    run = ExportRun.objects.get(pk=run_id)
    assert (run.outcome, run.done, run.attempt) == ("", 2 * PIECE, 1)
    assert not place_of(run_id, 1).exists()
    assert stalled_exports(at=LATER) == [run_id]
    assert worker(run_id, exported_files, LATER).told()[-1] == {"over": True}
    assert export_standing(officer("lanhdao"), run_id).is_ready
    assert place_of(run_id, 2).read_bytes() == undisturbed
