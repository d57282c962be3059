"""The environment of the pages, without a request and without a database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.template import engines
from django.test import override_settings
from jinja2 import Environment


@pytest.fixture(autouse=True, scope="module")
def _own_addresses() -> Iterator[None]:
    with override_settings(ROOT_URLCONF="tests.ui.addresses"):
        yield


@pytest.fixture(scope="session")
def pages() -> Environment:
    env = engines["jinja2"].env  # type: ignore[attr-defined]
    assert isinstance(env, Environment)
    return env


@pytest.fixture(scope="session")
def draw(pages: Environment) -> Callable[..., str]:
    """Draws a piece of template that has the components as `ui`."""

    def _draw(source: str, **values: Any) -> str:
        return pages.from_string('{% import "ui/kit.html" as ui %}' + source).render(**values)

    return _draw
