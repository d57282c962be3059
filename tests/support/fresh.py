"""Answers kept in memory under the catalogue's digest must not outlive a test's database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from motcua.ledger.caching import forget_all


@pytest.fixture(autouse=True)
def fresh_answers() -> Iterator[None]:
    forget_all()
    yield
    forget_all()
