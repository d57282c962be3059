"""The words of BPMN 2.0 that are understood, and the refusals of those that are not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from xml.etree import ElementTree as ET

import orjson

from motcua.kernel.characters import plain_words
from motcua.kernel.refusal import ManyProblems, Refusal
from motcua.processes.formats.bpmn_writing import BPMN, OURS
from motcua.processes.formats.xml_reading import local
from motcua.processes.vocabulary import TEXT_LENGTH_MAX, Split

TASKS: Final = frozenset(
    {"task", "userTask", "manualTask", "serviceTask", "scriptTask", "sendTask", "receiveTask", "businessRuleTask"}
)  # fmt: skip
GATEWAYS: Final = {
    "exclusiveGateway": Split.ONE,
    "inclusiveGateway": Split.ALL,
    "parallelGateway": Split.ALL,
}
EVENTS: Final = frozenset({"startEvent", "endEvent"})
PASSED_OVER: Final = frozenset(
    {"documentation", "extensionElements", "laneSet", "textAnnotation", "association", "dataObject",
     "dataObjectReference", "dataStoreReference", "group", "ioSpecification", "property"}
)  # fmt: skip
AS_TASK: Final = frozenset({"subProcess", "callActivity", "transaction", "adHocSubProcess"})
AS_CHOICE: Final = frozenset({"eventBasedGateway", "complexGateway"})
AS_WAY: Final = frozenset({"intermediateCatchEvent", "intermediateThrowEvent"})
"""What is not understood but may be taken partly: as one step, as a choice, as a way that leads on."""
NAME_SHOWN_MAX: Final = 80


class BpmnNotSupported(ManyProblems):
    """The file says what an internal process here cannot say; `problems` name each place."""

    code = "bpmn-not-supported"


class BpmnPartNotSupported(Refusal):
    """One place: `element` is its kind in BPMN, `name` what it is called there, `why` a code."""

    code = "bpmn-part-not-supported"


def place_of(element: ET.Element, why: str, name: str = "") -> BpmnPartNotSupported:
    """The place in the file, named as whoever drew it knows it."""
    name = name or element.get("name") or element.get("id") or ""
    kind = local(element.tag)
    return BpmnPartNotSupported(field="file", element=kind, name=name[:NAME_SHOWN_MAX], why=why)


def kind_of(element: ET.Element, *, is_partly: bool) -> str:
    """Its kind as it is read: with `is_partly` what is not understood stands for what is nearest; "" for
    what is no part of the work."""
    kind = local(element.tag)
    if kind in TASKS or kind in GATEWAYS or kind in EVENTS:
        return kind
    if not is_partly:
        return ""
    if kind in AS_TASK:
        return "task"
    return "exclusiveGateway" if kind in AS_CHOICE | AS_WAY else ""


def documentation(element: ET.Element) -> str:
    found = element.find(f"{{{BPMN}}}documentation")
    return plain_words(found.text or "")[:TEXT_LENGTH_MAX] if found is not None else ""


def ours(element: ET.Element, name: str) -> Mapping[str, Any]:
    """What this product wrote about the element; {} when another tool drew it."""
    found = element.find(f"{{{BPMN}}}extensionElements/{{{OURS}}}{name}")
    if found is None or not found.text:
        return {}
    try:
        told = orjson.loads(found.text)
    except orjson.JSONDecodeError:
        return {}
    return told if isinstance(told, dict) else {}
