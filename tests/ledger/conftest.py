"""Each test reads its own database: answers kept from another one are forgotten."""

from __future__ import annotations

from tests.support.fresh import fresh_answers  # noqa: F401
