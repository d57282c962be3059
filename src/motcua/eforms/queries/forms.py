"""The form of a procedure on a day, and its versions."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.database.periods import in_force
from motcua.eforms.models import EForm, EFormVersion
from motcua.eforms.rules.definition import Form, form_of
from motcua.ledger.caching import kept_by_revision
from motcua.procedures.queries.labels import entries_of_code

VERSIONS_MAX = 200
FORMS_KEPT = 256
_READ: OrderedDict[str, Form] = OrderedDict()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormInForce:
    """A published form, ready to be filled in. `form` is read once for each definition and kept;
    `definition` is what it was read from: nobody changes it."""

    eform_id: int
    version_id: int
    version_number: int
    procedure_id: int
    valid_from: date
    valid_until: date | None
    digest: str
    form: Form
    definition: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormVersionRow:
    """A version in the history. Withdrawn ones (`valid_until == valid_from`) never held."""

    version_id: int
    version_number: int
    valid_from: date
    valid_until: date | None
    digest: str
    published_at: datetime
    published_by: str

    @property
    def is_withdrawn(self) -> bool:
        return self.valid_until == self.valid_from


@kept_by_revision
def form_in_force(procedure_id: int, day: date) -> FormInForce | None:
    """The form to be filled in on that day: the procedure's own, else that of the same code for the
    whole country. None: the procedure has no interactive form then. No query as long as the catalogue
    is as it was, else at most three; indexes: `procedure_code_of_place`, `eform_version_by_day`.
    """
    entries = entries_of_code(procedure_id)
    found = EFormVersion.objects.filter(in_force(day), eform__procedure__in=entries)
    rows = {row.eform.procedure_id: row for row in found.select_related("eform")}
    row = next((rows[entry] for entry in entries if entry in rows), None)
    return _shown(row) if row else None


@kept_by_revision
def form_version(version_id: int) -> FormInForce | None:
    """A version by its id, whether it holds still or not: for drafts and dossiers begun under it."""
    found = EFormVersion.objects.filter(pk=version_id).select_related("eform").first()
    return _shown(found) if found else None


@kept_by_revision
def procedures_with_form(day: date) -> frozenset[int]:
    """Entries of the catalogue that have a form of their own on that day. One query."""
    found = EFormVersion.objects.filter(in_force(day))
    return frozenset(found.values_list("eform__procedure", flat=True))


def versions_of_form(procedure_id: int) -> tuple[FormVersionRow, ...]:
    """The history of a procedure's own form, newest first, VERSIONS_MAX at most. One query."""
    found = EFormVersion.objects.filter(eform__procedure=procedure_id).defer("definition")
    return tuple(
        FormVersionRow(
            version_id=row.pk,
            version_number=row.version_number,
            valid_from=row.valid_from,
            valid_until=row.valid_until,
            digest=row.digest,
            published_at=row.published_at,
            published_by=row.published_by,
        )
        for row in found.order_by("-version_number")[:VERSIONS_MAX]
    )


def has_form(procedure_id: int) -> bool:
    """Whether the procedure has a form of its own, whenever it holds."""
    return EForm.objects.filter(procedure=procedure_id).exists()


def last_digest_of_form(procedure_id: int) -> str:
    """What the newest version that was not withdrawn says, by its digest; "" without any."""
    rows = versions_of_form(procedure_id)
    return next((row.digest for row in rows if not row.is_withdrawn), "")


def _shown(row: EFormVersion) -> FormInForce:
    return FormInForce(
        eform_id=row.eform_id,
        version_id=row.pk,
        version_number=row.version_number,
        procedure_id=row.eform.procedure_id,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        digest=row.digest,
        form=_form(row),
        definition=row.definition,
    )


def _form(row: EFormVersion) -> Form:
    """By its digest, in every database: a published definition never changes."""
    if row.digest not in _READ:
        _READ[row.digest] = form_of(row.definition)
        while len(_READ) > FORMS_KEPT:
            _READ.popitem(last=False)
    return _READ[row.digest]
