"""The description as a page for people, drawn from the OpenAPI document: nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson
from django.utils.translation import gettext

Document = dict[str, Any]
DEPTH_MAX = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownField:
    """One value: its path, its kind, whether it must be given, its bounds and meaning."""

    path: str
    kind: str
    required: bool
    place: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOperation:
    """One operation of the API."""

    id: str
    method: str
    path: str
    summary: str
    description: str
    needs_token: bool
    parameters: list[ShownField]
    body: list[ShownField]
    answer: list[ShownField]
    examples: list[tuple[str, str]]
    statuses: list[tuple[str, str]]


def shown_tags(document: Document) -> list[tuple[str, str, list[ShownOperation]]]:
    """Operations by tag: (name, words, operations)."""
    every = list(_operations(document))
    return [
        (tag["name"], tag["description"], [one for name, one in every if name == tag["name"]])
        for tag in document["tags"]
    ]


def _operations(document: Document) -> Iterator[tuple[str, ShownOperation]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield operation["tags"][0], _operation(document, path, method, operation)


def _operation(document: Document, path: str, method: str, operation: Document) -> ShownOperation:
    body = _json_content(operation.get("requestBody", {}))
    success = next(iter(operation["responses"].values()))
    return ShownOperation(
        id=operation["operationId"],
        method=method.upper(),
        path=path,
        summary=operation["summary"],
        description=operation.get("description", ""),
        needs_token="security" in operation,
        parameters=[_parameter(document, one) for one in operation["parameters"]],
        body=list(_fields(document, body.get("schema", {}))),
        answer=list(_fields(document, _json_content(success).get("schema", {}))),
        examples=_examples(body) + _examples(_json_content(success)),
        statuses=[
            (status, _resolved(document, answer)["description"])
            for status, answer in operation["responses"].items()
        ],
    )


def _json_content(holder: Document) -> Document:
    content: Document = holder.get("content", {}).get("application/json", {})
    return content


def _examples(content: Document) -> list[tuple[str, str]]:
    return [
        (
            gettext(example["summary"]) if "summary" in example else "",
            orjson.dumps(example["value"], option=orjson.OPT_INDENT_2).decode(),
        )
        for example in content.get("examples", {}).values()
    ]


def _resolved(document: Document, schema: Document) -> Document:
    while "$ref" in schema:
        found = document
        for part in schema["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        schema = found
    return schema


def _parameter(document: Document, parameter: Document) -> ShownField:
    return ShownField(
        path=parameter["name"],
        kind=_kind(document, parameter["schema"]),
        required=parameter["required"],
        place=parameter["in"],
        meaning=parameter.get("description", ""),
    )


def _fields(
    document: Document, schema: Document, prefix: str = "", depth: int = 0
) -> Iterator[ShownField]:
    """Every value inside an object, nested ones by their path, lists as `papers[].name`."""
    inner = _inner(document, schema)
    if depth >= DEPTH_MAX:
        return
    required = set(inner.get("required", ()))
    for name, given in inner.get("properties", {}).items():
        path = f"{prefix}{name}"
        yield ShownField(
            path=path,
            kind=_kind(document, given),
            required=name in required,
            place="body",
            meaning=given.get("description", ""),
        )
        step = "[]." if _is_list(document, given) else "."
        yield from _fields(document, given, f"{path}{step}", depth + 1)


def _alternatives(document: Document, schema: Document) -> list[Document]:
    """What the value may be, without null."""
    resolved = _resolved(document, schema)
    several = resolved.get("anyOf", [resolved])
    return [_resolved(document, one) for one in several if one.get("type") != "null"]


def _is_list(document: Document, schema: Document) -> bool:
    return any(one.get("type") == "array" for one in _alternatives(document, schema))


def _inner(document: Document, schema: Document) -> Document:
    """The object that the value is, or that its items are; empty for plain values."""
    for one in _alternatives(document, schema):
        if one.get("type") == "array":
            return _inner(document, one.get("items", {}))
        if "properties" in one:
            return one
    return {}


def _kind(document: Document, schema: Document) -> str:
    """`string ≤ 200`, `integer 1…999`, `DESK | ONLINE | POST`, `list`."""
    return " / ".join(_kind_of(one) for one in _alternatives(document, schema))


def _kind_of(schema: Document) -> str:
    if "enum" in schema:
        return " | ".join(str(value) or "″″" for value in schema["enum"])
    name = schema.get("format", schema.get("type", ""))
    if "maxLength" in schema:
        return f"{name} ≤ {schema['maxLength']}"
    if "maximum" in schema:
        return f"{name} {schema.get('minimum', 0)}…{schema['maximum']}"
    return str(name)
