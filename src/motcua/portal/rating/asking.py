"""The questions as a page shows them, and what it sends read back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.kernel.refusal import Refusal
from motcua.surveys.commands.answering import Asking
from motcua.surveys.rules.answers import AnswerInput
from motcua.surveys.vocabulary import Form, Question
from motcua.surveys.wording import OCCASIONS, REFUSALS

PREFIX = "q-"
TYPED_MAX = 2000
NOTHING_GIVEN = AnswerInput(choices={})


def given_of(form: Form, sent: QueryDict) -> AnswerInput:
    """What was sent, for the questions that are asked."""
    return AnswerInput(
        choices={one.key: sent.get(f"{PREFIX}{one.key}", "") for one in form.questions},
        reasons=frozenset(sent.getlist("reasons")),
        comment=sent.get("comment", "")[:TYPED_MAX],
        contact=sent.get("contact", "")[:TYPED_MAX],
    )


def asked_context(
    asking: Asking, given: AnswerInput = NOTHING_GIVEN, problems: Iterable[Refusal] = ()
) -> dict[str, Any]:
    """Everything that was chosen stays chosen; each problem at its question."""
    language = get_language() or ""
    faults = {one.field or "": _(str(REFUSALS[one.code])) % one.params for one in problems}
    rows = [_question(asking.form, one, given, faults, language) for one in asking.form.questions]
    return {
        "occasion": OCCASIONS[asking.occasion],
        "questions": rows,
        "reasons": [
            {
                "value": one.key,
                "label": one.words.in_language(language),
                "chosen": one.key in given.reasons,
            }
            for one in asking.form.reasons
        ],
        "comment": given.comment,
        "contact": given.contact,
        "faults": faults,
        "summary": _summary(rows, faults),
    }


def _question(
    form: Form, one: Question, given: AnswerInput, faults: dict[str, str], language: str
) -> dict[str, Any]:
    return {
        "name": f"{PREFIX}{one.key}",
        "legend": one.words.in_language(language),
        "group": one.group.in_language(language) if one.group else "",
        "error": faults.get(one.key, ""),
        "choices": [
            {
                "value": str(level.value),
                "label": level.words.in_language(language),
                "chosen": given.choices.get(one.key) == str(level.value),
            }
            for level in form.levels
        ],
    }


def _summary(rows: list[dict[str, Any]], faults: dict[str, str]) -> list[dict[str, str]]:
    """Every fault with the place it leads to, those of questions under their words."""
    told = [
        {"text": f"{row['legend']}: {row['error']}", "field_id": f"id_{row['name']}_0"}
        for row in rows
        if row["error"]
    ]
    places = {"reasons": "id_reasons_0", "comment": "id_comment", "contact": "id_contact"}
    more = [{"text": faults[name], "field_id": at} for name, at in places.items() if name in faults]
    return told + more
