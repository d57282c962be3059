"""The OpenAPI document: what the library derives from the types, completed with every way in which
an operation may say no, the words of this office's language, and examples."""

from __future__ import annotations

from typing import Any

import orjson
from ninja.openapi.schema import OpenAPISchema

from motcua.api.problems import MEDIA_TYPE, STATUS_OF, Problem, ProblemError
from motcua.api.v1.examples import ANSWERS, RECEPTIONS
from motcua.api.wording import SUMMARIES, TAGS, TITLES

Document = dict[str, Any]

DESCRIPTION = """Receives and follows dossiers for partner systems.

* Tokens: `Authorization: Bearer …`, each bound to one position held by an officer.
* Errors: `application/problem+json` (RFC 9457) with a stable `code`; sentences follow
  `Accept-Language` (Vietnamese by default). Unknown and forbidden look alike: 404.
* Writing: send an `Idempotency-Key`; repeat the same request until you have its answer.
* Lists: `next_cursor` of a page is the `cursor` of the next; empty at the end.
* Instants: ISO 8601; without a zone they are the wall clock of Việt Nam. Answers carry +07:00.
* Amounts: whole đồng. Exact decimals travel as text."""

HEADERS = {
    201: {
        "Location": "Address of the dossier.",
        "Idempotent-Replayed": "`true` when this is the answer to a request carried out before.",
    },
    401: {"WWW-Authenticate": "Which kind of credentials is wanted."},
    405: {"Allow": "The methods of this address."},
    429: {"Retry-After": "Seconds to wait."},
}
ALWAYS_SENT = {(201, "Location"), (401, "WWW-Authenticate"), (405, "Allow"), (429, "Retry-After")}
CONFLICTS = {"receive_dossier", "perform_act"}


def completed(document: OpenAPISchema) -> Document:
    """The whole document as plain JSON values."""
    plain: Document = orjson.loads(orjson.dumps(document, option=orjson.OPT_NON_STR_KEYS))
    plain["info"] |= {
        "description": DESCRIPTION,
        "license": {"name": "MIT", "identifier": "MIT"},
    }
    plain["servers"] = [{"url": "/"}]
    plain["tags"] = [{"name": name, "description": str(word)} for name, word in TAGS.items()]
    components = plain["components"]
    components["schemas"] |= _problem_schemas()
    components["responses"] = {_name(status): _problem(status) for status in TITLES}
    for path, operations in plain["paths"].items():
        for operation in operations.values():
            _complete(operation, path)
    return plain


def _problem_schemas() -> Document:
    schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schema.pop("$defs")
    return {"Problem": schema, "ProblemError": ProblemError.model_json_schema()}


def _name(status: int) -> str:
    return f"Problem{status}"


def _problem(status: int) -> Document:
    codes = ", ".join(f"`{code}`" for code, given in STATUS_OF.items() if given == status)
    words = str(TITLES[status])
    answer: Document = {
        "description": f"{words}. Codes: {codes}." if codes else f"{words}.",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    if status in HEADERS:
        answer["headers"] = _headers(status)
    return answer


def _headers(status: int) -> Document:
    return {
        name: {
            "description": words,
            "required": (status, name) in ALWAYS_SENT,
            "schema": {"type": "string"},
        }
        for name, words in HEADERS[status].items()
    }


def _complete(operation: Document, path: str) -> None:
    name = operation["operationId"]
    operation["summary"] = str(SUMMARIES[name])
    responses = operation["responses"]
    for status in _may_say_no(operation, path):
        responses[str(status)] = {"$ref": f"#/components/responses/{_name(status)}"}
    if "201" in responses:
        responses["201"]["headers"] = _headers(201)
    if name in ANSWERS:
        success = next(iter(responses.values()))
        success["content"]["application/json"]["examples"] = ANSWERS[name]
    if "requestBody" in operation:
        operation["requestBody"]["content"]["application/json"]["examples"] = RECEPTIONS


def _may_say_no(operation: Document, path: str) -> list[int]:
    """Which refusals an operation knows, by what it takes."""
    statuses = {405, 422, 429}
    if "security" in operation:
        statuses |= {401, 404}
    if "{" in path:
        statuses |= {404}
    if "requestBody" in operation:
        statuses |= {400, 413, 415}
    if operation["operationId"] in CONFLICTS:
        statuses |= {409}
    return sorted(statuses)
