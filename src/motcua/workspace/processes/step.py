"""One step in full: what follows it and when, whom it may go back to, what it needs, which act finishes it."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.processes.queries.drafts import DraftRow
from motcua.processes.rules.definition import process_of
from motcua.processes.rules.editing import ProcessEditMisplaced, step_at
from motcua.processes.vocabulary import (
    BRANCHES_MAX,
    NAME_LENGTH_MAX,
    TEXT_LENGTH_MAX,
    Join,
    Need,
    Split,
)
from motcua.processes.wording import JOINS, NEEDS, SPLITS
from motcua.workspace.processes.conditions import BranchCondition, askable, branch_editors
from motcua.workspace.processes.room import ProcessView, address
from motcua.workspace.processes.table_rows import act_choices, act_typed

Document = dict[str, Any]
SPARE_BRANCHES = 2
TEXTS = ("takes_in", "note")
MORE = "more"
NOTHING_TOLD: Mapping[str, Any] = {}


class EditStep(ProcessView):
    """GET: everything about the step. POST: keep it, go back to the table (`do=more`: stay here)."""

    permission = Permission.PROCESS_CHANGE

    def get(self, request: HttpRequest, process_id: int, step_key: str) -> HttpResponse:
        draft = self.draft(process_id)
        step = _step(draft, step_key)
        return self._form(process_id, draft, step, {}, _typed_branches(step))

    def post(self, request: HttpRequest, process_id: int, step_key: str) -> HttpResponse:
        draft = self.draft(process_id)
        if not process_of(draft.definition).has(step_key):
            self.tell(ProcessEditMisplaced())
            return self.away("edit-process", process_id)
        branches = _posted_branches(request.POST)
        changed = copy.deepcopy(draft.definition)
        step = step_at(changed, step_key)
        editors = self._editors(process_id, step)
        standing = copy.deepcopy(step)
        faults = _take_over(step, request.POST, branches, changed, editors)
        if faults:
            return self._form(process_id, draft, step, faults, branches, status=422)
        if draft.edition != self.seen() and not says_the_same(step, standing):
            told = {"other": draft}
            return self._form(process_id, draft, step, {}, branches, status=422, told=told)
        if not self.save(process_id, changed, seen=draft.edition):
            return self.away("edit-process", process_id)
        if request.POST.get("do") == MORE:
            return redirect(address("edit-process-step", process_id, step_key))
        return self.away("edit-process", process_id, f"step-{step_key}")

    def _editors(self, process_id: int, step: Document) -> list[BranchCondition]:
        form = askable(self.identity(process_id), local_day(self.at))
        return branch_editors(form, step, BRANCHES_MAX)

    def _branches(
        self,
        process_id: int,
        step: Document,
        branches: list[dict[str, str]],
        others: Mapping[str, str],
        faults: Mapping[str, str],
    ) -> list[dict[str, Any]]:
        """The branches and some to spare, each with the rows of its condition."""
        room = branches + [dict.fromkeys(("to", "label"), "")] * SPARE_BRANCHES
        editors = self._editors(process_id, step)
        data = self.request.POST if self.request.method == "POST" else None
        return [
            one
            | {
                "at": at,
                "choices": _choices({"": _("Không có"), **others}, one["to"]),
                "condition": editor.shown(data, faults.get(f"when-{at}", "")),
            }
            for at, (one, editor) in enumerate(zip(room, editors, strict=False))
        ]

    def _form(
        self,
        process_id: int,
        draft: DraftRow,
        step: Document,
        faults: Mapping[str, str],
        branches: list[dict[str, str]],
        *,
        status: int = 200,
        told: Mapping[str, Any] = NOTHING_TOLD,
    ) -> HttpResponse:
        steps = process_of(draft.definition).steps
        others = {one.key: f"{one.number}. {one.name}" for one in steps if one.key != step["key"]}
        standing = _step(draft, step["key"])
        context = {
            "identity": self.identity(process_id),
            "draft": draft,
            "step": step,
            "errors": [{"text": text, "field_id": f"id_{name}"} for name, text in faults.items()],
            "faults": faults,
            "branches": self._branches(process_id, standing, branches, others, faults),
            "may_have_more": len(branches) + SPARE_BRANCHES < BRANCHES_MAX,
            "splits": _choices(SPLITS, step.get("split") or Split.ONE),
            "joins": _choices(JOINS, step.get("join") or Join.ANY),
            "acts": act_choices(step.get("act") or ""),
            "needs": _choices(NEEDS, *step.get("needs", [])),
            "returns": _choices(others, *step.get("returns_to", [])),
            **told,
            "four_eyes": _choices({"": _("Không cần"), **others}, step.get("four_eyes_with") or ""),
        }
        return self.page("workspace/processes/step.html", context, status=status)


def _step(draft: DraftRow, key: str) -> Document:
    try:
        return step_at(draft.definition, key)
    except ProcessEditMisplaced:
        raise NotFound(kind="process-step") from None


def says_the_same(step: Document, other: Document) -> bool:
    """Whether two say the same, however what is empty is written."""
    first, second = (process_of({"title": "", "steps": [one]}).steps[0] for one in (step, other))
    return first == second


def _choices(words: Mapping[Any, Any], *chosen: str) -> list[dict[str, Any]]:
    return [
        {"value": str(key), "label": str(said), "chosen": key in chosen}
        for key, said in words.items()
    ]


def _typed_branches(step: Document) -> list[dict[str, str]]:
    return [{"to": one["to"], "label": one.get("label", "")} for one in step.get("next", [])]


def _posted_branches(data: QueryDict) -> list[dict[str, str]]:
    """In their places on the page; those in between that lead nowhere stay, so that none moves."""
    typed = [
        {name: data.get(f"{name}-{at}", "") for name in ("to", "label")}
        for at in range(BRANCHES_MAX)
    ]
    while typed and not typed[-1]["to"]:
        typed.pop()
    return typed


def _take_over(
    step: Document,
    data: QueryDict,
    branches: list[dict[str, str]],
    document: Document,
    editors: list[BranchCondition],
) -> dict[str, str]:
    """What was posted into the step; what cannot be read, by the name of its field."""
    keys = {one["key"] for one in document["steps"]}
    faults: dict[str, str] = {}
    step["next"] = []
    for at, one in enumerate(branches):
        if one["to"] not in keys:
            continue
        read = editors[at].read(data)
        if read.error:
            faults[f"when-{at}"] = read.error
        step["next"].append(_branch(one, read.document))
    for name in TEXTS:
        step[name] = plain_words(data.get(name, ""))[:TEXT_LENGTH_MAX]
    step["split"] = _one_of(data.get("split", ""), Split) or Split.ONE.value
    step["join"] = _one_of(data.get("join", ""), Join) or Join.ANY.value
    step["act"] = act_typed(data.get("act", ""))
    step["needs"] = [need.value for need in Need if need.value in data.getlist("needs")]
    step["returns_to"] = [key for key in data.getlist("returns_to") if key in keys]
    step["four_eyes_with"] = data.get("four_eyes_with", "") or None
    if step["four_eyes_with"] not in keys:
        step["four_eyes_with"] = None
    step["is_outside"] = data.get("is_outside") == "on"
    who = {name: value for name, value in step["who"].items() if name != "is_lead"}
    step["who"] = who | ({"is_lead": True} if data.get("is_lead") == "on" else {})
    return faults


def _branch(typed: dict[str, str], when: Any) -> Document:
    label = plain_words(typed["label"])[:NAME_LENGTH_MAX]
    return {"to": typed["to"], "label": label} | ({"when": when} if when is not None else {})


def _one_of(value: str, words: type[Split] | type[Join]) -> str | None:
    return value if value in {word.value for word in words} else None
