"""Which act finishes each row of a table that somebody writes: what stands is kept, what is new is proposed from
its words, and whoever writes sees it and may change it. Pure.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from motcua.kernel.actor import Role
from motcua.kernel.folding import fold
from motcua.processes.rules.act_words import proposed_acts
from motcua.processes.rules.shapes import Process, Step
from motcua.processes.vocabulary import StepAct

Document = dict[str, Any]


def with_acts(steps: Sequence[Step], base: Process) -> tuple[list[Step], tuple[str, ...]]:
    """The rows of a table with their acts, and the keys of those that were proposed. `base`: the process as
    it stood; a row that is the same work there keeps what it had, even nothing, unless nothing there was
    ever tied to an act."""
    proposed = proposed_acts([(step.name, step.who.role) for step in steps])
    is_tied = any(one.act for one in base.steps)
    known = {step.key: base.step(step.key) for step in steps if is_tied and base.has(step.key)}
    same = {step.key for step in steps if step.key in known and _is_same(step, known[step.key])}
    taken = {known[key].act for key in same}
    made, told = [], []
    for step, act in zip(steps, proposed, strict=True):
        before = known.get(step.key)
        if before is not None and (step.key in same or _goes_on(step, before, act, proposed)):
            made.append(replace(step, act=before.act))
            continue
        act = None if act in taken else act
        made.append(replace(step, act=act))
        told += [step.key] if act else []
    return made, tuple(told)


def _is_same(step: Step, before: Step) -> bool:
    return fold(step.name) == fold(before.name)


def _goes_on(
    step: Step, before: Step, act: StepAct | None, proposed: Sequence[StepAct | None]
) -> bool:
    """Whether a row of another name, done by the same role, still does the act it did: no other row says by
    its words that it does it."""
    if before.act is None or step.who.role is not before.who.role:
        return False
    return act == before.act or before.act not in proposed


def with_acts_typed(before: Document, changed: Document) -> tuple[Document, tuple[str, ...]]:
    """The draft after rows were typed: a row that nobody has tied to an act yet, nor left without one on
    purpose, and that has just got its name or its role, gets the act these say, where no other row does it
    already. With the keys of those rows."""
    made = copy.deepcopy(changed)
    steps = made["steps"]
    stood = {step["key"]: _said(step) for step in before["steps"]}
    proposed = proposed_acts([_said(step) for step in steps])
    taken = {step.get("act") for step in steps}
    told = []
    for step, act in zip(steps, proposed, strict=True):
        is_new = "act" not in step and _said(step) != stood.get(step["key"])
        if is_new and act is not None and act not in taken:
            step["act"] = act.value
            told.append(step["key"])
    return made, tuple(told)


def _said(step: Mapping[str, Any]) -> tuple[str, Role | None]:
    role = step["who"].get("role")
    return step.get("name", ""), Role(role) if role else None
