"""A questionnaire as a document (JSON, TOML) read into its pure value, every fault told at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from motcua.kernel.refusal import ManyProblems, Refusal
from motcua.surveys.vocabulary import Form, Level, Question, Reason, Words

QUESTIONS_MAX = 40
WORDS_MAX = 300
WEIGHT_MAX = 10
DAYS_MAX = 90
CRITERIA = frozenset("abcdđeghi") | {""}
"""Letters of TT 01/2018/TT-VPCP Art. 31."""


class SurveyFormFaulty(Refusal):
    """The document is no questionnaire: `place` names where, `fault` what is wrong there."""

    code = "survey-form-faulty"


def read_form(document: Mapping[str, Any]) -> Form:
    """Refusals: ManyProblems of SurveyFormFaulty."""
    faults = list(_faults(document))
    if faults:
        raise ManyProblems(faults)
    return Form(
        key=document["key"],
        name=_words(document["name"]),
        levels=tuple(
            Level(
                value=one["value"],
                points=one["points"],
                is_satisfied=one["is_satisfied"],
                is_bad=one["is_bad"],
                words=_words(one),
            )
            for one in document["levels"]
        ),
        questions=tuple(_question(one) for one in document["questions"]),
        reasons=tuple(Reason(key=one["key"], words=_words(one)) for one in document["reasons"]),
        satisfied_from=document["satisfied_from"],
        follow_up_days=document["follow_up_days"],
    )


def document_of(form: Form) -> dict[str, Any]:
    """The same as plain values: what is kept, and what the fact says."""
    return {
        "key": form.key,
        "name": _plain(form.name),
        "satisfied_from": form.satisfied_from,
        "follow_up_days": form.follow_up_days,
        "levels": [
            {
                "value": one.value,
                "points": one.points,
                "is_satisfied": one.is_satisfied,
                "is_bad": one.is_bad,
                **_plain(one.words),
            }
            for one in form.levels
        ],
        "questions": [
            {
                "key": one.key,
                "weight": one.weight,
                "is_overall": one.is_overall,
                "criterion": one.criterion,
                **_plain(one.words),
                **({"group": _plain(one.group)} if one.group else {}),
            }
            for one in form.questions
        ],
        "reasons": [{"key": one.key, **_plain(one.words)} for one in form.reasons],
    }


def _question(one: Mapping[str, Any]) -> Question:
    return Question(
        key=one["key"],
        weight=one["weight"],
        words=_words(one),
        group=_words(one["group"]) if one.get("group") else None,
        criterion=one.get("criterion", ""),
        is_overall=bool(one.get("is_overall")),
    )


def _words(one: Mapping[str, Any]) -> Words:
    return Words(vi=one["vi"], en=one["en"])


def _plain(words: Words) -> dict[str, str]:
    return {"vi": words.vi, "en": words.en}


def _fault(place: str, fault: str) -> SurveyFormFaulty:
    return SurveyFormFaulty(field="document", place=place, fault=fault)


def _faults(document: Mapping[str, Any]) -> Iterable[SurveyFormFaulty]:
    if not isinstance(document.get("key"), str) or not document["key"]:
        yield _fault("key", "missing")
    yield from _word_faults("name", document.get("name"))
    yield from _number_faults(document, "satisfied_from", 0, 100)
    yield from _number_faults(document, "follow_up_days", 1, DAYS_MAX)
    yield from _level_faults(_many(document, "levels"))
    yield from _question_faults(_many(document, "questions"))
    reasons = _many(document, "reasons")
    yield from _key_faults("reasons", reasons)
    if not reasons:
        yield _fault("reasons", "missing")


def _many(document: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = document.get(name)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def _level_faults(levels: list[Mapping[str, Any]]) -> Iterable[SurveyFormFaulty]:
    values = [one.get("value") for one in levels]
    if len(levels) < 2 or len(set(values)) != len(values):
        yield _fault("levels", "fewer-than-two-or-twice")
    yield from _scale_faults(levels)
    for number, one in enumerate(levels, start=1):
        yield from _word_faults(f"levels {number}", one)
        yield from _number_faults(one, "value", 0, 100, f"levels {number} ")
        yield from _number_faults(one, "points", 0, 100, f"levels {number} ")
        if not all(isinstance(one.get(name), bool) for name in ("is_satisfied", "is_bad")):
            yield _fault(f"levels {number}", "is_satisfied-is_bad")
        elif one["is_satisfied"] and one["is_bad"]:
            yield _fault(f"levels {number}", "satisfied-and-bad")


def _scale_faults(levels: list[Mapping[str, Any]]) -> Iterable[SurveyFormFaulty]:
    """A scale goes from 0 points to 100, a higher level has more, and it knows content and not content."""
    known = [one for one in levels if isinstance(one.get("value"), int)]
    rising = [one.get("points") for one in sorted(known, key=lambda one: int(one["value"]))]
    points = [one for one in rising if isinstance(one, int)]
    if len(points) == len(levels) and (
        points != sorted(set(points)) or points[:1] != [0] or points[-1:] != [100]
    ):
        yield _fault("levels", "points-do-not-rise")
    if {bool(one.get("is_satisfied")) for one in levels} != {True, False}:
        yield _fault("levels", "no-satisfied-or-no-other")


def _question_faults(questions: list[Mapping[str, Any]]) -> Iterable[SurveyFormFaulty]:
    if not 1 <= len(questions) <= QUESTIONS_MAX:
        yield _fault("questions", f"1–{QUESTIONS_MAX}")
    if sum(bool(one.get("is_overall")) for one in questions) > 1:
        yield _fault("questions", "is_overall-twice")
    yield from _key_faults("questions", questions)
    for number, one in enumerate(questions, start=1):
        yield from _number_faults(one, "weight", 1, WEIGHT_MAX, f"questions {number} ")
        if one.get("criterion", "") not in CRITERIA:
            yield _fault(f"questions {number}", "criterion")
        if one.get("group"):
            yield from _word_faults(f"questions {number} group", one["group"])


def _key_faults(place: str, rows: list[Mapping[str, Any]]) -> Iterable[SurveyFormFaulty]:
    keys = [one.get("key") for one in rows]
    if len(set(keys)) != len(keys) or not all(isinstance(key, str) and key for key in keys):
        yield _fault(place, "key-missing-or-twice")
    for number, one in enumerate(rows, start=1):
        yield from _word_faults(f"{place} {number}", one)


def _word_faults(place: str, one: Any) -> Iterable[SurveyFormFaulty]:
    for language in ("vi", "en"):
        words = one.get(language) if isinstance(one, Mapping) else None
        if not isinstance(words, str) or not words.strip() or len(words) > WORDS_MAX:
            yield _fault(place, language)


def _number_faults(
    one: Mapping[str, Any], name: str, least: int, most: int, place: str = ""
) -> Iterable[SurveyFormFaulty]:
    value = one.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        yield _fault(f"{place}{name}", f"{least}–{most}")
