"""BPMN out and in: what goes out is a whole diagram and comes back the same; what is not understood is named."""

from __future__ import annotations

import pytest

from motcua.processes.formats.bpmn_reading import (
    BpmnNotSupported,
    process_from_bpmn,
)
from motcua.processes.formats.bpmn_writing import BPMN, BPMNDI, DC, DI, bpmn_of
from motcua.processes.formats.xml_reading import ProcessFileUnreadable, root_of
from motcua.processes.importing.reading import read_tables
from motcua.processes.rules.checking import findings
from motcua.processes.rules.definition import Process, process_of
from motcua.processes.shipped import real_processes, sample_processes
from motcua.processes.vocabulary import Join, Split
from tests.processes.rules.sample_processes import process, step

SAMPLES = [(code, process_of({"title": code, **one})) for code, one in sample_processes()]
REAL = [
    (one.id, process_of(one.definition)) for one in read_tables(real_processes()) if one.definition
]
END = {"act": "dossier.return-result"}


def parting() -> Process:
    """Parts by condition and at once, waits, goes back, is done outside."""
    return process_of(
        process(
            step(
                "in",
                next=[
                    {"to": "a", "when": {"is": ["online", True]}, "label": "Nộp qua mạng"},
                    {"to": "pay", "label": "Nộp tại quầy"},
                ],
            ),
            step("a", "b", "c", split="ALL"),
            step("b", "join", needs=["MINUTES"]),
            step("c", "join", returns_to=["a"]),
            step("join", "out", join="ALL", four_eyes_with="b"),
            step("pay", "out", is_outside=True, limit=None),
            step("out", **END),
            limit={"unit": "WORKING_DAYS", "value": "3"},
            basis="Quyết định 12/QĐ-UBND",
        )
    )


@pytest.mark.parametrize(("name", "written"), [*SAMPLES, *REAL, ("parting", parting())])
def test_what_goes_out_comes_back_the_same(name: str, written: Process) -> None:
    assert process_from_bpmn(bpmn_of(written, {})).process == written


@pytest.mark.parametrize(("name", "written"), [*SAMPLES, ("parting", parting())])
def test_everything_is_drawn_once_and_flows_join_what_is_there(name: str, written: Process) -> None:
    root = root_of(bpmn_of(written, {}))
    whole, diagram = root.find(f"{{{BPMN}}}process"), root.find(f"{{{BPMNDI}}}BPMNDiagram")
    assert whole is not None
    assert diagram is not None
    flows = whole.findall(f"{{{BPMN}}}sequenceFlow")
    nodes = {one.get("id") for one in whole if one.get("id")} - {one.get("id") for one in flows}
    assert {one.get(end) for one in flows for end in ("sourceRef", "targetRef")} == nodes
    shapes = [one.get("bpmnElement") for one in diagram.iter(f"{{{BPMNDI}}}BPMNShape")]
    edges = [one.get("bpmnElement") for one in diagram.iter(f"{{{BPMNDI}}}BPMNEdge")]
    assert sorted(map(str, shapes)) == sorted(map(str, nodes))
    assert sorted(map(str, edges)) == sorted(str(one.get("id")) for one in flows)
    assert all(
        len(one.findall(f"{{{DI}}}waypoint")) >= 2 for one in diagram.iter(f"{{{BPMNDI}}}BPMNEdge")
    )
    assert len(list(diagram.iter(f"{{{DC}}}Bounds"))) == len(shapes)


def test_gateways_say_how_it_parts_and_waits() -> None:
    root = root_of(bpmn_of(parting(), {}))
    kinds = {
        one.get("id"): one.tag.rpartition("}")[2]
        for one in root.iter()
        if one.tag.endswith("Gateway")
    }
    assert kinds == {
        "split_in": "exclusiveGateway",
        "split_a": "parallelGateway",
        "join_join": "inclusiveGateway",
    }


