"""What a killed worker was doing is queued again; what a living one does is left to it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from motcua.jobs.picking_up import TRIES_MAX, Sign, take_up_again
from tests.support.clock import PLAIN_MORNING

pytestmark = pytest.mark.django_db


def a_task(*worker_ids: str) -> DBTaskResult:
    return DBTaskResult.objects.create(
        status=TaskResultStatus.RUNNING,
        started_at=PLAIN_MORNING,
        run_after=PLAIN_MORNING - timedelta(minutes=1),
        args_kwargs={"args": [], "kwargs": {}},
        task_path="motcua.dossiers.tasks.print_papers",
        backend_name="default",
        worker_ids=list(worker_ids),
    )


def status_of(task: DBTaskResult) -> str:
    return str(DBTaskResult.objects.get(pk=task.pk).status)


def killed(folder: Path, worker_id: str) -> None:
    """A worker that was killed leaves its file, and nobody holds it."""
    (folder / worker_id).touch()


def test_the_task_of_a_killed_worker_is_queued_again(tmp_path: Path) -> None:
    task = a_task("first")
    killed(tmp_path, "first")
    assert take_up_again(tmp_path) == 1
    assert status_of(task) == TaskResultStatus.READY
    assert list(tmp_path.iterdir()) == []


def test_the_task_of_a_living_worker_is_left_to_it(tmp_path: Path) -> None:
    task = a_task("first", "second")
    killed(tmp_path, "first")
    with Sign(tmp_path, "second"):
        assert take_up_again(tmp_path) == 0
        assert status_of(task) == TaskResultStatus.RUNNING


def test_a_worker_of_which_nothing_is_known_here_is_left_alone(tmp_path: Path) -> None:
    task = a_task("on-another-machine")
    assert take_up_again(tmp_path) == 0
    assert status_of(task) == TaskResultStatus.RUNNING


def test_a_task_that_ended_many_workers_is_given_up(tmp_path: Path) -> None:
    task = a_task(*(str(number) for number in range(TRIES_MAX)))
    killed(tmp_path, str(TRIES_MAX - 1))
    take_up_again(tmp_path)
    assert status_of(task) == TaskResultStatus.FAILED


def test_a_worker_that_ends_in_good_order_leaves_no_sign(tmp_path: Path) -> None:
    with Sign(tmp_path, "first"):
        assert (tmp_path / "first").exists()
    assert not (tmp_path / "first").exists()
