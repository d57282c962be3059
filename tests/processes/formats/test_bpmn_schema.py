"""What goes out is BPMN 2.0 by the schema of the OMG, which the (free) SpiffWorkflow carries with it."""

from __future__ import annotations

from importlib.resources import files

import pytest

from motcua.processes.formats.bpmn_writing import bpmn_of
from motcua.processes.rules.definition import Process
from tests.processes.formats.test_bpmn import REAL, SAMPLES, parting

etree = pytest.importorskip("lxml.etree", reason="requirements/test.lock is not installed here")
pytest.importorskip("SpiffWorkflow")


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    place = files("SpiffWorkflow") / "bpmn" / "parser" / "schema" / "BPMN20.xsd"
    return etree.XMLSchema(etree.parse(str(place)))


@pytest.mark.parametrize(("name", "written"), [*SAMPLES, *REAL, ("parting", parting())])
def test_what_goes_out_is_what_the_standard_says(
    schema: etree.XMLSchema, name: str, written: Process
) -> None:
    schema.validate(etree.fromstring(bpmn_of(written, {})))
    assert [str(one) for one in schema.error_log] == []


def test_the_schema_refuses_what_is_none(schema: etree.XMLSchema) -> None:
    content = bpmn_of(parting(), {}).replace(b"isExecutable", b"isRunnable")
    assert not schema.validate(etree.fromstring(content))
