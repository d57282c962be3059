"""A process written back as the JSON that `rules.definition.process_of` reads; what is empty is left out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Final

import orjson

from motcua.processes.rules.shapes import Process, Step, StepLimit, Who
from motcua.processes.vocabulary import Join, Split

EMPTY: Final[tuple[Any, ...]] = (None, "", [], False)


def document_of(process: Process) -> dict[str, Any]:
    """The JSON from which the equal process is read."""
    told = {"basis": process.basis, "limit": limit_document(process.limit)}
    steps = [step_document(step) for step in process.steps]
    return {"title": process.title} | _filled(told) | {"steps": steps}


def digest_of(document: Mapping[str, Any]) -> str:
    """The same for the same definition, however its names are ordered."""
    return hashlib.sha256(orjson.dumps(document, option=orjson.OPT_SORT_KEYS)).hexdigest()


def limit_document(limit: StepLimit | None) -> dict[str, str] | None:
    return None if limit is None else {"unit": limit.unit.value, "value": format(limit.value, "f")}


def who_document(who: Who) -> dict[str, Any]:
    named = {
        "role": who.role.value if who.role else "",
        "unit": who.unit,
        "agency": who.agency,
        "is_lead": who.is_lead,
        "words": who.words,
    }
    return {"kind": who.kind.value} | _filled(named)


def step_document(step: Step) -> dict[str, Any]:
    told = {
        "limit": limit_document(step.limit),
        "takes_in": step.takes_in,
        "gives_out": step.gives_out,
        "form": step.form,
        "next": [
            {"to": one.to} | _filled({"when": one.when, "label": one.label}) for one in step.next
        ],
        "split": "" if step.split is Split.ONE else step.split.value,
        "join": "" if step.join is Join.ANY else step.join.value,
        "returns_to": list(step.returns_to),
        "act": step.act,
        "is_outside": step.is_outside,
        "four_eyes_with": step.four_eyes_with,
        "needs": [need.value for need in step.needs],
        "note": step.note,
    }
    named = {"key": step.key, "number": step.number, "name": step.name}
    return named | {"who": who_document(step.who)} | _filled(told)


def _filled(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in EMPTY}
