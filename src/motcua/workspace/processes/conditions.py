"""When a branch is taken: chosen from lists of what is known of a dossier and what its declaration asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from motcua.dossiers.vocabulary import Decision
from motcua.dossiers.wording import CHANNELS, DECISIONS
from motcua.eforms.condition_words import condition_words
from motcua.eforms.queries.forms import form_in_force
from motcua.eforms.rules.conditions import read_condition
from motcua.eforms.rules.picking import Offer, Statement
from motcua.eforms.rules.shapes import Choice, Field, Form, Page, Text
from motcua.eforms.vocabulary import FieldKind
from motcua.procedures.queries.details import procedure_detail
from motcua.procedures.vocabulary import Channel
from motcua.processes.queries.identity import ProcessIdentity
from motcua.workspace.eforms.conditions import ConditionEditor

Document = dict[str, Any]
VARIANT: Final = "variant"
FACTS: Final = ("channel", "online", "outside_territory", "decision", VARIANT)
"""What the work itself knows (`workflow.rules.known`), before the questions of the declaration."""


def askable(identity: ProcessIdentity, today: date) -> Form:
    """Everything that a condition of the process may look at, as a form."""
    variants = procedure_detail(identity.procedure_version_id).variants
    named = {str(one.id): one.name for one in variants if one.name}
    found = form_in_force(identity.procedure_id, today)
    return with_facts(found.form if found else None, named)


def with_facts(form: Form | None, variants: Mapping[str, str]) -> Form:
    """The questions of the declaration after what is known of every dossier."""
    facts = Page(key="dossier", title=Text(vi=_("Hồ sơ")), fields=tuple(_facts(variants)))
    pages = tuple(
        replace(page, fields=tuple(one for one in page.fields if one.key not in FACTS))
        for page in (form.pages if form else ())
    )
    return Form(code="process", title=Text(vi=_("Hồ sơ")), pages=(facts, *pages))


def _facts(variants: Mapping[str, str]) -> list[Field]:
    facts = [
        _choice("channel", _("Cách nộp"), {one.value: str(CHANNELS[one]) for one in Channel}),
        _yes_no("online", _("Nộp qua mạng")),
        _yes_no("outside_territory", _("Nộp ở ngoài địa bàn giải quyết")),
        _choice("decision", _("Quyết định"), {one.value: str(DECISIONS[one]) for one in Decision}),
    ]
    return [*facts, _choice(VARIANT, _("Trường hợp"), variants)] if variants else facts


def _yes_no(key: str, label: str) -> Field:
    return Field(key=key, kind=FieldKind.YES_NO, label=Text(vi=label))


def _choice(key: str, label: str, words: Mapping[str, str]) -> Field:
    choices = tuple(Choice(code=code, label=Text(vi=said)) for code, said in words.items())
    return Field(key=key, kind=FieldKind.CHOICE, label=Text(vi=label), choices=choices)


class BranchCondition(ConditionEditor):
    """The rows of the condition of one branch. A variant is looked for by its id, a whole number."""

    def __init__(self, form: Form, at: int, document: Any) -> None:
        super().__init__(form, None, f"when-{at}", document)

    def _offered(self, *, is_check: bool) -> tuple[Offer, ...]:
        return tuple(
            Offer(one.path, tuple(map(_kept, filter(_is_value, one.statements))))
            if one.path in FACTS
            else one
            for one in super()._offered(is_check=is_check)
        )

    def _worded(self, document: Any) -> str:
        return condition_words(self._form, read_condition(_shown(document)), self._node)


def _is_value(statement: Statement) -> bool:
    """Whether something is what it is; of what is known of every dossier nothing is ever left blank."""
    return "answered" not in statement.get("not", statement)


def _kept(document: Any) -> Any:
    """As the dossier knows it: variants by number."""
    return _with_variant(document, int)


def _shown(document: Any) -> Any:
    """As the form knows it: variants by the code of a choice."""
    return _with_variant(document, str)


def _with_variant(document: Any, kind: type[int] | type[str]) -> Any:
    if isinstance(document, list):
        if len(document) == 2 and document[0] == VARIANT and type(document[1]) in (int, str):
            return [VARIANT, kind(document[1])]
        return [_with_variant(one, kind) for one in document]
    if isinstance(document, dict):
        return {name: _with_variant(one, kind) for name, one in document.items()}
    return document


def branch_editors(form: Form, step: Document, count: int) -> list[BranchCondition]:
    """One for each branch that the page shows or may have sent, by its place."""
    standing = [one.get("when") for one in step.get("next", [])]
    return [
        BranchCondition(form, at, standing[at] if at < len(standing) else None)
        for at in range(count)
    ]
