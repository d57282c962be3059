"""What administrators are writing, and the forms of the catalogue with where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F

from motcua.accounts.rules.roles import Permission, may
from motcua.database.periods import in_force
from motcua.eforms.models import EFormDraft, EFormVersion
from motcua.kernel.actor import Actor
from motcua.kernel.sorting import sort_key
from motcua.procedures.queries.labels import procedure_labels

FORMS_MAX = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDraft:
    """`definition` is JSON that `form_of` reads; it may have faults of publishing."""

    procedure_id: int
    definition: dict[str, Any]
    edition: int
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """A procedure with a form of its own or a draft. `valid_from` of the version in force, `planned` the
    first day of the one to come."""

    procedure_id: int
    code: str
    name: str
    place: str
    version_number: int | None
    valid_from: date | None
    planned: date | None
    draft_saved_at: datetime | None
    draft_saved_by: str


def form_draft(actor: Actor, procedure_id: int) -> FormDraft | None:
    """The draft of a procedure's form, for whoever may write on it. One query (unique index)."""
    may(actor, Permission.EFORM_CHANGE).demand()
    row = EFormDraft.objects.filter(procedure=procedure_id).first()
    if row is None:
        return None
    return FormDraft(
        procedure_id=procedure_id,
        definition=row.definition,
        edition=row.edition,
        saved_at=row.saved_at,
        saved_by=row.saved_by,
    )


def form_rows(actor: Actor, day: date) -> tuple[FormRow, ...]:
    """Every form there is, in the order of the names, FORMS_MAX at most. Four queries
    (`eform_version_by_day`); drafts only for whoever may write on them."""
    may(actor, Permission.PROCEDURE_VIEW).demand()
    wanted = ("eform__procedure", "version_number", "valid_from")
    versions = EFormVersion.objects.values_list(*wanted)
    now = {pk: (number, begun) for pk, number, begun in versions.filter(in_force(day))[:FORMS_MAX]}
    coming = versions.filter(valid_from__gt=day).order_by("-valid_from")
    planned = {pk: begins for pk, _number, begins in _alive(coming)[:FORMS_MAX]}
    drafts: dict[int, tuple[datetime, str]] = {}
    if may(actor, Permission.EFORM_CHANGE):
        found = EFormDraft.objects.values_list("procedure", "saved_at", "saved_by")
        drafts = {pk: (at, by) for pk, at, by in found[:FORMS_MAX]}
    labels = procedure_labels({*now, *planned, *drafts}, day)
    rows = [
        FormRow(
            procedure_id=pk,
            code=label.code,
            name=label.name,
            place=label.place,
            version_number=now.get(pk, (None, None))[0],
            valid_from=now.get(pk, (None, None))[1],
            planned=planned.get(pk),
            draft_saved_at=drafts[pk][0] if pk in drafts else None,
            draft_saved_by=drafts[pk][1] if pk in drafts else "",
        )
        for pk, label in labels.items()
    ]
    return tuple(sorted(rows, key=lambda row: sort_key(row.name)))


def _alive(versions: Any) -> Any:
    """Without those that were withdrawn before they began."""
    return versions.exclude(valid_until=F("valid_from"))
