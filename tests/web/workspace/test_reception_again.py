"""Somebody who has been here before: known by number, copied from an earlier dossier, told of doubles."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from motcua.dossiers.models import Dossier, DossierParty
from motcua.procedures.commands.import_catalogue import import_catalogue
from motcua.procedures.shipped import shipped_catalogue
from tests.support.counter_pages import NHUNG, PAGE, TODAY, a_page, fields_of, papers_asked
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY, SETUP
from tests.web.workspace.conftest import SignIn, text_of

BY_NUMBER = {"HX-Request": "true", "HX-Target": "people"}


@pytest.fixture
def counter(browser: SignIn) -> Any:
    return browser("tiepnhan1")


@pytest.fixture
def earlier(counter: Any) -> str:
    """The code of a dossier that Nhung has handed in."""
    form = a_page(BIRTH_AGAIN, owner__phone="0912345678", owner__birth_date="15/08/1995",
                  return_method="POST", sets="2") | {"extra-0-name": "Ảnh 4×6"}  # fmt: skip
    assert counter.post(PAGE, form).status_code == 302
    return Dossier.objects.get().code


def know(counter: Any, **typed: str) -> Any:
    form = a_page(CERTIFIED_COPY, do="know", owner__name="", **typed)
    return counter.post(PAGE, form, headers=BY_NUMBER)


def test_a_number_typed_by_hand_brings_the_person(counter: Any, earlier: str) -> None:
    page = text_of(know(counter, owner__personal_id="001195012345"))
    assert f"{NHUNG} đã nộp hồ sơ {earlier}" in page
    assert fields_of(page)["owner-name"] == NHUNG
    assert fields_of(page)["owner-birth_date"] == "15/08/1995"


def test_spaces_in_a_number_do_not_hide_the_person(counter: Any, earlier: str) -> None:
    assert NHUNG in text_of(know(counter, owner__personal_id="001 195 012 345"))


def test_what_is_typed_is_never_written_over(counter: Any, earlier: str) -> None:
    page = text_of(know(counter, owner__personal_id="001195012345", owner__phone="0987654321"))
    assert fields_of(page)["owner-phone"] == "0987654321"


def test_nobody_known_changes_nothing_on_the_page(counter: Any, earlier: str) -> None:
    assert know(counter, owner__personal_id="001195099999").status_code == 204


def test_a_copy_brings_people_papers_and_choices(counter: Any, earlier: str) -> None:
    page = text_of(counter.get(PAGE, {"copy": earlier}))
    fields = fields_of(page)
    assert f"Điền theo hồ sơ {earlier}" in page
    assert fields["owner-name"] == NHUNG
    assert fields["owner-birth_date"] == "15/08/1995"
    assert fields["return_method"] == "POST"
    assert fields["sets"] == "2"
    assert fields["extra-0-name"] == "Ảnh 4×6"
    assert Dossier.objects.count() == 1


def test_a_copy_ticks_no_paper_that_nobody_holds(counter: Any, earlier: str) -> None:
    fields = fields_of(text_of(counter.get(PAGE, {"copy": earlier})))
    papers = [f"paper-{paper.id}" for paper in papers_asked(BIRTH_AGAIN)]
    assert f"{papers[0]}-originals" in fields
    assert not any(f"{paper}-received" in fields for paper in papers)


def test_a_copy_can_be_received_as_a_dossier_of_its_own(counter: Any, earlier: str) -> None:
    fields = fields_of(text_of(counter.get(PAGE, {"copy": earlier})))
    fields |= {"do": "receive", "complete_confirmed": "on"}
    told = counter.post(PAGE, fields)
    assert told.status_code == 200
    again = fields_of(text_of(told)) | {"do": "receive"}
    assert counter.post(PAGE, again).status_code == 302
    assert Dossier.objects.count() == 2
    assert DossierParty.objects.filter(birth_date="1995-08-15").count() == 2


def test_a_copy_taken_while_typing_keeps_what_is_typed(counter: Any, earlier: str) -> None:
    form = a_page(
        CERTIFIED_COPY, do=f"copy:{earlier}", owner__phone="0987654321", note="Đến hai lần"
    )
    fields = fields_of(text_of(counter.post(PAGE, form)))
    assert fields["owner-phone"] == "0987654321"
    assert fields["note"] == "Đến hai lần"
    assert fields["extra-0-name"] == "Ảnh 4×6"


def test_a_copy_is_for_the_version_in_force_and_tells_what_changed(
    counter: Any, earlier: str, now: datetime
) -> None:
    document = shipped_catalogue()
    records = [one for one in document["procedures"] if one["code"] == BIRTH_AGAIN]
    changed = [{**record, "name": record["name"] + " (mới)"} for record in records]
    old = papers_asked(BIRTH_AGAIN)[0]
    import_catalogue(
        actor=SETUP, at=now, document={**document, "procedures": changed}, valid_from=TODAY
    )
    page = text_of(counter.get(PAGE, {"copy": earlier}))
    assert "Thủ tục đã thay đổi từ 10/06/2026" in page
    new = papers_asked(BIRTH_AGAIN)[0]
    assert new.id != old.id
    assert f"paper-{new.id}-originals" in fields_of(page)


@pytest.mark.parametrize("code", ["H26.45-260610-9999", "", "x" * 300, "../.."])
def test_what_is_not_there_cannot_be_copied(counter: Any, earlier: str, code: str) -> None:
    assert counter.get(PAGE, {"copy": code}).status_code == 404
    assert counter.post(PAGE, a_page(BIRTH_AGAIN, do=f"copy:{code}")).status_code == 404


def test_the_same_matter_again_is_told_before_it_is_received(counter: Any, earlier: str) -> None:
    form = a_page(BIRTH_AGAIN)
    answer = counter.post(PAGE, form)
    page = text_of(answer)
    assert answer.status_code == 200
    assert "Người này đã có hồ sơ cùng thủ tục" in page
    assert f'href="/dossiers/{earlier}/"' in page
    assert Dossier.objects.count() == 1
    assert counter.post(PAGE, fields_of(page) | {"do": "receive"}).status_code == 302
    assert Dossier.objects.count() == 2


def test_looking_again_tells_of_the_double_without_stopping(counter: Any, earlier: str) -> None:
    page = text_of(counter.post(PAGE, a_page(BIRTH_AGAIN, do="look")))
    assert "Người này đã có hồ sơ cùng thủ tục" in page
    assert "doubles_seen" not in page


@pytest.mark.parametrize(
    "different",
    [{"owner__personal_id": "001195012346"}, {"owner__personal_id": ""}],
    ids=["another person", "no number"],
)
def test_another_person_is_no_double(counter: Any, earlier: str, different: dict[str, str]) -> None:
    assert counter.post(PAGE, a_page(BIRTH_AGAIN, **different)).status_code == 302


def test_another_procedure_is_no_double(counter: Any, earlier: str) -> None:
    assert counter.post(PAGE, a_page(CERTIFIED_COPY)).status_code == 302


def test_of_a_group_each_double_is_told_on_its_own_matter(counter: Any, earlier: str) -> None:
    first = fields_of(text_of(counter.post(PAGE, a_page(CERTIFIED_COPY, do="add"))))
    both = first | {k: v for k, v in a_page(BIRTH_AGAIN).items() if k != "request_key"}
    answer = counter.post(PAGE, both)
    page = text_of(answer)
    assert answer.status_code == 200
    assert f'href="/dossiers/{earlier}/"' in page
    assert counter.post(PAGE, fields_of(page) | {"do": "receive"}).status_code == 302
    assert Dossier.objects.count() == 3
