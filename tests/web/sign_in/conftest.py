"""Each test has its own database and its own count of tries."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.cache import cache

from motcua.ledger.caching import forget_all


@pytest.fixture(autouse=True)
def _fresh_answers() -> Iterator[None]:
    forget_all()
    cache.clear()
    yield
    forget_all()
    cache.clear()
