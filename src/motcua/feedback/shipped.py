"""The terms that the product brings along, in `data/terms.json`."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import orjson

from motcua.feedback.rules import terms

DATA = Path(__file__).parent / "data"


@cache
def shipped_terms() -> tuple[terms.Terms, ...]:
    return terms.read_terms(orjson.loads((DATA / "terms.json").read_bytes()))


def terms_of(day: date) -> terms.Terms:
    """Those in force on a day. Refusals: NoTermsThen."""
    return terms.terms_on(day, shipped_terms())
