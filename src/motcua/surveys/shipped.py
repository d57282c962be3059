"""What is asked until an administrator sets something else: `data/*.toml`, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from motcua.surveys.rules.forms import read_form
from motcua.surveys.vocabulary import Form, Occasion, SurveyTerms

DATA = Path(__file__).parent / "data"
SHORT, SIPAS = "short", "sipas"
ASKED_AFTER = frozenset({Occasion.RETURN})
"""After what is asked where nobody has set anything: once, when the matter is over."""


@cache
def shipped_forms() -> Mapping[str, Form]:
    """By key, each checked by the rule that checks an administrator's."""
    return MappingProxyType({key: read_form(_read(key)) for key in (SHORT, SIPAS)})


@cache
def all_terms() -> tuple[SurveyTerms, ...]:
    rows = tuple(SurveyTerms(**one) for one in _read("terms")["terms"])
    return tuple(sorted(rows, key=lambda one: one.valid_from))


def terms_on(day: date) -> SurveyTerms:
    """The last ones that had begun; before all, the first."""
    begun = [one for one in all_terms() if one.valid_from <= day]
    return begun[-1] if begun else all_terms()[0]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
