"""The part of BPMN 2.0 that says what an internal process says: one process of tasks, gateways and flows.

What is not understood is refused by name (sub-processes, timers, messages, gateways inside gateways), or,
where whoever reads it in agrees to that, taken as what is nearest and named all the same; nothing is left
out silently but drawings and the extensions of others. A branch that ends at once becomes a step that stops,
which says nobody and no time: checking asks for both before it is published. What another tool drew gets the
acts that its words say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final
from xml.etree import ElementTree as ET

import orjson

from motcua.kernel.characters import plain_words
from motcua.kernel.refusal import Refusal
from motcua.processes.formats.bpmn_flows import Flows, Way
from motcua.processes.formats.bpmn_parts import (
    GATEWAYS,
    TASKS,
    BpmnNotSupported,
    documentation,
    ours,
    place_of,
)
from motcua.processes.formats.bpmn_writing import BPMN
from motcua.processes.formats.xml_reading import ProcessFileUnreadable, local, root_of
from motcua.processes.importing.who_words import who_of
from motcua.processes.rules.definition import Process, process_of
from motcua.processes.rules.document import who_document
from motcua.processes.rules.proposing import with_acts
from motcua.processes.vocabulary import (
    BRANCHES_MAX,
    NAME_LENGTH_MAX,
    STEPS_MAX,
    Join,
    Split,
    StepAct,
    WhoKind,
)

STOP: Final = "Kết thúc"
Document = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class BpmnFile:
    """A process read from a file; `notes` name each place that was not taken as it stands, `proposed` are
    the keys of steps whose act was read from their words."""

    process: Process
    notes: tuple[Refusal, ...] = ()
    proposed: tuple[str, ...] = ()


def process_from_bpmn(content: bytes, *, is_partly: bool = False) -> BpmnFile:
    """`is_partly`: take what can be taken, tell the rest. Refusals: ProcessFileUnreadable,
    BpmnNotSupported, ProcessUnreadable."""
    root = root_of(content)
    if root.tag != f"{{{BPMN}}}definitions":
        raise ProcessFileUnreadable(field="file", why="not-bpmn")
    found = [one for one in root if one.tag == f"{{{BPMN}}}process"]
    if len(found) != 1 and not (found and is_partly):
        raise ProcessFileUnreadable(field="file", why="not-one-process")
    whole = max(found, key=lambda one: sum(local(part.tag) in TASKS for part in one))
    reader = _Reader(Flows(whole, is_partly))
    document = reader.document()
    left = [place_of(one, "another-process") for one in found if one is not whole]
    problems = (*left, *reader.flows.problems)
    if problems and not is_partly:
        raise BpmnNotSupported(problems, field="file")
    process, notes = process_of(document), (*problems, *reader.notes)
    if reader.is_ours:
        return BpmnFile(process=process, notes=notes)
    tied, proposed = with_acts(process.steps, Process(title="", steps=()))
    steps = [one if one.act else step for one, step in zip(process.steps, tied, strict=True)]
    return BpmnFile(process=replace(process, steps=tuple(steps)), notes=notes, proposed=proposed)


class _Reader:
    """The steps, one after the other."""

    def __init__(self, flows: Flows) -> None:
        self.flows = flows
        self.notes: list[Refusal] = []
        self._lanes = flows.lanes()
        self._keys = self._own_keys(flows.tasks)
        self._stops: list[Document] = []

    @property
    def is_ours(self) -> bool:
        """Whether this product drew it: then it says which act finishes a step, and which has none."""
        return any(ours(self.flows.nodes[task], "step") for task in self.flows.tasks)

    def _own_keys(self, tasks: list[str]) -> dict[str, str]:
        """The keys the steps had here, where all are there and differ; else new ones."""
        told = [str(ours(self.flows.nodes[task], "step").get("key", "")) for task in tasks]
        if all(told) and len(set(told)) == len(told):
            return dict(zip(tasks, told, strict=True))
        return {task: f"b{at}" for at, task in enumerate(tasks, start=1)}

    def document(self) -> Document:
        tasks, whole = self._in_order(), self.flows.whole
        steps = [self._step(key, at) for at, key in enumerate(tasks, start=1)]
        steps += [
            one | {"number": str(at)} for at, one in enumerate(self._stops, start=len(steps) + 1)
        ]
        if not 0 < len(steps) <= STEPS_MAX or not tasks:
            why = "no-rows" if not tasks else "too-many-rows"
            raise ProcessFileUnreadable(field="file", why=why)
        told = ours(whole, "process")
        document: Document = {
            "title": plain_words(whole.get("name", ""))[:NAME_LENGTH_MAX],
            "basis": documentation(whole),
            "steps": steps,
        }
        return document | ({"limit": told["limit"]} if "limit" in told else {})

    def _in_order(self) -> list[str]:
        """Tasks in the order of the file, the one that follows the start first."""
        flows = self.flows
        starts = [flows.nodes[key] for key, kind in flows.kinds.items() if kind == "startEvent"]
        if len(starts) != 1:
            for one in starts[1:] or [flows.whole]:
                flows.fault(one, "not-one-start")
        going = flows.going(starts[0].get("id", "")) if starts else []
        first = flows.through(going[0]) if len(going) == 1 else ""
        if first not in self._keys:
            if len(starts) == 1:
                flows.fault(starts[0], "begins-elsewhere")
            return list(self._keys)
        return [first, *(key for key in self._keys if key != first)]

    def _step(self, node: str, at: int) -> Document:
        element = self.flows.nodes[node]
        told = ours(element, "step")
        name = plain_words(element.get("name", ""))[:NAME_LENGTH_MAX]
        read = who_of(plain_words(self._lanes.get(node, "")), name)
        made: Document = {
            "number": str(at),
            "who": who_document(read.who),
            "note": "" if told else documentation(element),
            **told,
        }
        split, branches = self._branches(node)
        return made | {
            "key": self._keys[node],
            "name": name,
            "next": branches,
            "split": split.value,
            "join": self._join(node).value,
            "is_outside": local(element.tag) == "manualTask",
        }

    def _branches(self, node: str) -> tuple[Split, list[Document]]:
        """What follows a task: at once all its flows (BPMN: several flows out of a task go all), or the
        flows of the gateway after it."""
        flows, split = self.flows.going(node), Split.ALL
        if len(flows) == 1:
            gate = self.flows.parting_after(flows[0])
            if gate is None:
                return Split.ONE, self._onward(flows, may_end=True)
            split = GATEWAYS[self.flows.kinds[gate]]
            flows = self.flows.default_last(gate)
        return split, self._onward(flows, may_end=False)

    def _onward(self, flows: list[ET.Element], *, may_end: bool) -> list[Document]:
        """`may_end`: a single flow to an end is no branch, the process just ends there."""
        branches: list[Document] = []
        for way in [way for flow in flows for way in self.flows.ways(flow)][:BRANCHES_MAX]:
            if way.to in self._keys:
                branches.append(self._branch(way, self._keys[way.to]))
            elif way.to not in self.flows.nodes:
                if not self.flows.is_drawn(way.to):
                    self.flows.fault(way.flows[-1], "leads-nowhere")
            elif not may_end:
                branches.append(self._branch(way, self._stop(way)))
        return branches

    def _stop(self, way: Way) -> str:
        """A step for a branch that ends at once: named as its end, or as the branch."""
        end = self.flows.nodes[way.to]
        name = plain_words(end.get("name", "")) or plain_words(": ".join((STOP, *way.names[-1:])))
        key = f"e{len(self._stops) + 1}"
        who = {"kind": WhoKind.ROLE.value}
        act = StepAct.TERMINATE.value
        self._stops.append({"key": key, "name": name[:NAME_LENGTH_MAX], "who": who, "act": act})
        self.notes.append(place_of(end, "branch-became-a-stop", name))
        return key

    def _branch(self, way: Way, to: str) -> Document:
        branch: Document = {"to": to}
        label = plain_words(" – ".join(way.names))[:NAME_LENGTH_MAX]
        found = [flow.find(f"{{{BPMN}}}conditionExpression") for flow in way.flows]
        texts = [(one.text or "").strip() for one in found if one is not None]
        if len(texts) == 1 and texts[0].startswith("{"):
            try:
                branch["when"] = orjson.loads(texts[0])
            except orjson.JSONDecodeError:
                label = label or plain_words(texts[0])[:NAME_LENGTH_MAX]
        elif texts:
            label = label or plain_words(" – ".join(texts))[:NAME_LENGTH_MAX]
        return branch | ({"label": label} if label else {})

    def _join(self, node: str) -> Join:
        """It waits when what comes to it comes through a gateway that waits."""
        coming = self.flows.coming(node)
        gate = coming[0].get("sourceRef", "") if len(coming) == 1 else ""
        if not self.flows.is_gate(gate):
            return Join.ANY
        is_joined = len(self.flows.coming(gate)) > 1
        waits = is_joined and GATEWAYS[self.flows.kinds[gate]] is Split.ALL
        return Join.ALL if waits else Join.ANY
