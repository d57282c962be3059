"""What the forms of acts for many dossiers have in common."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _t

from motcua.accounts.queries.colleagues import Colleague
from motcua.dossiers import inputs
from motcua.dossiers.queries.bulk import Candidate, Chosen, Outcome
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.vocabulary import Decision
from motcua.kernel.refusal import Refusal
from motcua.workspace.acts.forms.act_form import (
    PAGE_WORDS,
    problems_of,
)

HIDDEN = frozenset({"request_key"})


@dataclass(frozen=True, kw_only=True)
class Many:
    """What a form knows of where it stands: when, the dossiers, who may be given work, what was
    proposed or decided of each, by code."""

    at: datetime
    dossiers: Sequence[Candidate]
    people: Sequence[Colleague]
    loads: dict[int, int]
    outcomes: dict[str, Outcome] = field(default_factory=dict)


class BulkForm(forms.Form):
    """`to_input` gives what the command takes for each; `own_of` what is one dossier's alone."""

    is_grave: ClassVar[bool] = False
    request_key = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"required": PAGE_WORDS, "invalid": PAGE_WORDS}
    )

    def __init__(self, many: Many, data: QueryDict | None = None) -> None:
        self.many = many
        super().__init__(data, initial={"request_key": uuid.uuid4(), **self.first_values()})
        self.settle()

    def first_values(self) -> dict[str, Any]:
        return {}

    def settle(self) -> None:
        """Choices that depend on who is there."""

    @property
    def own_fields(self) -> list[Any]:
        return [field for field in self if field.name not in HIDDEN]

    def to_input(self) -> Any:
        return inputs.Nothing()

    def own_of(self, place: int) -> dict[str, Any]:
        """What of the input is that of the dossier at this place, counted from 0."""
        return {}

    def chosen(self, seen: dict[str, int]) -> tuple[Chosen, ...]:
        """The dossiers as they were on the page."""
        return tuple(
            Chosen(
                code=one.row.code,
                version=seen.get(one.row.code, one.version),
                own=self.own_of(place),
            )
            for place, one in enumerate(self.many.dossiers)
        )

    def refuse(self, refusal: Refusal) -> None:
        field = refusal.field if refusal.field in self.fields else None
        self.add_error(field, sentence(refusal))

    def problems(self) -> list[dict[str, str]]:
        told = [{"text": str(text), "field_id": ""} for text in self.non_field_errors()]
        return [*told, *problems_of(self)]


def needed(text: str, words: str) -> str:
    """A text that every one of the dossiers would be refused for lack of."""
    if not text.strip():
        raise forms.ValidationError(words, code="required")
    return text.strip()


def grounds_needed(form: BulkForm, given: dict[str, Any], name: str) -> dict[str, Any]:
    if given.get("decision") == Decision.DECLINED and not given.get(name, "").strip():
        form.add_error(name, _t("Không đủ điều kiện thì phải nêu căn cứ."))
    return given
