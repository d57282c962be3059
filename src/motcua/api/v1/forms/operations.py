"""`/procedures/{code}/form`: the interactive form of a procedure, and the check of answers to it."""

from __future__ import annotations

from typing import Annotated

from ninja import Query, Router

from motcua.accounts.rules.roles import Permission, may
from motcua.api.asking import ApiRequest
from motcua.api.tokens import BearerToken
from motcua.api.v1.procedures import OnDay
from motcua.api.v1.shapes.fields import ProcedureCode
from motcua.api.v1.shapes.forms import AnswersIn, CheckedOut, FormOut, NoticedOut
from motcua.eforms.queries.forms import FormInForce, form_in_force
from motcua.eforms.rules.schema import answers_schema
from motcua.eforms.rules.validation import Fault, check
from motcua.eforms.wording import fault_words
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.procedures.queries.catalogue import version_in_force

router = Router(tags=["procedures"], auth=BearerToken())


@router.get("/{code}/form", response=FormOut, operation_id="show_form")
def show_form(
    request: ApiRequest, code: ProcedureCode, asked: Annotated[OnDay, Query()]
) -> FormOut:
    """The form to be filled in on the day: its pages and questions as data, and a JSON Schema of the
    answers. What must be answered depends on the answers: `POST …/form/check` tells."""
    may(request.auth, Permission.PROCEDURE_VIEW).demand()
    found = _form(code, request, asked)
    return FormOut(
        version_id=found.version_id,
        version_number=found.version_number,
        valid_from=found.valid_from,
        valid_until=found.valid_until,
        digest=found.digest,
        form=found.definition,
        answers_schema=answers_schema(found.form),
    )


@router.post("/{code}/form/check", response=CheckedOut, operation_id="check_answers")
def check_answers(
    request: ApiRequest, code: ProcedureCode, given: AnswersIn, asked: Annotated[OnDay, Query()]
) -> CheckedOut:
    """The answers made plain, and everything that is wrong with them, as reception would find it.
    Nothing is kept."""
    may(request.auth, Permission.PROCEDURE_VIEW).demand()
    found = _form(code, request, asked)
    checked = check(found.form, given.answers, on=asked.on or local_day(request.at))
    return CheckedOut(
        version_id=found.version_id,
        is_complete=checked.is_complete,
        answers=checked.answers,
        faults=[_noticed(one) for one in checked.faults],
        doubts=[_noticed(one) for one in checked.doubts],
        hidden=sorted(checked.hidden),
        pages=list(checked.pages),
        unknown=list(checked.unknown),
    )


def _form(code: str, request: ApiRequest, asked: OnDay) -> FormInForce:
    day = asked.on or local_day(request.at)
    detail = version_in_force(code, day)
    found = form_in_force(detail.procedure_id, day) if detail else None
    if found is None:
        raise NotFound(kind="form")
    return found


def _noticed(fault: Fault) -> NoticedOut:
    return NoticedOut(path=fault.path, code=fault.code, detail=fault_words(fault))