def test_what_another_tool_drew_is_read_by_its_words() -> None:
    read = process_from_bpmn(drawn(LANES + FLOWS)).process
    assert [one.name for one in read.steps] == ["Tiếp nhận hồ sơ", "Thẩm định", "Lấy ý kiến", "Ký"]
    assert read.steps[0].who.words == "Bộ phận một cửa"
    assert str(read.steps[0].who.role) == "RECEPTION"
    assert read.steps[0].split is Split.ALL
    assert read.steps[3].join is Join.ALL
    codes = {one.code for one in findings(read)}
    assert {"time-missing", "no-limit", "lost-result"} <= codes


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ('<bpmn:subProcess id="x"/>', "element"),
        ('<bpmn:intermediateCatchEvent id="x"/>', "element"),
        ('<bpmn:startEvent id="s2"/>', "not-one-start"),
        (
            '<bpmn:endEvent id="x"><bpmn:messageEventDefinition/></bpmn:endEvent>',
            "event-of-a-kind",
        ),
    ],
)
def test_what_is_not_supported_is_named(body: str, why: str) -> None:
    with pytest.raises(BpmnNotSupported) as refused:
        process_from_bpmn(drawn(LANES + FLOWS + body))
    assert why in {one.params["why"] for one in refused.value.problems}


def test_a_branch_that_ends_at_once_becomes_a_step_that_stops() -> None:
    flow = '<bpmn:sequenceFlow id="f9" name="Thiếu giấy tờ" sourceRef="g" targetRef="e"/>'
    read = process_from_bpmn(drawn(LANES + FLOWS + flow))
    first, stop = read.process.steps[0], read.process.steps[-1]
    assert [one.to for one in first.next][-1] == stop.key
    assert (first.next[-1].label, stop.name) == ("Thiếu giấy tờ", "Kết thúc: Thiếu giấy tờ")
    assert (stop.number, stop.act, stop.who.is_nobody) == ("5", "dossier.terminate", True)
    assert [(one.params["why"], one.params["name"]) for one in read.notes] == [
        ("branch-became-a-stop", "Kết thúc: Thiếu giấy tờ")
    ]
    told = {(one.code, one.step) for one in findings(read.process)}
    assert {("nobody-to-receive", stop.key), ("time-missing", stop.key)} <= told


CHOICE = """
<bpmn:startEvent id="s"/><bpmn:task id="t1" name="Tiếp nhận"/><bpmn:exclusiveGateway id="g"/>
<bpmn:exclusiveGateway id="h"/><bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition/>
</bpmn:intermediateCatchEvent><bpmn:subProcess id="sub" name="Xác minh"/><bpmn:task id="t2" name="Trả"/>
<bpmn:endEvent id="e" name="Dừng"/><bpmn:boundaryEvent id="b" attachedToRef="t1"/>
<bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="t1"/>
<bpmn:sequenceFlow id="f2" sourceRef="t1" targetRef="g"/>
<bpmn:sequenceFlow id="f3" name="Đủ" sourceRef="g" targetRef="wait"/>
<bpmn:sequenceFlow id="f4" sourceRef="wait" targetRef="sub"/>
<bpmn:sequenceFlow id="f5" sourceRef="sub" targetRef="t2"/>
<bpmn:sequenceFlow id="f6" name="Chưa đủ" sourceRef="g" targetRef="h"/>
<bpmn:sequenceFlow id="f7" name="Bổ sung" sourceRef="h" targetRef="t2"/>
<bpmn:sequenceFlow id="f8" name="Từ chối" sourceRef="h" targetRef="e"/>
<bpmn:sequenceFlow id="f9" sourceRef="b" targetRef="t2"/>
"""


