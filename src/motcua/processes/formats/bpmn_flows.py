"""The elements of a BPMN process and the flows between them, followed past gateways that only join."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree as ET

from motcua.kernel.refusal import Refusal
from motcua.processes.formats.bpmn_parts import (
    EVENTS,
    GATEWAYS,
    PASSED_OVER,
    TASKS,
    kind_of,
    place_of,
)
from motcua.processes.formats.bpmn_writing import BPMN
from motcua.processes.formats.xml_reading import local

FLOWS_FOLLOWED_MAX: Final = 200


@dataclass(frozen=True, slots=True)
class Way:
    """Where a flow leads in the end, and the flows on the way there."""

    to: str
    flows: tuple[ET.Element, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for flow in self.flows if (name := flow.get("name", "").strip()))


@dataclass(slots=True)
class Flows:
    """Reads on after a fault, so that all are told at once in `problems`."""

    whole: ET.Element
    is_partly: bool
    problems: list[Refusal] = field(default_factory=list)
    nodes: dict[str, ET.Element] = field(default_factory=dict)
    flows: list[ET.Element] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for one in self.whole:
            key, kind = one.get("id", ""), kind_of(one, is_partly=self.is_partly)
            self._look_at(one)
            if kind:
                self.nodes[key], self.kinds[key] = one, kind
            elif local(one.tag) == "sequenceFlow":
                self.flows.append(one)

    def _look_at(self, element: ET.Element) -> None:
        kind = local(element.tag)
        if kind in EVENTS:
            if any(local(one.tag).endswith("EventDefinition") for one in element):
                self.fault(element, "event-of-a-kind")
        elif kind not in TASKS | PASSED_OVER and kind not in GATEWAYS and kind != "sequenceFlow":
            self.fault(element, "element")

    def fault(self, element: ET.Element, why: str) -> None:
        self.problems.append(place_of(element, why))

    def is_drawn(self, node: str) -> bool:
        """Whether the file has it, understood or not."""
        return any(one.get("id") == node for one in self.whole)

    @property
    def tasks(self) -> list[str]:
        return [key for key, kind in self.kinds.items() if kind in TASKS]

    def is_gate(self, node: str) -> bool:
        return self.kinds.get(node, "") in GATEWAYS

    def going(self, node: str) -> list[ET.Element]:
        return [one for one in self.flows if one.get("sourceRef") == node]

    def coming(self, node: str) -> list[ET.Element]:
        return [one for one in self.flows if one.get("targetRef") == node]

    def through(self, flow: ET.Element) -> str:
        """Where a flow leads, past gateways that only join."""
        at, seen = flow.get("targetRef", ""), set[str]()
        while self.is_gate(at) and at not in seen:
            seen.add(at)
            going = self.going(at)
            if len(going) != 1:
                break
            at = going[0].get("targetRef", "")
        return at

    def ways(self, flow: ET.Element) -> Iterator[Way]:
        """Where a branch leads: with `is_partly` a gateway in a gateway gives each of its ways."""
        left: list[tuple[ET.Element, tuple[ET.Element, ...]]] = [(flow, ())]
        seen, told = set[str](), 0
        while left and told < FLOWS_FOLLOWED_MAX:
            one, before = left.pop(0)
            told += 1
            to, flows = self.through(one), (*before, one)
            if not self.is_gate(to):
                yield Way(to, flows)
                continue
            if to not in seen:
                seen.add(to)
                self.fault(self.nodes[to], "gateway-in-gateway")
                left += [(more, flows) for more in self.going(to)] if self.is_partly else []

    def parting_after(self, flow: ET.Element) -> str | None:
        """The parting gateway that a flow leads to, past those that only join."""
        at = self.through(flow)
        return at if self.is_gate(at) else None

    def default_last(self, gate: str) -> list[ET.Element]:
        default = self.nodes[gate].get("default", "")
        return sorted(self.going(gate), key=lambda flow: flow.get("id") == default)

    def lanes(self) -> dict[str, str]:
        """By element, the name of the lane it stands in."""
        return {
            one.text.strip(): lane.get("name", "")
            for lane in self.whole.iter(f"{{{BPMN}}}lane")
            for one in lane
            if local(one.tag) == "flowNodeRef" and one.text
        }
