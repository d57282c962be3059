"""The interactive forms of the sample office's procedures, and answers to them."""

from __future__ import annotations

from copy import deepcopy
from datetime import datetime
from typing import Any

from motcua.dossiers.vocabulary import Declared
from motcua.eforms.commands.import_forms import import_forms
from motcua.eforms.queries.forms import FormInForce, form_in_force
from motcua.eforms.shipped import shipped_forms
from motcua.kernel.clock import local_day
from tests.eforms.real_answers import COMPLETE
from tests.support.clock import PLAIN_MORNING
from tests.support.reception import BIRTH, the_ground
from tests.support.working_office import SETUP


def publish_forms(*codes: str, at: datetime = PLAIN_MORNING) -> None:
    """The shipped forms of these procedures, in force as their files say."""
    files = [one for one in shipped_forms() if one["procedure"]["code"] in codes]
    told = import_forms(actor=SETUP, at=at, documents=files)
    assert set(told.published) == set(codes)


def the_form(code: str = BIRTH, at: datetime = PLAIN_MORNING) -> FormInForce:
    found = form_in_force(the_ground(code, at).detail.procedure_id, local_day(at))
    assert found is not None, f"no form for {code}"
    return found


def real_answers(code: str = BIRTH, **changes: Any) -> dict[str, Any]:
    """As people type them in an ordinary case, before `PLAIN_MORNING`."""
    answers = deepcopy(COMPLETE[code])
    if code == BIRTH:
        answers["child"]["birth_date"] = "01/06/2026"
        answers["birth_paper"]["issued_on"] = "02/06/2026"
    return answers | changes


def a_declaration(code: str = BIRTH, at: datetime = PLAIN_MORNING, **changes: Any) -> Declared:
    return Declared(
        eform_version_id=the_form(code, at).version_id, answers=real_answers(code, **changes)
    )
