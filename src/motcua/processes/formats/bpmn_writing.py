"""A process as a BPMN 2.0 file with its diagram, for tools that draw and exchange processes.

Structure and words are standard: tasks with who may do them, gateways, flows, shapes and edges. What BPMN
has no word for (time, form, act, hand-backs) travels as an extension that other tools keep or leave out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree as ET

import orjson

from motcua.processes.formats.bpmn_graph import Flow, Graph, Node, graph_of, layout_of
from motcua.processes.rules.document import step_document
from motcua.processes.rules.drawn import Layout
from motcua.processes.rules.shapes import Process, Step
from motcua.processes.who_words import who_words
from motcua.processes.wording import limit_words

BPMN: Final = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMNDI: Final = "http://www.omg.org/spec/BPMN/20100524/DI"
DC: Final = "http://www.omg.org/spec/DD/20100524/DC"
DI: Final = "http://www.omg.org/spec/DD/20100524/DI"
XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
OURS: Final = "urn:motcua:process:1"
PREFIXES: Final = {
    "bpmn": BPMN,
    "bpmndi": BPMNDI,
    "dc": DC,
    "di": DI,
    "xsi": XSI,
    "motcua": OURS,
}
IN_STRUCTURE: Final = frozenset({"name", "next", "split", "join", "is_outside"})
"""What of a step is told by the elements themselves."""
LANGUAGE: Final = "urn:motcua:condition:json"


def bpmn_of(process: Process, names: Mapping[str, str]) -> bytes:
    """The file. The process has steps, and its ways lead somewhere."""
    for prefix, uri in PREFIXES.items():
        ET.register_namespace(prefix, uri)
    graph = graph_of(process)
    root = ET.Element(
        f"{{{BPMN}}}definitions",
        {"id": "definitions", "targetNamespace": OURS, "exporter": "Một Cửa"},
    )
    whole = _sub(root, BPMN, "process", id="process", name=process.title, isExecutable="false")
    if process.basis:
        _sub(whole, BPMN, "documentation").text = process.basis
    if process.limit is not None:
        limit = {"unit": process.limit.unit.value, "value": format(process.limit.value, "f")}
        _extension(whole, "process", {"limit": limit})
    for node in graph.nodes:
        _node(whole, node, graph, process, names)
    for flow in graph.flows:
        _flow(whole, flow)
    _diagram(root, graph, layout_of(graph))
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _sub(parent: ET.Element, namespace: str, kind: str, /, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, f"{{{namespace}}}{kind}", attributes)


def _extension(parent: ET.Element, name: str, told: Mapping[str, object]) -> None:
    holder = _sub(parent, BPMN, "extensionElements")
    text = orjson.dumps(told, option=orjson.OPT_SORT_KEYS).decode()
    _sub(holder, OURS, name).text = text


def _node(
    whole: ET.Element, node: Node, graph: Graph, process: Process, names: Mapping[str, str]
) -> None:
    attributes = {"id": node.id} | ({"name": node.name} if node.name else {})
    if node.default:
        attributes["default"] = node.default
    element = _sub(whole, BPMN, node.kind, **attributes)
    is_task = node.kind.endswith("Task")
    if is_task:
        _told_of_step(element, process.step(node.step), names)
    for flow in graph.coming(node.id):
        _sub(element, BPMN, "incoming").text = flow
    for flow in graph.going(node.id):
        _sub(element, BPMN, "outgoing").text = flow
    if is_task:
        _owner(element, node, process.step(node.step), names)


def _told_of_step(element: ET.Element, step: Step, names: Mapping[str, str]) -> None:
    """In words for whoever reads it in another tool, and whole for whoever reads it here."""
    words = [
        f"{step.number}. {who_words(step.who, names)}",
        limit_words(step.limit),
        step.form,
        step.gives_out,
        step.note,
    ]
    _sub(element, BPMN, "documentation").text = "\n".join(word for word in words if word)
    told = {name: value for name, value in step_document(step).items() if name not in IN_STRUCTURE}
    _extension(element, "step", told)


def _owner(element: ET.Element, node: Node, step: Step, names: Mapping[str, str]) -> None:
    """Who may do it; of a manual task BPMN knows performers only."""
    kind = "potentialOwner" if node.kind == "userTask" else "performer"
    owner = _sub(element, BPMN, kind)
    assigned = _sub(owner, BPMN, "resourceAssignmentExpression")
    expression = _sub(assigned, BPMN, "formalExpression")
    expression.text = who_words(step.who, names)


def _flow(whole: ET.Element, flow: Flow) -> None:
    label = {"name": flow.branch.label} if flow.branch and flow.branch.label else {}
    element = _sub(
        whole, BPMN, "sequenceFlow", id=flow.id, sourceRef=flow.start, targetRef=flow.end, **label
    )
    if flow.branch is not None and flow.branch.when is not None:
        condition = _sub(element, BPMN, "conditionExpression", language=LANGUAGE)
        condition.set(f"{{{XSI}}}type", "bpmn:tFormalExpression")
        condition.text = orjson.dumps(flow.branch.when).decode()


def _diagram(root: ET.Element, graph: Graph, layout: Layout) -> None:
    diagram = _sub(root, BPMNDI, "BPMNDiagram", id="diagram")
    plane = _sub(diagram, BPMNDI, "BPMNPlane", id="plane", bpmnElement="process")
    for box in layout.boxes:
        shape = _sub(plane, BPMNDI, "BPMNShape", id=f"shape_{box.key}", bpmnElement=box.key)
        bounds = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
        _sub(shape, DC, "Bounds", **{name: str(value) for name, value in bounds.items()})
    drawn = {(line.start, line.end): line.points for line in layout.lines}
    for flow in graph.flows:
        edge = _sub(plane, BPMNDI, "BPMNEdge", id=f"edge_{flow.id}", bpmnElement=flow.id)
        for x, y in drawn[flow.start, flow.end]:
            _sub(edge, DI, "waypoint", x=str(x), y=str(y))
