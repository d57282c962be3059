"""Take form files over: those the product brings along, or any in their shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from motcua.accounts.rules.roles import Permission, may
from motcua.eforms.commands.publish_form import publish_form
from motcua.eforms.queries.forms import has_form, last_digest_of_form
from motcua.eforms.rules.succession import FormFileMalformed, FormOfNoProcedure, digest_of
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.procedures.queries.labels import procedure_called

FORMAT = "motcua-eform/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormImport:
    """What became of each file, by the code of its procedure; `refused` with the reason."""

    published: tuple[str, ...]
    unchanged: tuple[str, ...]
    refused: tuple[tuple[str, Refusal], ...]


def import_forms(
    *, actor: Actor, at: datetime, documents: Iterable[Any], only_missing: bool = False
) -> FormImport:
    """Publish what the files say (shape: `eforms.shipped`). One transaction for each form.

    A form that is new begins on the day its file states; another text of a form that is there
    begins on the day after `at`; the same text changes nothing. `only_missing` leaves procedures
    alone that have a form: what an office changed stays. Refusals: NotPermitted; those of single
    files are in the result (FormFileMalformed, FormOfNoProcedure, those of `publish_form`).
    """
    may(actor, Permission.EFORM_CHANGE).demand()
    published: list[str] = []
    unchanged: list[str] = []
    refused: list[tuple[str, Refusal]] = []
    for document in documents:
        code = _code_of(document)
        try:
            is_new = _take_over(actor, at, document, only_missing=only_missing)
        except Refusal as refusal:
            refused.append((code, refusal))
        else:
            (published if is_new else unchanged).append(code)
    return FormImport(
        published=tuple(published), unchanged=tuple(unchanged), refused=tuple(refused)
    )


def _code_of(document: Any) -> str:
    procedure = document.get("procedure") if isinstance(document, Mapping) else None
    return str(procedure.get("code", ""))[:40] if isinstance(procedure, Mapping) else ""


def _take_over(actor: Actor, at: datetime, document: Any, *, only_missing: bool) -> bool:
    valid_from, scope, place = _read(document)
    code, definition = _code_of(document), document.get("form")
    procedure_id = procedure_called(scope, code, place)
    if procedure_id is None:
        raise FormOfNoProcedure(scope=scope, procedure_code=code, place=place)
    is_there = has_form(procedure_id)
    if is_there and (only_missing or _says_the_same(procedure_id, definition)):
        return False
    starts_on = local_day(at) + timedelta(days=1) if is_there else valid_from
    publish_form(
        actor=actor,
        at=at,
        procedure_id=procedure_id,
        definition=definition,
        valid_from=starts_on,
    )
    return True


def _says_the_same(procedure_id: int, definition: Any) -> bool:
    return last_digest_of_form(procedure_id) == digest_of(definition)


def _read(document: Any) -> tuple[date, str, str]:
    if not isinstance(document, Mapping) or document.get("format") != FORMAT:
        raise FormFileMalformed(part="format")
    procedure = document.get("procedure")
    if not isinstance(procedure, Mapping):
        raise FormFileMalformed(part="procedure")
    try:
        valid_from = date.fromisoformat(str(document.get("valid_from")))
    except ValueError as error:
        raise FormFileMalformed(part="valid_from") from error
    return valid_from, str(procedure.get("scope", "NATIONAL")), str(procedure.get("place", ""))
