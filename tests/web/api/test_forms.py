"""The interactive form by API: shown as data, answers checked by the one check, taken in with a dossier."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import jsonschema_rs
import pytest

from motcua.dossiers.models import Declaration, Dossier
from motcua.eforms.rules.schema import answers_schema
from motcua.eforms.rules.validation import check
from motcua.ledger.caching import forget_all
from motcua.ledger.models import Fact
from tests.eforms.real_answers import COMPLETE
from tests.eforms.shipped_cases import FORMS
from tests.support.declaring import publish_forms, real_answers, the_form
from tests.support.reception import BIRTH
from tests.support.working_office import CERTIFIED_COPY
from tests.web.api.conftest import Body, Caller
from tests.web.api.test_problems import problem

ABody = Callable[..., Body]
PATH = f"/procedures/{BIRTH}/form"


@pytest.fixture(autouse=True)
def _form(standing: None, now: object) -> None:
    publish_forms(BIRTH)
    forget_all()


def test_the_form_in_force_is_told_as_data(desk: Caller) -> None:
    told = desk.get(PATH).json()
    assert told["version_id"] == the_form().version_id
    assert told["form"]["code"] == "birth-registration"
    assert told["answers_schema"]["properties"]["child"]["properties"]["name"]["maxLength"] == 100


def test_a_procedure_without_a_form_has_none_to_tell(desk: Caller) -> None:
    problem(desk.get(f"/procedures/{CERTIFIED_COPY}/form"), 404, "not-found")
    problem(desk.get(PATH, on="2020-01-01"), 404, "not-found")


def test_answers_are_made_plain_and_every_fault_has_its_path_and_words(desk: Caller) -> None:
    answers = real_answers(child={"name": " Lê  Minh An ", "birth_date": "31/02/2026"})
    told = desk.post(f"{PATH}/check", {"answers": answers}).json()
    faults = {one["path"]: one for one in told["faults"]}
    assert told["answers"]["child"]["name"] == "Lê Minh An"
    assert not told["is_complete"]
    assert faults["child.birth_date"]["detail"].startswith("Không có ngày này.")
    assert "child.sex" in faults


def test_complete_answers_have_no_fault(desk: Caller) -> None:
    told = desk.post(f"{PATH}/check", {"answers": real_answers()}).json()
    assert (told["is_complete"], told["faults"]) == (True, [])


def test_a_dossier_takes_its_declaration_in(desk: Caller, a_reception: ABody) -> None:
    body = a_reception(procedure=BIRTH, declaration={"answers": real_answers()})
    answer = desk.receive(body)
    assert answer.status_code == 201, answer.content
    row = Declaration.objects.get(dossier__code=answer.json()["code"])
    assert row.eform_version_id == the_form().version_id
    shown = desk.get(f"/dossiers/{answer.json()['code']}").json()
    assert shown["declaration"]["answers"]["child"]["name"] == "Trần Lê Minh An"
    received = Fact.objects.get(code="dossier.received")
    assert "Trần Lê Minh An" in str(received.payload)


def test_faulty_answers_are_told_with_their_path_and_nothing_is_kept(
    desk: Caller, a_reception: ABody
) -> None:
    faulty = real_answers(child={"name": "Lê An"})
    answer = desk.receive(a_reception(procedure=BIRTH, declaration={"answers": faulty}))
    document = problem(answer, 422, "reception-refused")
    assert "declaration.child.sex" in {error["field"] for error in document["errors"]}
    assert not Dossier.objects.exists()


def test_answers_to_a_form_that_is_not_there_are_refused(desk: Caller, a_reception: ABody) -> None:
    answer = desk.receive(a_reception(declaration={"answers": {}}))
    document = problem(answer, 422, "reception-refused")
    assert [error["code"] for error in document["errors"]] == ["form-unknown"]


@pytest.mark.parametrize("code", sorted(FORMS))
def test_plain_answers_of_every_shipped_form_fit_its_schema(code: str) -> None:
    checked = check(FORMS[code], COMPLETE[code], on=date(2026, 11, 20))
    jsonschema_rs.validator_for(answers_schema(FORMS[code])).validate(checked.answers)


@pytest.mark.parametrize("wrong", [{"child": {"name": 1}}, {"relation": "uncle"}, {"nothing": 1}])
def test_the_schema_refuses_what_no_plain_answer_is(wrong: dict[str, Any]) -> None:
    assert not jsonschema_rs.validator_for(answers_schema(FORMS[BIRTH])).is_valid(wrong)
