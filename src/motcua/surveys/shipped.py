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
SHORT, SIPAS, STAGE = "short", "sipas", "stage"


@cache
def shipped_forms() -> Mapping[str, Form]:
    """By key, each checked by the rule that checks an administrator's."""
    return MappingProxyType({key: read_form(_read(key)) for key in (SHORT, STAGE, SIPAS)})


@cache
def all_terms() -> tuple[SurveyTerms, ...]:
    rows = tuple(_terms(one) for one in _read("terms")["terms"])
    return tuple(sorted(rows, key=lambda one: one.valid_from))


def terms_on(day: date) -> SurveyTerms:
    """The last ones that had begun; before all, the first."""
    begun = [one for one in all_terms() if one.valid_from <= day]
    return begun[-1] if begun else all_terms()[0]


def shipped_form(occasion: Occasion, day: date) -> Form | None:
    """What is asked then where nobody has set anything."""
    key = terms_on(day).asked_after.get(occasion)
    return shipped_forms()[key] if key else None


def _terms(one: dict[str, Any]) -> SurveyTerms:
    asked_after = {Occasion(name): key for name, key in one.pop("asked_after", {}).items()}
    return SurveyTerms(**one, asked_after=MappingProxyType(asked_after))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
