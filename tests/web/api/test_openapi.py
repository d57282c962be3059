"""The description says what is: complete, with real examples, readable by people too."""

from __future__ import annotations

import json
import re
from typing import Any

import jsonschema_rs
import pytest
from django.urls import get_resolver

from motcua.api.urls import api
from motcua.api.v1.examples import ANSWERS, BODIES, BY_CARD, BY_FIELDS, TRACKED
from motcua.api.v1.shapes.dossiers import TrackOut
from motcua.api.v1.shapes.reception import ReceptionIn
from motcua.api.wording import SUMMARIES
from motcua.dossiers.commands.performing import PERFORMERS
from tests.web.api.conftest import Caller

Document = dict[str, Any]
PUBLIC = {"track_dossier", "send_feedback", "follow_feedback", "list_published_feedback"}


@pytest.fixture(scope="module")
def document() -> Document:
    return json.loads(json.dumps(api.document()))  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def operations(document: Document) -> dict[str, Document]:
    return {
        operation["operationId"]: operation
        for methods in document["paths"].values()
        for operation in methods.values()
    }


def test_every_operation_has_its_words(operations: dict[str, Document]) -> None:
    assert operations.keys() == SUMMARIES.keys()
    assert all(
        operation["summary"] and operation["description"] for operation in operations.values()
    )


def test_every_operation_but_the_public_one_needs_a_token(
    document: Document, operations: dict[str, Document]
) -> None:
    assert {name for name, one in operations.items() if "security" not in one} == PUBLIC
    scheme = document["components"]["securitySchemes"]["BearerToken"]
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")


def test_every_operation_tells_how_it_may_be_refused(document: Document) -> None:
    for methods in document["paths"].values():
        for method, operation in methods.items():
            statuses = operation["responses"].keys()
            assert {"405", "422", "429"} <= statuses
            assert ({"401", "404"} <= statuses) or operation["operationId"] in PUBLIC
            assert ("409" in statuses) == (method == "post")
            assert ({"400", "413", "415"} <= statuses) == ("requestBody" in operation)


def test_every_act_tells_of_versions(operations: dict[str, Document]) -> None:
    acts = {name: one for name, one in operations.items() if name.startswith("act_")}
    assert acts.keys() == {f"act_{act.partition('.')[2].replace('-', '_')}" for act in PERFORMERS}
    for operation in acts.values():
        taken = {one["name"] for one in operation["parameters"]}
        assert taken == {"code", "If-Match", "Idempotency-Key"}
        assert "412" in operation["responses"]
        assert operation["responses"]["200"]["headers"].keys() >= {"ETag", "Idempotent-Replayed"}


def test_refusals_are_problem_documents(document: Document) -> None:
    for answer in document["components"]["responses"].values():
        assert list(answer["content"]) == ["application/problem+json"]


def test_every_reference_leads_somewhere(document: Document) -> None:
    text = json.dumps(document)
    for reference in re.findall(r'"\$ref": "#/([^"]+)"', text):
        found = document
        for part in reference.split("/"):
            found = found[part]


def shapes_sent(document: Document) -> set[str]:
    """Names of all shapes that some body is made of."""
    waiting = [
        one["requestBody"]
        for methods in document["paths"].values()
        for one in methods.values()
        if "application/json" in one.get("requestBody", {}).get("content", {})
    ]
    found: set[str] = set()
    while waiting:
        text = json.dumps(waiting.pop())
        named = set(re.findall(r'"\$ref": "#/components/schemas/(\w+)"', text)) - found
        found |= named
        waiting += [document["components"]["schemas"][name] for name in named]
    return {name for name in found if "properties" in document["components"]["schemas"][name]}


def test_every_text_and_number_sent_is_bounded(document: Document) -> None:
    given = shapes_sent(document)
    assert given >= {"ReceptionIn", "PartyIn", "PaperGiven", "LimitIn", "AskIn", "CollectIn"}
    loose = [
        f"{name}.{field}"
        for name in given
        for field, schema in document["components"]["schemas"][name]["properties"].items()
        for one in schema.get("anyOf", [schema])
        if _is_loose(one)
    ]
    assert loose == []


def _is_loose(schema: Document) -> bool:
    bounds = {
        "string": {"maxLength", "enum", "format", "pattern"},
        "integer": {"maximum"},
        "number": {"maximum"},
        "array": {"maxItems"},
    }
    wanted = bounds.get(schema.get("type", ""), set())
    return bool(wanted) and not wanted & schema.keys()


def test_shapes_that_are_sent_refuse_unknown_names(document: Document) -> None:
    schemas = document["components"]["schemas"]
    lax = {
        name
        for name in shapes_sent(document)
        if schemas[name].get("additionalProperties") is not False
    }
    assert lax == set()


@pytest.mark.parametrize("operation_id", BODIES)
def test_every_example_of_a_body_fits_its_shape(
    document: Document, operations: dict[str, Document], operation_id: str
) -> None:
    content = operations[operation_id]["requestBody"]["content"]["application/json"]
    schema = {**content["schema"], "components": document["components"]}
    for example in content["examples"].values():
        jsonschema_rs.validate(schema, example["value"])


@pytest.mark.parametrize("example", [BY_FIELDS, BY_CARD], ids=["fields", "card"])
def test_the_examples_fit_the_shapes(document: Document, example: Document) -> None:
    ReceptionIn.model_validate(example)
    schema = {"$ref": "#/components/schemas/ReceptionIn", "components": document["components"]}
    jsonschema_rs.validate(schema, example)


@pytest.mark.parametrize("example", [BY_FIELDS, BY_CARD], ids=["fields", "card"])
def test_the_examples_are_received(desk: Caller, example: Document) -> None:
    answer = desk.receive(example)
    assert answer.status_code == 201, answer.content


def test_the_example_of_tracking_is_its_answer() -> None:
    assert TrackOut.model_validate(TRACKED).model_dump(mode="json") == TRACKED
    assert ANSWERS["track_dossier"]["received"]["value"] is TRACKED


def test_the_document_is_served(stranger: Caller, document: Document) -> None:
    answer = stranger.get("/openapi.json")
    assert answer["Content-Type"] == "application/json"
    assert answer.json() == document


def test_the_page_for_people_names_every_operation(
    stranger: Caller, operations: dict[str, Document]
) -> None:
    page = stranger.get("/docs").content.decode()
    assert [name for name in operations if f'id="{name}"' not in page] == []
    assert "applicant.personal_id" in page
    assert "papers[].document_id" in page


def test_the_page_for_people_takes_nothing_from_elsewhere(stranger: Caller) -> None:
    page = stranger.get("/docs").content.decode()
    sources = re.findall(r'(?:src|<link[^>]*href)="([^"]+)"', page)
    assert sources
    assert [source for source in sources if not source.startswith("/static/")] == []


def test_the_root_leads_to_the_page(stranger: Caller) -> None:
    assert stranger.get("/")["Location"] == "/api/v1/docs"


def test_the_document_names_every_address_of_the_api(document: Document) -> None:
    prefix = next(one for one in get_resolver().url_patterns if str(one.pattern) == "api/v1/")
    served = {
        "/api/v1/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(one.pattern))
        for one in prefix.url_patterns
    }
    described = set(document["paths"])
    assert served - described == {
        "/api/v1/",
        "/api/v1/docs",
        "/api/v1/openapi.json",
        "/api/v1/dossiers/{code}/acts/{act}",  # what is no act; each act is described by itself
        "/api/v1/{rest}",
    }
