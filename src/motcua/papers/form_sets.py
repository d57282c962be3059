"""Which version of a form is in force on a day (Circulars 01/2018/TT-VPCP and 03/2025/TT-VPCP)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from motcua.kernel.refusal import Refusal

FORMS = Path(__file__).parent / "forms"
FORM_SETS = Path(__file__).parent / "form_sets.toml"


class NoFormSetInForce(Refusal):
    """No form set of ours was in force on that day (`on`); the first begins on `earliest`."""

    code = "no-form-set-in-force"


class FormUnknown(Refusal):
    """The form set `form_set` has no form `form_no`."""

    code = "form-unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormVersion:
    """One form of one set: where its Typst template lies and what the paper is called."""

    form_set: str
    form_no: str
    title: str
    template: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSet:
    """The forms of one circular; in force from `valid_from` until before `valid_until`."""

    code: str
    source: str
    valid_from: date
    valid_until: date | None
    forms: dict[str, FormVersion]

    def is_in_force(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_until is None or on < self.valid_until)


def read_form_sets(text: str) -> tuple[FormSet, ...]:
    """Form sets from TOML, earliest first."""
    sets = [_form_set(entry) for entry in tomllib.loads(text)["set"]]
    return tuple(sorted(sets, key=lambda form_set: form_set.valid_from))


@lru_cache(maxsize=1)
def form_sets() -> tuple[FormSet, ...]:
    return read_form_sets(FORM_SETS.read_text(encoding="utf-8"))


def choose(on: date, form_no: str) -> FormVersion:
    """The version of form `form_no` ("01") for a paper dated `on`.

    A day before the first set is refused rather than printed on a form that did not exist yet.
    Refusals: NoFormSetInForce, FormUnknown.
    """
    in_force = [form_set for form_set in form_sets() if form_set.is_in_force(on)]
    if not in_force:
        raise NoFormSetInForce(on=on, earliest=form_sets()[0].valid_from)
    form_set = in_force[-1]
    if form_no not in form_set.forms:
        raise FormUnknown(form_no=form_no, form_set=form_set.code)
    return form_set.forms[form_no]


def _form_set(entry: dict[str, Any]) -> FormSet:
    forms = {
        form_no: FormVersion(
            form_set=entry["code"],
            form_no=form_no,
            title=form["title"],
            template=FORMS / form["template"],
        )
        for form_no, form in entry["forms"].items()
    }
    return FormSet(
        code=entry["code"],
        source=entry["source"],
        valid_from=entry["valid_from"],
        valid_until=entry.get("valid_until"),
        forms=forms,
    )
