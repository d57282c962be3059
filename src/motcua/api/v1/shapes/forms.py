"""Interactive forms and answers to them."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from motcua.api.v1.shapes.fields import Day, Given, RowId, Told


class AnswersIn(Given):
    """Answers as people type them or as the schema has them."""

    answers: dict[str, Any] = Field(
        description="By the keys of the form; groups are objects, repeats lists of objects.",
        examples=[{"child": {"name": "Lê Minh An", "birth_date": "01/06/2026"}}],
    )


class DeclarationIn(AnswersIn):
    """The declaration typed into the interactive form; left out when it comes on paper."""

    form_version_id: RowId | None = Field(
        None, description="`version_id` of the form. Left out: the one in force on the day."
    )


class FormOut(Told):
    """A version of the form of a procedure."""

    version_id: int
    version_number: int
    valid_from: Day
    valid_until: Day | None
    digest: str = Field(description="The same for the same content.")
    form: dict[str, Any] = Field(
        description="Pages of questions, conditions and formulas, as data."
    )
    answers_schema: dict[str, Any] = Field(description="JSON Schema of plain answers.")


class NoticedOut(Told):
    """One thing about the answer at `path` (dotted; items of a repeat are counted from 0)."""

    path: str = Field(examples=["witnesses.1.name"])
    code: str = Field(examples=["answer-required"])
    detail: str


class CheckedOut(Told):
    """What the one check says. `hidden`: what is not asked now; `doubts`: worth a look, never in the
    way; `unknown`: names that the form does not have."""

    version_id: int
    is_complete: bool
    answers: dict[str, Any]
    faults: list[NoticedOut]
    doubts: list[NoticedOut]
    hidden: list[str]
    pages: list[str]
    unknown: list[str]
