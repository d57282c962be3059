"""The declaration of a dossier in the register: read, and answered anew when somebody asked for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson

from motcua.dossiers.inputs import AskToComplete
from motcua.dossiers.models import Declaration as DeclarationRow
from motcua.dossiers.rules.intake import ReceptionRefused
from motcua.dossiers.rules.submitted.declaring import (
    AnswerUnchanged,
    DeclarationMissing,
    redeclare,
    unchanged,
)
from motcua.dossiers.rules.supplement import AskedFieldUnknown
from motcua.dossiers.vocabulary import Declared
from motcua.eforms.queries.forms import FormInForce, form_version
from motcua.eforms.rules.cutting import items_by_path


@dataclass(frozen=True, slots=True)
class DeclaredForm:
    """What a dossier declares, and the version of the form that it answers."""

    declared: Declared
    version: FormInForce


def declared_form(dossier_id: int) -> DeclaredForm | None:
    """One query; None when the declaration is on paper, or the procedure has no form."""
    row = DeclarationRow.objects.filter(pk=dossier_id).first()
    version = form_version(row.eform_version_id) if row else None
    if row is None or version is None:
        return None
    return DeclaredForm(Declared(eform_version_id=row.eform_version_id,
                                 answers=orjson.loads(row.answers)), version)  # fmt: skip


def answered_anew(
    dossier_id: int, answers: dict[str, Any] | None, asked: Collection[str] | None, day: date
) -> dict[str, Any] | None:
    """What fact and row keep of the new answers; None when none were given.

    Refusals: DeclarationMissing (it is on paper), ReceptionRefused with every faulty answer.
    """
    if answers is None:
        return None
    found = declared_form(dossier_id)
    if found is None:
        raise DeclarationMissing(field="declaration")
    declaration = redeclare(found.declared, answers, asked, found.version.form, day)
    if declaration.problems:
        raise ReceptionRefused(declaration.problems)
    return declaration.to_plain()


def still_as_before(
    dossier_id: int, answers: dict[str, Any] | None, asked: Collection[str], day: date
) -> tuple[AnswerUnchanged, ...]:
    """Each of what was `asked` for anew that these answers leave as it was. At most one query."""
    found = declared_form(dossier_id) if answers is not None and asked else None
    if found is None or answers is None:
        return ()
    same = unchanged(found.declared, answers, asked, found.version.form, day)
    return tuple(AnswerUnchanged(field=f"declaration.{path}", path=path) for path in sorted(same))


def demand_fields_known(dossier_id: int, given: AskToComplete) -> None:
    """Items that name a field name one of the declaration, also one within a group (`child.name`).

    Refusals: AskedFieldUnknown.
    """
    named = {item.field: place for place, item in enumerate(given.items) if item.field}
    if not named:
        return
    found = declared_form(dossier_id)
    known = items_by_path(found.version.form) if found else {}
    for field, place in named.items():
        if field not in known:
            raise AskedFieldUnknown(field=f"items-{place}-field", place=place + 1, path=field)
