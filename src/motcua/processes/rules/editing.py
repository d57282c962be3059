"""A process's document changed step by step, as the editor does: each change gives a new document. Pure.

While the table is a plain chain (each row leads to the next) it stays one: rows put in, moved or taken
away are joined again. Where it parts, only what is sure is joined.
"""

from __future__ import annotations

import copy
from typing import Any, Final

from motcua.kernel.refusal import Refusal
from motcua.processes.vocabulary import STEPS_MAX

Document = dict[str, Any]
NEW_KEY: Final = "s"


class ProcessEditMisplaced(Refusal):
    """The document has no such step, or nothing can be done there."""

    code = "process-edit-misplaced"


def new_document(title: str) -> Document:
    """A process to begin with: received, handled, signed, issued, given; times are still to be written."""
    rows: list[tuple[str, str, str, str | None]] = [
        ("receive", "Tiếp nhận, kiểm tra, chuyển hồ sơ", "RECEPTION", "dossier.receive"),
        ("handle", "Thẩm tra, dự thảo kết quả", "HANDLING", "dossier.propose"),
        ("sign", "Xem xét, ký kết quả", "SIGNATORY", "dossier.decide"),
        ("issue", "Vào sổ, đóng dấu, ban hành", "REGISTRY_CLERK", "dossier.issue-result"),
        ("give", "Trả kết quả", "RECEPTION", "dossier.return-result"),
    ]
    steps: list[Document] = [
        {
            "key": key,
            "number": str(at),
            "name": name,
            "who": {"kind": "ROLE", "role": role},
            "act": act,
        }
        for at, (key, name, role, act) in enumerate(rows, start=1)
    ]
    return {"title": title, "steps": _chained(steps)}


def step_at(document: Document, key: str) -> Document:
    """The row with that key. Refusals: ProcessEditMisplaced."""
    for step in document["steps"]:
        if step["key"] == key:
            found: Document = step
            return found
    raise ProcessEditMisplaced()


def with_step(document: Document, after: str) -> tuple[Document, str]:
    """A new row after that one ("" = at the end) and on the way from it; with its key. Refusals:
    ProcessEditMisplaced."""
    changed = copy.deepcopy(document)
    steps = changed["steps"]
    if len(steps) >= STEPS_MAX:
        raise ProcessEditMisplaced()
    place = _place(steps, after) + 1 if after else len(steps)
    key = _free_key(steps)
    row: Document = {"key": key, "number": "", "name": "", "who": {"kind": "ROLE"}}
    if steps and place:
        before = steps[place - 1]
        row["next"] = before.get("next", [])
        before["next"] = [{"to": key}]
        before.pop("split", None)
    steps.insert(place, row)
    return _numbered(changed), key


def without_step(document: Document, key: str) -> Document:
    """The row taken away; what led to it leads to what followed it, if that was one step. Refusals:
    ProcessEditMisplaced."""
    changed = copy.deepcopy(document)
    gone = changed["steps"].pop(_place(changed["steps"], key))
    onward = [one["to"] for one in gone.get("next", []) if one["to"] != key]
    instead = onward[0] if len(onward) == 1 else None
    for step in changed["steps"]:
        _forget(step, key, instead)
    return _numbered(changed)


def _forget(step: Document, key: str, instead: str | None) -> None:
    taken = {one["to"] for one in step.get("next", [])}
    branches = []
    for one in step.get("next", []):
        if one["to"] != key:
            branches.append(one)
        elif instead and instead not in taken and instead != step["key"]:
            branches.append(one | {"to": instead})
    step["next"] = branches
    step["returns_to"] = [one for one in step.get("returns_to", []) if one != key]
    if step.get("four_eyes_with") == key:
        step["four_eyes_with"] = None


def moved(document: Document, key: str, by: int) -> Document:
    """The row one place up (-1) or down (1). Refusals: ProcessEditMisplaced."""
    changed = copy.deepcopy(document)
    steps = changed["steps"]
    place = _place(steps, key)
    to = place + by
    if not 0 <= to < len(steps):
        raise ProcessEditMisplaced()
    was_chain = is_chain(steps)
    steps[place], steps[to] = steps[to], steps[place]
    if was_chain:
        changed["steps"] = _chained(steps)
    return _numbered(changed)


def is_chain(steps: list[Document]) -> bool:
    """Whether each row leads to the next and nowhere else, and the last to none."""
    following = [[one["to"] for one in step.get("next", [])] for step in steps]
    return following == [[steps[at + 1]["key"]] for at in range(len(steps) - 1)] + [[]]


def _chained(steps: list[Document]) -> list[Document]:
    for at, step in enumerate(steps):
        step["next"] = [{"to": one["key"]} for one in steps[at + 1 : at + 2]]
    return steps


def _numbered(document: Document) -> Document:
    """1, 2, 3 … where the numbers are plain; those that somebody wrote his own way stay."""
    steps = document["steps"]
    if all(not step.get("number") or str(step["number"]).isdigit() for step in steps):
        for at, step in enumerate(steps, start=1):
            step["number"] = str(at)
    return document


def _place(steps: list[Document], key: str) -> int:
    for at, step in enumerate(steps):
        if step["key"] == key:
            return at
    raise ProcessEditMisplaced()


def _free_key(steps: list[Document]) -> str:
    taken = {step["key"] for step in steps}
    return next(
        f"{NEW_KEY}{number}"
        for number in range(1, len(taken) + 2)
        if f"{NEW_KEY}{number}" not in taken
    )
