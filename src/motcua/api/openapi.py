"""The OpenAPI document: what the library derives from the types, completed with every way in which
an operation may say no, the words of this office's language, and examples."""

from __future__ import annotations

from typing import Any

import orjson
from ninja.openapi.schema import OpenAPISchema

from motcua.api.problems import MEDIA_TYPE, STATUS_OF, Problem, ProblemError
from motcua.api.v1.examples import ANSWERS, BODIES
from motcua.api.wording import SUMMARIES, TAGS, TITLES

Document = dict[str, Any]

DESCRIPTION = """Receives and follows dossiers for partner systems.

* Tokens: `Authorization: Bearer …`, each bound to one position held by an officer.
* Errors: `application/problem+json` (RFC 9457) with a stable `code`; sentences follow
  `Accept-Language` (Vietnamese by default). Unknown and forbidden look alike: 404.
* Writing: send an `Idempotency-Key`; repeat the same request until you have its answer.
* Two people on one dossier: send `If-Match` with the `version` you have seen; 412 tells who was first.
* Acts: `available_acts` of an answer are the last parts of the addresses that may be called next.
* Lists: `next_cursor` of a page is the `cursor` of the next; empty at the end.
* Instants: ISO 8601; without a zone they are the wall clock of Việt Nam. Answers carry +07:00.
* Amounts: whole đồng. Exact decimals travel as text."""

REPLAYED = "`true` when this is the answer to a request carried out before."
HEADERS = {
    201: {"Location": "Address of what was made.", "Idempotent-Replayed": REPLAYED},
    202: {"Location": "Address of what was begun."},
    401: {"WWW-Authenticate": "Which kind of credentials is wanted."},
    405: {"Allow": "The methods of this address."},
    429: {"Retry-After": "Seconds to wait."},
}
ALWAYS_SENT = {(202, "Location"), (401, "WWW-Authenticate"), (405, "Allow"), (429, "Retry-After")}
SEEN = "If-Match"
NAMED_IN_BODY = {"follow_feedback"}
"""What they are about stands in the body, so that no log of addresses holds it."""


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
        for method, operation in operations.items():
            _complete(operation, path, method)
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
        name: _header(words, required=(status, name) in ALWAYS_SENT)
        for name, words in HEADERS[status].items()
    }


def _header(words: str, *, required: bool = False) -> Document:
    return {"description": words, "required": required, "schema": {"type": "string"}}


TAGGED = {"ETag": _header("The version of the dossier, for `If-Match`.", required=True)}
REPEATED = {"Idempotent-Replayed": _header(REPLAYED)}


def _complete(operation: Document, path: str, method: str) -> None:
    name = operation["operationId"]
    operation["summary"] = str(SUMMARIES[name])
    responses = operation["responses"]
    for status in _may_say_no(operation, path, method):
        responses[str(status)] = {"$ref": f"#/components/responses/{_name(status)}"}
    for status in (201, 202):
        if str(status) in responses:
            responses[str(status)]["headers"] = _headers(status)
    if SEEN in _headers_taken(operation) or name == "show_dossier":
        responses["200"]["headers"] = TAGGED | ({} if name == "show_dossier" else REPEATED)
    if name in ANSWERS:
        success = next(iter(responses.values()))
        success["content"]["application/json"]["examples"] = ANSWERS[name]
    if name in BODIES:
        operation["requestBody"]["content"]["application/json"]["examples"] = BODIES[name]


def _may_say_no(operation: Document, path: str, method: str) -> list[int]:
    """Which refusals an operation knows, by what it takes."""
    statuses = {405, 422, 429}
    if "security" in operation:
        statuses |= {401, 404}
    if "{" in path or operation["operationId"] in NAMED_IN_BODY:
        statuses |= {404}
    if "requestBody" in operation:
        statuses |= {400, 413, 415}
    if method == "post":
        statuses |= {409}
    if SEEN in _headers_taken(operation):
        statuses |= {412}
    return sorted(statuses)


def _headers_taken(operation: Document) -> set[str]:
    return {one["name"] for one in operation["parameters"] if one["in"] == "header"}
