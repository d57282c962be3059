"""The validator's errors in our codes and words: callers never see those of a library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from motcua.api.problems import ProblemError
from motcua.api.wording import KINDS, VALUES

ERRORS_MAX = 50
NAME_LENGTH_MAX = 100
WHOLE_NUMBER_MAX = 2**53 - 1
OTHERWISE = "value-form"
CODES = {
    "missing": "value-missing",
    "extra_forbidden": "value-unknown",
    "query_unknown": "value-unknown",
    "string_type": "value-type",
    "int_type": "value-type",
    "int_parsing": "value-type",
    "int_from_float": "value-type",
    "bool_type": "value-type",
    "bool_parsing": "value-type",
    "decimal_type": "value-type",
    "decimal_parsing": "value-type",
    "list_type": "value-type",
    "model_type": "value-type",
    "model_attributes_type": "value-type",
    "dict_type": "value-type",
    "enum": "value-choice",
    "literal_error": "value-choice",
    "string_too_long": "value-too-long",
    "string_too_short": "value-too-short",
    "too_long": "value-too-many",
    "greater_than": "value-too-small",
    "greater_than_equal": "value-too-small",
    "less_than": "value-too-large",
    "less_than_equal": "value-too-large",
    "int_parsing_size": "value-too-large",
    "instant-form": "instant-form",
    "day-form": "day-form",
}
_KIND_OF = {
    "string": "text",
    "int": "whole-number",
    "bool": "yes-or-no",
    "decimal": "number",
    "list": "list",
    "model": "object",
    "dict": "object",
}
# Where the value came from, and the name our handlers give the body, say nothing to a caller.
_NOT_TOLD = ("body", "query", "path", "header", "given")


def value_problems(errors: Sequence[dict[str, Any]]) -> list[ProblemError]:
    """One entry for each faulty value, in the order of the request, at most ERRORS_MAX."""
    return [problem_of_value(error) for error in errors[:ERRORS_MAX]]


def problem_of_value(error: dict[str, Any]) -> ProblemError:
    """`error` as pydantic describes it: `type`, `loc`, `ctx`."""
    code = CODES.get(error["type"], OTHERWISE)
    return ProblemError(code=code, field=_path(error), detail=_detail(code, error))


def _path(error: dict[str, Any]) -> str:
    if error["type"] == "query_unknown":
        return str(error["ctx"]["name"])[:NAME_LENGTH_MAX]
    parts = [str(part) for part in error["loc"]]
    while parts and parts[0] in _NOT_TOLD:
        parts.pop(0)
    return ".".join(parts)


def _detail(code: str, error: dict[str, Any]) -> str:
    context = error.get("ctx", {})
    params = {
        "expected": _expected(error),
        "min": context.get("ge", context.get("gt", context.get("min_length", 0))),
        "max": context.get("le", context.get("lt", context.get("max_length", WHOLE_NUMBER_MAX))),
    }
    return str(VALUES[code]) % params


def _expected(error: dict[str, Any]) -> str:
    told = error.get("ctx", {}).get("expected")
    if told is not None:
        return str(told).replace(" or ", ", ").replace("'", "")
    kind = _KIND_OF.get(error["type"].partition("_")[0])
    return str(KINDS[kind]) if kind else ""
