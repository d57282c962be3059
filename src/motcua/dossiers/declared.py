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
from motcua.dossiers.rules.submitted.declaring import DeclarationMissing, redeclare
from motcua.dossiers.rules.supplement import ItemFaulty
from motcua.dossiers.vocabulary import Declared
from motcua.eforms.queries.forms import FormInForce, form_version


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


def demand_fields_known(dossier_id: int, given: AskToComplete) -> None:
    """Items that name a field name one of the declaration. Refusals: ItemFaulty."""
    named = {item.field: place for place, item in enumerate(given.items) if item.field}
    if not named:
        return
    found = declared_form(dossier_id)
    known = {one.key for page in found.version.form.pages for one in page.fields} if found else ()
    for field, place in named.items():
        if field not in known:
            raise ItemFaulty(field=f"items-{place}-field", place=place + 1)
