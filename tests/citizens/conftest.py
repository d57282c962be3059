"""Each test reads its own database: answers kept from another one are forgotten."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from motcua.ledger.caching import forget_all


@pytest.fixture(autouse=True)
def _fresh_answers() -> Iterator[None]:
    forget_all()
    yield
    forget_all()
