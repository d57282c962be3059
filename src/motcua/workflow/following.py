"""The process of a dossier moves with the acts on it: with the act that ends a step, or neither happens.

A run begins when the competent agency has the dossier complete: at reception, or when it takes it over.
Nothing here appends a fact: what an act does to a process follows from its fact and the process.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from motcua.dossiers.events import DecisionMade
from motcua.dossiers.following import Acted, Begun
from motcua.dossiers.vocabulary import WAITING_STAGES, Act, Decision, Stage
from motcua.kernel.actor import Role
from motcua.kernel.clock import local_day
from motcua.ledger.recording import Record
from motcua.processes.queries.processes import process_in_force
from motcua.workflow.carrying import (
    Doing,
    Run,
    carry,
    closing,
    keep,
    locked_run,
    new_run_row,
    opened_rows,
)
from motcua.workflow.guarding import (
    demand_answered_for,
    demand_needs,
    demand_nothing_open,
    demand_other_eyes,
    demand_passable,
)
from motcua.workflow.knowing import known_of
from motcua.workflow.letting_in import let_in, let_in_new
from motcua.workflow.models import ProcessRun, Task
from motcua.workflow.placing import Standing
from motcua.workflow.placing_anew import place_anew
from motcua.workflow.rules.following import (
    BEGINNING,
    GOING_BACK,
    GOING_ON,
    at_reception,
    come_to,
    ended_by,
    given_out_by,
    goes_back_to,
)
from motcua.workflow.rules.running import Running, call_off, finish, pull_back
from motcua.workflow.standing_still import start_clocks, stop_clocks
from motcua.workflow.vocabulary import TaskKind, TaskState

COLUMNS = (
    "agency_id", "competent_agency_id", "unit_id", "assignee_id", "channel", "variant_id", "decision",
    "procedure_version_id", "received_at",
)  # fmt: skip


def standing_of(dossier_id: int, row: Mapping[str, Any]) -> Standing:
    """What says whose its steps are, from the values of its row."""
    return Standing(
        dossier_id=dossier_id,
        agency_id=row["agency_id"],
        competent_agency_id=row["competent_agency_id"],
        unit_id=row["unit_id"],
        assignee_id=row.get("assignee_id"),
    )


@dataclass(frozen=True, slots=True)
class _Beginning:
    run: Run
    version_id: int
    standing: Standing
    tasks: list[dict[str, Any]]


def _beginning(
    dossier_id: int,
    row: Mapping[str, Any],
    at: datetime,
    declared: Mapping[str, Any] | None = None,
) -> _Beginning | None:
    """The run that begins now; None where no process is in force. `declared` as `known_of` wants it."""
    version = process_in_force(
        row["procedure_version_id"],
        row["competent_agency_id"],
        row["variant_id"],
        local_day(row["received_at"]),
    )
    if version is None:
        return None
    standing = standing_of(dossier_id, row)
    known = known_of(version.process, standing, row, at, declared=declared)
    moved = at_reception(version.process, known)
    run = Run(dossier_id, version.process, Running())
    rows = [one for one in opened_rows(run, moved, standing, at) if _is_open(one, moved.running)]
    return _Beginning(replace(run, running=moved.running), version.version_id, standing, rows)


def _is_open(row: dict[str, Any], running: Running) -> bool:
    return running.at(row["step_key"]) is not None


class WorkFollower:
    """Registered in `apps`."""

    def begun(self, record: Record, begun: Begun) -> None:
        """Rows travel with the fact of the reception: no query but what the catalogue keeps."""
        if begun.row["stage"] != Stage.RECEIVED:
            return
        declared = begun.given.declared.answers if begun.given.declared else {}
        begins = _beginning(begun.dossier_id, begun.row, begun.row["received_at"], declared)
        if begins:
            record.add(ProcessRun, [new_run_row(begins.run, begins.version_id, record.at)])
            record.add(Task, begins.tasks)
            let_in_new(record, begins.standing, begins.tasks)

    def acted(self, record: Record, acted: Acted) -> None:
        """Refusals: AnswerOutstanding, OpinionAgainst, NeedMissing, SameEyes, StepAhead."""
        on = _ActOn(acted, Doing(record.actor, record.at))
        if acted.act is Act.DECIDE:
            demand_nothing_open(on.dossier_id)
        if isinstance(acted.event, DecisionMade) and acted.event.decision == Decision.GRANTED:
            demand_answered_for(on.dossier_id, acted.event.grounds)
        run = locked_run(on.dossier_id)
        if run is not None:
            keep(_moved(run, on), record.at)
        elif acted.act in BEGINNING and on.stage is Stage.RECEIVED:
            _begin_late(on)
        _hand_on(on, run)
        _time(on)
        if on.stage not in GOING_ON:
            _call_off_rest(on)


class _ActOn:
    """An act, and the dossier as it stands after it."""

    def __init__(self, acted: Acted, doing: Doing) -> None:
        self.acted = acted
        self.doing = doing
        self.dossier_id = acted.dossier.pk
        self.before = Stage(acted.dossier.stage)
        self.stage = Stage(acted.event.stage)
        row = {name: getattr(acted.dossier, name) for name in COLUMNS}
        self.row = row | {k: v for k, v in acted.event.changes.items() if k in COLUMNS}
        self.standing = standing_of(self.dossier_id, self.row)


def _begin_late(on: _ActOn) -> None:
    begins = _beginning(on.dossier_id, on.row, on.doing.at)
    if begins:
        ProcessRun.objects.create(**new_run_row(begins.run, begins.version_id, on.doing.at))
        Task.objects.bulk_create(Task(**row) for row in begins.tasks)
        let_in(begins.standing, begins.tasks)


def _moved(run: Run, on: _ActOn) -> Run:
    """The run after the act."""
    act = on.acted.act
    if act in GOING_BACK:
        to = goes_back_to(run.process, run.running)
        return carry(run, pull_back(run.process, run.running, to), on.standing, on.doing)
    if act is not Act.ASSIGN and on.acted.event.changes.get("assignee_id") is not None:
        for key in given_out_by(run.process, run.running):
            run = _finished(run, key, on)
    for key in ended_by(run.process, run.running, act):
        run = _finished(run, key, on)
    if on.stage not in GOING_ON:
        run = carry(run, call_off(run.running), on.standing, on.doing)
    return run


def _finished(run: Run, key: str, on: _ActOn) -> Run:
    """A step that the act ends, and whatever it passes over: what those need is asked for too. Ending
    the dossier without an answer waits for nobody's."""
    known = known_of(run.process, on.standing, on.row, on.doing.at)
    come = come_to(run.process, run.running, key, known)
    if on.acted.act is not Act.TERMINATE:
        skipped, missed = (
            [run.process.step(one.key) for one in which] for which in (come.skipped, come.missed)
        )
        demand_passable(skipped, missed, on.standing, on.doing.actor)
        demand_needs(run.process.step(key), on.dossier_id)
        demand_other_eyes(run.process.step(key), on.dossier_id, on.doing.actor)
    run = carry(run, come, on.standing, on.doing)
    moved = finish(run.process, run.running, key, known)
    return carry(run, moved, on.standing, on.doing)