def test_what_is_understood_is_taken_and_the_rest_told_where_that_is_agreed_to() -> None:
    with pytest.raises(BpmnNotSupported) as refused:
        process_from_bpmn(drawn(CHOICE))
    read = process_from_bpmn(drawn(CHOICE), is_partly=True)
    steps = {one.name: one for one in read.process.steps}
    assert list(steps) == ["Tiếp nhận", "Xác minh", "Trả", "Dừng"]
    assert [(one.to, one.label) for one in steps["Tiếp nhận"].next] == [
        (steps["Xác minh"].key, "Đủ"),
        (steps["Trả"].key, "Chưa đủ – Bổ sung"),
        (steps["Dừng"].key, "Chưa đủ – Từ chối"),
    ]
    told = {(one.params["why"], one.params["name"]) for one in read.notes}
    left_out = {
        ("element", "wait"),
        ("element", "Xác minh"),
        ("element", "b"),
        ("gateway-in-gateway", "h"),
    }
    assert told == left_out | {("branch-became-a-stop", "Dừng")}
    assert {one.params["why"] for one in refused.value.problems} == {
        "element",
        "gateway-in-gateway",
    }


def test_of_several_processes_the_one_with_most_steps_is_taken_where_that_is_agreed_to() -> None:
    content = drawn(LANES + FLOWS).replace(
        b'<bpmn:process id="p"', b'<bpmn:process id="q" name="Dan"/><bpmn:process id="p"'
    )
    with pytest.raises(ProcessFileUnreadable):
        process_from_bpmn(content)
    read = process_from_bpmn(content, is_partly=True)
    assert len(read.process.steps) == 4
    assert [one.params["name"] for one in read.notes] == ["Dan"]


def test_gateways_that_lead_round_in_a_ring_are_left() -> None:
    body = (
        '<bpmn:startEvent id="s"/><bpmn:task id="t1" name="Nhận"/><bpmn:exclusiveGateway id="g"/>'
        '<bpmn:exclusiveGateway id="h"/><bpmn:task id="t2" name="Trả"/>'
        '<bpmn:sequenceFlow id="a" sourceRef="s" targetRef="t1"/>'
        '<bpmn:sequenceFlow id="b" sourceRef="t1" targetRef="g"/>'
        '<bpmn:sequenceFlow id="c" sourceRef="g" targetRef="h"/>'
        '<bpmn:sequenceFlow id="d" sourceRef="h" targetRef="g"/>'
        '<bpmn:sequenceFlow id="e" sourceRef="h" targetRef="t2"/>'
    )
    read = process_from_bpmn(drawn(body), is_partly=True)
    assert [one.name for one in read.process.steps] == ["Nhận", "Trả"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "not-xml"),
        (b"<a/>", "not-bpmn"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "document-type"),
        ("<!DOCTYPE a><a/>".encode("utf-16"), "document-type"),
        (b"<a>" * 100_000, "not-xml"),
        (f'<d:definitions xmlns:d="{BPMN}"/>'.encode(), "not-one-process"),
        (f'<d:definitions xmlns:d="{BPMN}"><d:process/></d:definitions>'.encode(), "no-rows"),
    ],
)
def test_what_is_no_diagram_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(ProcessFileUnreadable) as refused:
        process_from_bpmn(content)
    assert refused.value.params["why"] == why


LANES = """
<bpmn:laneSet><bpmn:lane name="Bộ phận một cửa"><bpmn:flowNodeRef>t1</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
<bpmn:startEvent id="s"/><bpmn:task id="t1" name="Tiếp nhận hồ sơ"/><bpmn:parallelGateway id="g"/>
<bpmn:userTask id="t2" name="Thẩm định"/><bpmn:userTask id="t3" name="Lấy ý kiến"/>
<bpmn:parallelGateway id="j"/><bpmn:task id="t4" name="Ký"/><bpmn:endEvent id="e"/>
"""
FLOWS = "".join(
    f'<bpmn:sequenceFlow id="f{at}" sourceRef="{start}" targetRef="{end}"/>'
    for at, (start, end) in enumerate(
        [
            ("s", "t1"),
            ("t1", "g"),
            ("g", "t2"),
            ("g", "t3"),
            ("t2", "j"),
            ("t3", "j"),
            ("j", "t4"),
            ("t4", "e"),
        ]
    )
)


def drawn(body: str) -> bytes:
    head = f'<bpmn:definitions xmlns:bpmn="{BPMN}"><bpmn:process id="p" name="Vẽ ở nơi khác">'
    return f"{head}{body}</bpmn:process></bpmn:definitions>".encode()
