"""Which version of a form is in force on a day (Circulars 01/2018/TT-VPCP and 03/2025/TT-VPCP)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from motcua.kernel.refusal import Refusal
from motcua.papers.rules.words import WordSheet, read_sheet
from motcua.papers.vocabulary import PaperKind

FORMS = Path(__file__).parent / "forms"
FORM_SETS = Path(__file__).parent / "form_sets.toml"
EVERY_FORM_WORDS = FORMS / "every-form.toml"


class NoFormSetInForce(Refusal):
    """No form set of ours was in force on that day (`on`); the first begins on `earliest`."""

    code = "no-form-set-in-force"


class FormUnknown(Refusal):
    """The form set `form_set` has no form `form_no`."""

    code = "form-unknown"


class PaperNotInFormSet(Refusal):
    """The set of that day has no paper of this kind (`kind`): the circular `source` knows none."""

    code = "paper-not-in-form-set"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormVersion:
    """One form of one set: its Typst template, its words, and what the paper is called.

    `key` names it in addresses and tables: "tt03-2025/02".
    """

    form_set: str
    form_no: str
    kind: PaperKind
    title: str
    template: Path
    word_files: tuple[Path, ...]

    @property
    def key(self) -> str:
        return f"{self.form_set}/{self.form_no}"

    @property
    def sheet(self) -> WordSheet:
        """The words it has as long as nobody changed them."""
        return _sheet(self.word_files)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSet:
    """The forms of one circular; in force from `valid_from` until before `valid_until`.

    The companions are a set of our own beside them: papers of practice that no circular prescribes.
    """

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
    """The sets of the circulars, earliest first."""
    return read_form_sets(FORM_SETS.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def companions() -> FormSet:
    """The papers that go with the forms and follow no circular."""
    return _form_set(tomllib.loads(FORM_SETS.read_text(encoding="utf-8"))["companions"])


@lru_cache(maxsize=1)
def every_form() -> dict[str, FormVersion]:
    """All forms of all sets by key, newest set first, companions last."""
    sets = (*reversed(form_sets()), companions())
    return {form.key: form for form_set in sets for form in form_set.forms.values()}


def form_called(key: str) -> FormVersion:
    """The form of that key ("tt03-2025/02"). Refusal: FormUnknown."""
    found = every_form().get(key)
    if found is None:
        form_set, _, form_no = key.partition("/")
        raise FormUnknown(field="form_key", form_no=form_no, form_set=form_set)
    return found


def set_in_force(on: date) -> FormSet:
    """The set of the circular in force. A day before the first is refused rather than printed on a
    form that did not exist yet. Refusal: NoFormSetInForce."""
    in_force = [form_set for form_set in form_sets() if form_set.is_in_force(on)]
    if not in_force:
        raise NoFormSetInForce(on=on, earliest=form_sets()[0].valid_from)
    return in_force[-1]


def form_for(kind: PaperKind, on: date) -> FormVersion:
    """The form in which a paper of this kind is printed when dated `on`.

    Refusals: NoFormSetInForce, PaperNotInFormSet.
    """
    found = forms_on(on).get(kind)
    if found is None:
        raise PaperNotInFormSet(kind=kind.value, source=set_in_force(on).source)
    return found


def forms_on(day: date) -> dict[PaperKind, FormVersion]:
    """Every kind of paper that can be printed when dated that day. Refusals: NoFormSetInForce."""
    offered = (*set_in_force(day).forms.values(), *companions().forms.values())
    return {form.kind: form for form in reversed(offered)}


@lru_cache(maxsize=64)
def _sheet(word_files: tuple[Path, ...]) -> WordSheet:
    return read_sheet(word_files)


def _form_set(entry: dict[str, Any]) -> FormSet:
    return FormSet(
        code=entry["code"],
        source=entry["source"],
        valid_from=entry["valid_from"],
        valid_until=entry.get("valid_until"),
        forms={
            form_no: _form_version(entry["code"], form_no, form)
            for form_no, form in entry["forms"].items()
        },
    )


def _form_version(form_set: str, form_no: str, form: dict[str, Any]) -> FormVersion:
    """Words of every form first, then those of its own sheet."""
    return FormVersion(
        form_set=form_set,
        form_no=form_no,
        kind=PaperKind(form["kind"]),
        title=form["title"],
        template=FORMS / form["template"],
        word_files=(EVERY_FORM_WORDS, FORMS / form["words"]),
    )
