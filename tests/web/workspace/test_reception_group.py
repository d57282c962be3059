"""One person with several matters: set aside in the form, received all or none."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from motcua.dossiers.models import Dossier, DossierParty
from motcua.kernel.money import dong
from tests.support.counter_pages import (
    PAGE,
    a_matter,
    a_page,
    fields_of,
    problems_told,
    version_id_of,
)
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY
from tests.web.workspace.conftest import SignIn, text_of

BIRTH = "1.001193"


@pytest.fixture
def counter(browser: SignIn) -> Any:
    return browser("tiepnhan1")


def one_aside(counter: Any, code: str = BIRTH_AGAIN, **changes: str) -> dict[str, Any]:
    """The fields of the page after one matter was set aside."""
    answer = counter.post(PAGE, a_page(code, do="add", **changes))
    assert answer.status_code == 200
    return fields_of(text_of(answer))


def with_next(fields: dict[str, Any], code: str, **changes: str) -> dict[str, Any]:
    return fields | a_matter(code) | {"do": "receive"} | changes


def test_the_people_stay_and_the_matter_begins_anew(counter: Any) -> None:
    fields = one_aside(counter, owner__phone="0912345678", return_method="POST")
    assert len(fields["matter"]) == 1
    assert fields["owner-phone"] == "0912345678"
    assert fields["procedure"] == ""
    assert fields["return_method"] == "POST"


def test_all_are_received_together_by_one_key(counter: Any) -> None:
    fields = with_next(one_aside(counter), CERTIFIED_COPY, copies="3")
    answer = counter.post(PAGE, fields)
    first, second = Dossier.objects.order_by("id")
    assert answer.status_code == 302
    assert answer["Location"] == f"/desk/received/{first.code}/"
    assert second.group_id == first.id
    assert first.procedure_version_id == version_id_of(BIRTH_AGAIN)
    assert set(DossierParty.objects.values_list("personal_id", flat=True)) == {"001195012345"}
    assert counter.post(PAGE, fields)["Location"] == answer["Location"]
    assert Dossier.objects.count() == 2


def test_the_page_of_the_group_names_all_and_prints_one_slip(counter: Any) -> None:
    there = counter.post(PAGE, with_next(one_aside(counter), CERTIFIED_COPY))["Location"]
    page = text_of(counter.get(there))
    for code in Dossier.objects.values_list("code", flat=True):
        assert code in page
    for paper in ("slip.pdf", "slip.pdf?copies=both", "minutes.pdf"):
        answer = counter.get(there + paper)
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF")


def test_one_total_for_all_is_told_before_enter(counter: Any) -> None:
    looked = with_next(one_aside(counter), CERTIFIED_COPY, copies="3", do="look")
    promise = text_of(counter.post(PAGE, looked)).partition('id="promise"')[2]
    told = promise.partition('id="group-fees-label"')[2].partition("</section>")[0]
    counter.post(PAGE, looked | {"do": "receive"})
    total_vnd = sum(Dossier.objects.values_list("fee_total_vnd", flat=True))
    assert dong(total_vnd) in told.partition("<output>")[2]


def test_the_fee_of_each_is_taken_from_the_page_of_the_group(counter: Any) -> None:
    there = counter.post(PAGE, with_next(one_aside(counter), CERTIFIED_COPY, copies="3"))
    owing = Dossier.objects.filter(fee_total_vnd__gt=0).order_by("id")
    page = text_of(counter.get(there["Location"]))
    assert page.count("/fee/") == owing.count() > 0
    first = owing[0]
    money = {"request_key": str(uuid.uuid4()), "payer_name": "Trần Văn Bình", "method": "CASH"}
    money["charge_vnd"] = money["fee_vnd"] = str(first.fee_total_vnd)
    assert counter.post(f"/dossiers/{first.code}/fee/", money).status_code == 302
    paid = text_of(counter.get(there["Location"]))
    assert f"/dossiers/{first.code}/fee/" not in paid


def test_the_last_matter_may_stay_empty(counter: Any) -> None:
    two = fields_of(text_of(counter.post(PAGE, with_next(one_aside(counter), BIRTH, do="add"))))
    answer = counter.post(PAGE, two | {"do": "receive"})
    assert answer["Location"].startswith("/desk/received/")
    assert Dossier.objects.count() == 2


def test_one_set_aside_alone_is_a_plain_reception(counter: Any) -> None:
    answer = counter.post(PAGE, one_aside(counter) | {"do": "receive"})
    assert answer["Location"] == f"/dossiers/{Dossier.objects.get().code}/"


def test_a_matter_is_taken_up_again_with_all_that_was_typed(counter: Any) -> None:
    fields = with_next(one_aside(counter, sets="4"), CERTIFIED_COPY, copies="3", do="edit:0")
    page = fields_of(text_of(counter.post(PAGE, fields)))
    assert page["procedure"] == str(version_id_of(BIRTH_AGAIN))
    assert page["sets"] == "4"
    assert "copies=3" in page["matter"][0]
    back = fields_of(text_of(counter.post(PAGE, page | {"do": "edit:1"})))
    assert back["procedure"] == str(version_id_of(CERTIFIED_COPY))
    assert back["copies"] == "3"


def test_a_matter_edited_keeps_its_place(counter: Any) -> None:
    fields = with_next(one_aside(counter), CERTIFIED_COPY, do="edit:0")
    page = fields_of(text_of(counter.post(PAGE, fields)))
    counter.post(PAGE, page | {"do": "receive"})
    versions = list(Dossier.objects.order_by("id").values_list("procedure_version", flat=True))
    assert versions == [version_id_of(BIRTH_AGAIN), version_id_of(CERTIFIED_COPY)]


def test_a_matter_is_dropped(counter: Any) -> None:
    fields = with_next(one_aside(counter), CERTIFIED_COPY, do="drop:0")
    page = fields_of(text_of(counter.post(PAGE, fields)))
    assert "matter" not in page
    assert page["procedure"] == str(version_id_of(CERTIFIED_COPY))


def test_a_matter_that_lacks_papers_is_not_set_aside(counter: Any) -> None:
    answer = counter.post(PAGE, a_page(BIRTH_AGAIN, do="add", ticked=False))
    page = text_of(answer)
    assert answer.status_code == 422
    assert "id_complete_confirmed" in problems_told(page)
    assert "matter" not in fields_of(page)


def test_if_one_cannot_come_in_none_does_and_it_is_shown_with_its_problem(counter: Any) -> None:
    fields = one_aside(counter)
    spoiled = fields["matter"][0].replace("received=1", "received=")
    answer = counter.post(PAGE, with_next(fields | {"matter": [spoiled]}, CERTIFIED_COPY))
    page = text_of(answer)
    assert answer.status_code == 422
    assert "id_complete_confirmed" in problems_told(page)
    assert fields_of(page)["procedure"] == str(version_id_of(BIRTH_AGAIN))
    assert len(fields_of(page)["matter"]) == 1
    assert Dossier.objects.count() == 0


def test_what_the_rule_refuses_of_one_is_shown_on_that_one(counter: Any) -> None:
    fields = one_aside(counter)
    spoiled = fields["matter"][0] + "&received_at=09%2F06%2F2026+09%3A00"
    answer = counter.post(PAGE, with_next(fields | {"matter": [spoiled]}, CERTIFIED_COPY))
    page = text_of(answer)
    assert answer.status_code == 422
    assert "ghi chú" in problems_told(page)["id_note"]
    assert fields_of(page)["procedure"] == str(version_id_of(BIRTH_AGAIN))
    assert Dossier.objects.count() == 0


@pytest.mark.parametrize(
    "hostile",
    [
        "",
        "%%%",
        "procedure=abc",
        "procedure=999999999",
        "&" * 5000,
        "x" * 50_000,
        "owner-name=Ai đó&procedure=1",
        "matter=procedure%3D1",
        "csrfmiddlewaretoken=a&request_key=b",
    ],
)
@pytest.mark.parametrize(
    "do", ["look", "receive", "edit:0", "drop:0", "edit:99", "drop:-1", "edit:"]
)
def test_what_nobody_wrote_is_told_or_passed_over(counter: Any, hostile: str, do: str) -> None:
    form = a_page(BIRTH_AGAIN, do=do) | {"matter": [hostile], "matter_place": "9" * 30}
    answer = counter.post(PAGE, form)
    assert answer.status_code in (200, 302, 422)
    assert Dossier.objects.filter(owner_name="Ai đó").count() == 0


def test_no_more_matters_than_a_group_may_have(counter: Any) -> None:
    full = one_aside(counter)
    full["matter"] = full["matter"] * 29
    answer = counter.post(PAGE, with_next(full, CERTIFIED_COPY, do="add"))
    assert answer.status_code == 422
    assert "Không thêm được hồ sơ nữa" in text_of(answer)


def test_neither_is_answered_no_while_others_wait(counter: Any) -> None:
    page = text_of(counter.post(PAGE, with_next(one_aside(counter), CERTIFIED_COPY, do="look")))
    assert "Tiếp nhận tất cả (2)" in page
    assert 'value="refuse"' not in page
