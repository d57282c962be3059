"""A process as the nodes and flows of BPMN 2.0: tasks, gateways where it parts or waits, where it begins and
ends. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.processes.rules.drawn import Layout, Size, Spacing
from motcua.processes.rules.layout import lay_out
from motcua.processes.rules.shapes import Next, Process, Step
from motcua.processes.vocabulary import Join, Split

START = "start"
TASK, GATEWAY, EVENT = Size(160, 80), Size(50, 50), Size(36, 36)
SPACING = Spacing(across=50, down=50, lane=20, edge=40, is_spread=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An element: `kind` is its name in BPMN, `step` the key of the step it stands for or belongs to."""

    id: str
    kind: str
    name: str = ""
    step: str = ""
    default: str = ""

    @property
    def size(self) -> Size:
        if self.kind.endswith("Gateway"):
            return GATEWAY
        return EVENT if self.kind.endswith("Event") else TASK


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A sequence flow; `branch` is the way of the process it stands for."""

    id: str
    start: str
    end: str
    branch: Next | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]

    def coming(self, node: str) -> tuple[str, ...]:
        return tuple(flow.id for flow in self.flows if flow.end == node)

    def going(self, node: str) -> tuple[str, ...]:
        return tuple(flow.id for flow in self.flows if flow.start == node)


def graph_of(process: Process) -> Graph:
    """Ways that lead nowhere are left out; only what is published is sure to have none."""
    flows: list[Flow] = []
    nodes = [Node(id=START, kind="startEvent", name=process.title)]
    flows.append(_flow(flows, START, _entry(process, process.first)))
    for step in process.steps:
        if _waits(process, step):
            nodes.append(Node(id=f"join_{step.key}", kind=_joining(process, step), step=step.key))
            flows.append(_flow(flows, f"join_{step.key}", f"task_{step.key}"))
        kind = "manualTask" if step.is_outside else "userTask"
        nodes.append(Node(id=f"task_{step.key}", kind=kind, name=step.name, step=step.key))
        nodes += _after(process, step, flows)
    return Graph(nodes=tuple(nodes), flows=tuple(flows))


def layout_of(graph: Graph) -> Layout:
    """Where everything stands in the diagram."""
    sizes = {node.id: node.size for node in graph.nodes}
    ways = {
        node.id: tuple(dict.fromkeys(flow.end for flow in graph.flows if flow.start == node.id))
        for node in graph.nodes
    }
    return lay_out(sizes, ways, spacing=SPACING)


def _after(process: Process, step: Step, flows: list[Flow]) -> list[Node]:
    """What follows a task: an end, the next one, or a gateway with a flow for each branch."""
    here, onward = f"task_{step.key}", [one for one in step.next if process.has(one.to)]
    if not onward:
        flows.append(_flow(flows, here, f"end_{step.key}"))
        return [Node(id=f"end_{step.key}", kind="endEvent", step=step.key)]
    if len(onward) == 1:
        entry = _entry(process, process.step(onward[0].to))
        flows.append(_flow(flows, here, entry, onward[0]))
        return []
    gate = f"split_{step.key}"
    flows.append(_flow(flows, here, gate))
    made = [
        _flow(flows, gate, _entry(process, process.step(one.to)), one, more=at)
        for at, one in enumerate(onward)
    ]
    flows.extend(made)
    conditional = any(one.when is not None for one in onward)
    default = made[-1].id if conditional and onward[-1].when is None else ""
    return [
        Node(id=gate, kind=_parting(step, conditional=conditional), step=step.key, default=default)
    ]


def _parting(step: Step, *, conditional: bool) -> str:
    if step.split is Split.ONE:
        return "exclusiveGateway"
    return "inclusiveGateway" if conditional else "parallelGateway"


def _waits(process: Process, step: Step) -> bool:
    return step.join is Join.ALL and len(process.before(step.key)) > 1


def _joining(process: Process, step: Step) -> str:
    """Inclusive: it waits only for branches that were taken. Parallel where all of them always are."""
    before = [process.step(key) for key in process.before(step.key)]
    is_certain = all(len(one.next) == 1 or one.split is Split.ALL for one in before)
    conditional = any(way.when is not None for one in process.steps for way in one.next)
    return "parallelGateway" if is_certain and not conditional else "inclusiveGateway"


def _entry(process: Process, step: Step) -> str:
    return f"join_{step.key}" if _waits(process, step) else f"task_{step.key}"


def _flow(
    flows: list[Flow], start: str, end: str, branch: Next | None = None, *, more: int = 0
) -> Flow:
    return Flow(id=f"flow_{len(flows) + more + 1}", start=start, end=end, branch=branch)
