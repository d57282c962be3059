"""Taking over form files: those of the product, and others in their shape."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from motcua.eforms.commands.import_forms import import_forms
from motcua.eforms.queries.forms import form_in_force, procedures_with_form, versions_of_form
from motcua.eforms.shipped import shipped_forms
from motcua.jobs.command_line.office.moving.import_forms import tell
from motcua.kernel.actor import Actor, system
from motcua.procedures.commands.import_catalogue import import_catalogue
from motcua.procedures.queries.labels import procedure_called
from motcua.procedures.shipped import shipped_catalogue
from tests.eforms.conftest import CODES
from tests.eforms.rules.sample_forms import a_field, a_form

TODAY = date(2026, 11, 20)


def _file(**changes: Any) -> dict[str, Any]:
    """The shipped form of the birth, with something changed."""
    shipped = next(one for one in shipped_forms() if one["procedure"]["code"] == "1.001193")
    return {**shipped, **changes}


def test_the_shipped_forms_are_taken_over_by_the_set_up_job(catalogue: None, at: datetime) -> None:
    told = import_forms(actor=system("set-up"), at=at, documents=shipped_forms())
    assert set(told.published) == set(CODES)
    assert {refusal.code for _, refusal in told.refused} == {"form-of-no-procedure"}
    assert len(procedures_with_form(TODAY)) == len(CODES)


def test_the_same_files_again_change_nothing(
    administrator: Actor, at: datetime, birth: int
) -> None:
    for _ in range(2):
        told = import_forms(actor=administrator, at=at, documents=[_file()])
    assert told.unchanged == ("1.001193",)
    assert len(versions_of_form(birth)) == 1


def test_another_text_begins_on_the_day_after(
    administrator: Actor, at: datetime, birth: int
) -> None:
    import_forms(actor=administrator, at=at, documents=[_file()])
    other = _file(form=a_form(a_field("name", "text")))
    told = import_forms(actor=administrator, at=at, documents=[other])
    assert told.published == ("1.001193",)
    newest = versions_of_form(birth)[0]
    assert newest.valid_from == TODAY + timedelta(days=1)


def test_what_an_office_changed_stays_when_only_missing_forms_are_asked_for(
    administrator: Actor, at: datetime, birth: int
) -> None:
    import_forms(
        actor=administrator, at=at, documents=[_file(form=a_form(a_field("name", "text")))]
    )
    told = import_forms(actor=administrator, at=at, documents=[_file()], only_missing=True)
    assert told.published == ()
    assert len(versions_of_form(birth)) == 1


def test_a_place_with_its_own_entry_uses_the_form_of_the_country(
    administrator: Actor, at: datetime, birth: int
) -> None:
    import_forms(actor=administrator, at=at, documents=[_file()])
    shipped = shipped_catalogue()["procedures"]
    record = next(one for one in shipped if one["code"] == "1.001193" and not one.get("place"))
    variant = {"place": "Cần Thơ", "fee": 0, "currency": "VND"}
    local_record = {**record, "local_variants": [variant]}
    import_catalogue(actor=administrator, at=at, document={"procedures": [local_record]})
    local = procedure_called("NATIONAL", "1.001193", "Cần Thơ")
    national = form_in_force(birth, TODAY)
    assert local is not None
    assert national is not None
    found = form_in_force(local, TODAY)
    assert found is not None
    assert found.version_id == national.version_id


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ([], "form-file-malformed"),
        ({"format": "another/1"}, "form-file-malformed"),
        (_file(procedure="1.001193"), "form-file-malformed"),
        (_file(valid_from="soon"), "form-file-malformed"),
        (_file(procedure={"code": "9.999999"}), "form-of-no-procedure"),
        (_file(form={"code": "x"}), "form-unreadable"),
        (_file(form=a_form(a_field("it", "choice"))), "form-not-publishable"),
    ],
)
def test_a_file_that_cannot_be_taken_over_is_named_with_the_reason(
    administrator: Actor,
    at: datetime,
    birth: int,
    document: Any,
    code: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = import_forms(actor=administrator, at=at, documents=[document])
    assert [refusal.code for _, refusal in told.refused] == [code]
    assert tell(told) == 1
    assert "Hãy" in capsys.readouterr().out
