"""The page of the API: its operations, as the OpenAPI document names them, and its problems."""

from __future__ import annotations

from typing import Any

from motcua.api.openapi import completed
from motcua.api.problems import OTHERWISE, STATUS_OF
from motcua.api.urls import api
from motcua.jobs.reference.layout import code, page, table

METHODS = ("get", "post", "put", "patch", "delete")


def api_page() -> str:
    # The prefix is given, so that the page does not depend on how addresses are mounted.
    paths: dict[str, Any] = completed(api.get_openapi_schema(path_prefix="/api/v1/"))["paths"]
    operations = [
        [code(f"{method.upper()} {path}"), code(operation["operationId"]), operation["summary"]]
        for path, methods in sorted(paths.items())
        for method, operation in methods.items()
        if method in METHODS
    ]
    problems = [[code(name), str(status)] for name, status in sorted(STATUS_OF.items())]
    intro = (
        "The whole description with every shape is served at `/api/v1/openapi.json`. "
        "A token: `./motcua token --officer NAME`."
    )
    return page(
        "API",
        intro,
        "## Operations\n\n" + table(["operation", "name", "tiếng Việt"], operations),
        f"## Status of problems\n\nEvery other refusal is {OTHERWISE}: a value to mend "
        "([all refusals](refusals.md)).\n\n" + table(["code", "status"], problems),
    )
