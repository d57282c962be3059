"""The declaration that comes in with a dossier: answers to the interactive form of its procedure.

Portal, desk and API hand in the same plain answers; this is where they are checked, by the one check
of `eforms`. Basis: NĐ 224/2026/NĐ-CP Art. 15 (interactive forms, asked once); law.md 4.8.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.dossiers.vocabulary import Declared
from motcua.eforms.rules.shapes import Form
from motcua.eforms.rules.validation import Checked, check
from motcua.kernel.refusal import Refusal

Answers = dict[str, Any]


class FormUnknown(Refusal):
    """No such version of a form, or it is the form of another procedure."""

    code = "form-unknown"


class FormNotInForce(Refusal):
    """Another version of the form is to be filled in on that day."""

    code = "form-not-in-force"


class AnswerFaulty(Refusal):
    """An answer of the declaration is wrong: at `path`, `why` is the code of the form's check."""

    code = "answer-faulty"


class AnswerUnchanged(Refusal):
    """An answer that was asked for anew is the one that stood there; params: path."""

    code = "answer-unchanged"


class DeclarationMissing(Refusal):
    """What comes in by web comes with the answers to its form."""

    code = "declaration-missing"


@dataclass(frozen=True, kw_only=True, slots=True)
class FormFacts:
    """A version of the form of the procedure. `valid_until` exclusive, None = open."""

    version_id: int
    valid_from: date
    valid_until: date | None
    form: Form

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


@dataclass(frozen=True, kw_only=True, slots=True)
class Declaration:
    """The answers made plain, as fact and row keep them; `problems`: all that is wrong with them."""

    eform_version_id: int
    answers: Answers
    problems: tuple[Refusal, ...] = ()

    def to_plain(self) -> dict[str, Any]:
        return {"eform_version_id": self.eform_version_id, "answers": self.answers}


def declare(declared: Declared, facts: FormFacts | None, day: date) -> Declaration:
    """The declaration as it comes in on a day. Refuses nothing: the problems are told with all others."""
    version_id, answers = declared.eform_version_id, declared.answers
    if facts is None:
        problem: Refusal = FormUnknown(field="declaration")
    elif not facts.holds_on(day):
        problem = FormNotInForce(field="declaration", day=day.isoformat())
    else:
        return _checked(version_id, check(facts.form, answers, on=day))
    return Declaration(eform_version_id=version_id, answers={}, problems=(problem,))


def redeclare(
    before: Declared, given: Mapping[str, Any], asked: Collection[str] | None, form: Form, day: date
) -> Declaration:
    """What was declared, with new answers to what was `asked` for: keys of items on the pages of the
    form; None = all of them. What only now is asked, because of a new answer, is taken too.

    Answers that nobody asked for stay as they were, whatever was sent.
    """
    if asked is None:
        return _checked(before.eform_version_id, check(form, given, on=day))
    answers: Answers = deepcopy(before.answers)
    hidden = check(form, answers, on=day).hidden
    opened = set(asked)
    while opened:
        for path in sorted(opened):
            _take(answers, given, path.split("."))
        checked = check(form, answers, on=day)
        opened = {path for path in hidden - checked.hidden if not _is_above_one_of(path, opened)}
        hidden = hidden & checked.hidden
    return _checked(before.eform_version_id, checked) if asked else _kept(before)


def unchanged(
    before: Declared, given: Mapping[str, Any], asked: Collection[str], form: Form, day: date
) -> frozenset[str]:
    """Those of `asked` that would be answered just as before."""
    stood = check(form, before.answers, on=day).answers
    would = redeclare(before, given, asked, form, day).answers
    return frozenset(path for path in asked if _at(stood, path) == _at(would, path))


def _at(answers: Any, path: str) -> Any:
    for key in path.split("."):
        answers = answers.get(key) if isinstance(answers, Mapping) else None
    return answers


def _kept(before: Declared) -> Declaration:
    return Declaration(eform_version_id=before.eform_version_id, answers=before.answers)


def _is_above_one_of(path: str, opened: Collection[str]) -> bool:
    """What stands in an item that was taken whole has been taken."""
    return any(path == one or path.startswith(f"{one}.") for one in opened)


def _take(answers: Answers, given: Mapping[str, Any], path: list[str]) -> None:
    """One answer from `given`; without one there it is unanswered. An item of a repeat comes with
    the whole repeat."""
    key, *below = path
    there = given.get(key)
    inner = answers.setdefault(key, {}) if below else None
    if below and isinstance(inner, dict) and isinstance(there, Mapping):
        _take(inner, there, below)
    elif there is None:
        answers.pop(key, None)
    else:
        answers[key] = deepcopy(there)


def _checked(version_id: int, checked: Checked) -> Declaration:
    return Declaration(
        eform_version_id=version_id,
        answers=checked.answers,
        problems=tuple(
            AnswerFaulty(
                field=f"declaration.{fault.path}",
                path=fault.path,
                why=fault.code,
                told=dict(fault.params),
            )
            for fault in checked.faults
        ),
    )