def _hand_on(on: _ActOn, run: Run | None) -> None:
    """Whoever has the dossier now has its open steps of the handling. In another unit each open step is
    placed anew. Two queries at most, besides those of a change of unit."""
    changes = on.acted.event.changes
    if run is None or not {"assignee_id", "unit_id"} & changes.keys():
        return
    steps = Task.objects.filter(
        dossier=on.dossier_id, kind=str(TaskKind.STEP), state=str(TaskState.OPEN)
    )
    if on.row["unit_id"] != on.acted.dossier.unit_id:
        place_anew(steps, run.process, on.standing, on.doing.at)
        return
    handled = steps.filter(
        agency=on.row["competent_agency_id"],
        unit=on.row["unit_id"],
        role__in=["", str(Role.HANDLING)],
    )
    if on.acted.act is Act.START:
        handled = handled.filter(assignee=None)
    handled.update(assignee_id=on.row["assignee_id"])


def _time(on: _ActOn) -> None:
    if on.stage in WAITING_STAGES:
        stop_clocks(on.dossier_id, on.doing.at)
    elif on.before in WAITING_STAGES:
        start_clocks(on.dossier_id, on.doing.at)


def _call_off_rest(on: _ActOn) -> None:
    """What was asked of others about a dossier that has ended is not needed any more. One query."""
    rest = Task.objects.filter(dossier=on.dossier_id, state=str(TaskState.OPEN))
    rest.update(**closing(TaskState.CANCELLED, on.doing))
