"""Tasks by the API, and the same typed at a terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from motcua.audit.models import AccessLog
from motcua.dossiers.vocabulary import Stage
from motcua.jobs.command_line.office.dossiers import tasks as command
from motcua.kernel.clock import local
from motcua.workflow.models import Task
from tests.support.acts import bring
from tests.support.processes_at_work import put_in_force, states_of, tasks_of, usual
from tests.support.tasks_asked import a_task
from tests.support.working_office import BIRTH_AGAIN, officer
from tests.web.api.conftest import Body, Caller

AnyCaller = Callable[[str], Caller]
ABody = Callable[..., Body]


@pytest.fixture
def code(standing: None, desk: Caller, a_reception: ABody) -> str:
    put_in_force(usual())
    return str(desk.receive(a_reception(procedure=BIRTH_AGAIN)).json()["code"])


def test_a_step_is_seen_taken_and_finished(code: str, caller: AnyCaller) -> None:
    handler = caller("thuly1")
    (free,) = handler.get("/tasks", box="FREE").json()["items"]
    assert (free["dossier_code"], free["allotted_minutes"]) == (code, 240)
    taken = handler.post(f"/tasks/{free['id']}/acts", {"act": "take"}).json()
    assert "finish" in taken["may"]
    assert "take" not in taken["may"]
    done = handler.post(f"/tasks/{free['id']}/acts", {"act": "finish", "note": "Đủ"}).json()
    assert (done["state"], done["answer"]) == ("DONE", {"note": "Đủ"})
    assert states_of(code)[-1] == ("draft", "OPEN")


def test_whoever_reads_a_task_or_its_answer_to_an_act_is_noted_at_the_dossier(
    code: str, caller: AnyCaller
) -> None:
    handler, task = caller("thuly1"), tasks_of(code)["check"]
    handler.get(f"/tasks/{task.pk}")
    handler.post(f"/tasks/{task.pk}/acts", {"act": "take"})
    notes = AccessLog.objects.filter(act="task.read", subject_kind="dossier")
    assert list(notes.values_list("subject_id", flat=True)) == [task.dossier_id] * 2


def test_somebody_elses_task_is_not_there(code: str, caller: AnyCaller) -> None:
    task = tasks_of(code)["check"].pk
    assert caller("thuly2").get(f"/tasks/{task}").status_code == 404
    assert caller("thuly2").post(f"/tasks/{task}/acts", {"act": "take"}).status_code == 404


def test_what_is_refused_is_told_in_words(code: str, caller: AnyCaller) -> None:
    task = tasks_of(code)["check"].pk
    told = caller("thuly1").post(f"/tasks/{task}/acts", {"act": "put-back"})
    assert told.status_code == 422
    assert "Chưa ghi nội dung" in told.content.decode()


def test_an_opinion_is_asked_and_answered(code: str, caller: AnyCaller) -> None:
    bring(code, Stage.PROCESSING)
    to = officer("thuly2")
    question = {
        "kind": "CONSULTATION",
        "text": "Có tranh chấp không?",
        "agency_id": to.agency_id,
        "unit_id": to.unit_id,
        "due_on": "2026-06-12",
        "due_time": "15:30",
    }
    made = caller("thuly1").post(f"/dossiers/{code}/tasks", question)
    assert made.status_code == 201
    task = made.json()["id"]
    due_at = Task.objects.get(pk=task).due_at
    assert due_at is not None
    assert f"{local(due_at):%H:%M}" == "15:30"
    answered = caller("thuly2").post(f"/tasks/{task}/answer", {"opinion": "AGREED"}).json()
    assert (answered["state"], answered["answer"]["opinion"]) == ("DONE", "AGREED")


def test_the_same_is_typed_at_a_terminal(
    code: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    task = tasks_of(code)["check"]
    monkeypatch.setattr(
        "motcua.jobs.command_line.office.dossiers.as_officer.now",
        lambda: task.opened_at + timedelta(minutes=5),
    )
    assert command.run(["list", "--box", "FREE", "--officer", "thuly1"]) == 0
    (line,) = [json.loads(one) for one in capsys.readouterr().out.splitlines()]
    assert line["id"] == task.pk
    given = ["do", str(task.pk), "--officer", "thuly1", "--given"]
    assert command.run([*given, '{"act": "take"}']) == 0
    assert Task.objects.get(pk=task.pk).assignee_id == officer("thuly1").holding_id
    assert command.run([*given, '{"act": "take"}']) == 1


def test_a_second_look_is_answered_at_a_terminal(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = Task.objects.get(pk=a_task(code))
    monkeypatch.setattr(
        "motcua.jobs.command_line.office.dossiers.as_officer.now",
        lambda: task.opened_at + timedelta(minutes=5),
    )
    given = '{"opinion": "DISAGREED", "text": "Sai tên"}'
    asked = ["answer", str(task.pk), "--officer", "vanthu", "--given", given]
    assert command.run(asked) == 0
    assert Task.objects.get(pk=task.pk).state == "DONE"
