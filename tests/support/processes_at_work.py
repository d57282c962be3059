"""A process put in force at the sample office, and what stands open of a dossier that goes by it."""

from __future__ import annotations

from datetime import date
from typing import Any

import orjson

from motcua.dossiers.models import Dossier
from motcua.procedures.queries.catalogue import version_in_force
from motcua.processes.models import InternalProcess, ProcessVersion
from motcua.processes.rules.definition import process_of
from motcua.workflow.models import ProcessRun, Task
from motcua.workflow.rules.keeping import from_plain
from motcua.workflow.rules.running import Running
from tests.support.clock import PLAIN_MORNING
from tests.support.fresh import written_without_fact
from tests.support.working_office import BIRTH_AGAIN

FROM_DAY = date(2020, 1, 1)


def step(key: str, role: str, *to: str, **more: Any) -> dict[str, Any]:
    """Half a day by whoever has the role, leading to those named."""
    return {
        "key": key,
        "number": key[:4],
        "name": f"Bước {key}",
        "who": {"kind": "ROLE", "role": role},
        "limit": {"unit": "HALF_DAYS", "value": "1"},
        "next": [{"to": one} for one in to],
    } | more


def usual(**changed: dict[str, Any]) -> dict[str, Any]:
    """Receive, check, draft, sign, issue, give back; `changed` are more words of the steps."""
    steps = [
        step("receive", "RECEPTION", "check", act="dossier.receive"),
        step("check", "HANDLING", "draft"),
        step("draft", "HANDLING", "sign", act="dossier.propose", returns_to=["check"]),
        step("sign", "SIGNATORY", "issue", act="dossier.decide", returns_to=["draft"]),
        step("issue", "REGISTRY_CLERK", "give", act="dossier.issue-result"),
        step("give", "RECEPTION", act="dossier.return-result", limit=None),
    ]
    return {"title": "Quy trình thử", "steps": [one | changed.get(one["key"], {}) for one in steps]}


def put_in_force(document: dict[str, Any], procedure: str = BIRTH_AGAIN) -> ProcessVersion:
    """As published: what publishing asks for is another room's business."""
    process_of(document)
    version = version_in_force(procedure, PLAIN_MORNING.date())
    assert version is not None
    process = InternalProcess.objects.create(procedure_version_id=version.version_id)
    row = ProcessVersion.objects.create(
        process=process,
        version_number=1,
        title=document["title"],
        definition=document,
        digest=str(hash(orjson.dumps(document))),
        published_at=PLAIN_MORNING,
        published_by="Thử",
        valid_from=FROM_DAY,
    )
    written_without_fact(row)
    return row


def tasks_of(code: str, **which: Any) -> dict[str, Task]:
    """The open tasks of a dossier by step, or by kind for those that are no step."""
    found = Task.objects.filter(dossier__code=code, **({"state": "OPEN"} | which))
    return {task.step_key or task.kind: task for task in found.order_by("id")}


def states_of(code: str) -> list[tuple[str, str]]:
    """Every step of a dossier in the order in which it opened, with how it stands."""
    found = Task.objects.filter(dossier__code=code, kind="STEP").order_by("id")
    return list(found.values_list("step_key", "state"))


def running_of(code: str) -> Running:
    row = ProcessRun.objects.get(dossier=Dossier.objects.get(code=code))
    return from_plain(orjson.loads(row.state))
