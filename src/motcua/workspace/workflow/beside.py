"""The work on a dossier as the page of the dossier tells it: what is open, and what people did."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from motcua.dossiers.wording import acted_by
from motcua.kernel.dates_vi import short_moment
from motcua.ledger.queries import FactRow
from motcua.workflow.queries.of_dossier import WorkBeside
from motcua.workflow.rows import TaskRow
from motcua.workflow.vocabulary import OpinionKind
from motcua.workflow.wording import FACTS, KINDS, OPINIONS
from motcua.workspace.showing_facts import happened
from motcua.workspace.workflow.showing import place_words, task_shown

ICONS = {
    "task.asked": "message-square",
    "task.answered": "reply",
    "task.minutes-corrected": "pencil",
    "task.taken": "hand",
    "task.assigned": "user-check",
    "task.step-handed-back": "undo-2",
}
TOLD = ("text", "conclusion")
"""Of an answer, what the history of a dossier tells besides the opinion."""


def open_shown(work: WorkBeside, at: datetime) -> list[dict[str, Any]]:
    """What is open on the dossier, that of the reader first."""
    rows = [task_shown(row, at) | {"is_own": is_own} for row, is_own in work.open_now]
    return sorted(rows, key=lambda row: not row["is_own"])


def timeline_shown(facts: Iterable[FactRow], work: WorkBeside) -> list[dict[str, Any]]:
    """What happened to the dossier and to its tasks together, the latest first."""
    told = [(fact.occurred_at, 0, place, happened(fact)) for place, fact in enumerate(facts)]
    told += [
        (fact.occurred_at, 1, place, _happened(fact, work.kinds[fact.subject_id]))
        for place, fact in enumerate(work.facts)
    ]
    return [
        line for _at, _which, _place, line in sorted(told, key=lambda one: one[:3], reverse=True)
    ]


def _happened(fact: FactRow, row: TaskRow) -> dict[str, Any]:
    asked = fact.code == "task.asked"
    by = ", ".join(part for part in (acted_by(fact.actor), fact.actor.get("title")) if part)
    return {
        "title": f"{KINDS[row.kind]}: {row.name}"
        if asked
        else str(FACTS[fact.code]) % fact.payload,
        "moment": short_moment(fact.occurred_at),
        "iso": fact.occurred_at.isoformat(),
        "by": by,
        "icon": ICONS.get(fact.code, "circle-check"),
        "text": _asked_of(row, fact.occurred_at) if asked else _answered(fact.payload),
    }


def _asked_of(row: TaskRow, at: datetime) -> str:
    told = {
        "place": place_words(row.agency_id, row.unit_id, at),
        "due": short_moment(row.due_at) if row.due_at else "",
    }
    return _("Gửi %(place)s, trả lời chậm nhất %(due)s.") % told


def _answered(payload: dict[str, Any]) -> str:
    answer = payload.get("answer") or {}
    opinion = answer.get("opinion")
    parts = [f"{OPINIONS[OpinionKind(opinion)]}."] if opinion else []
    parts += [answer[name] for name in TOLD if answer.get(name)]
    return " ".join(map(str, [*parts, payload.get("note", "")])).strip()
