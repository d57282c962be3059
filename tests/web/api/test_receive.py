"""One complete dossier in one call: what is understood, what is answered, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from motcua.dossiers.models import Dossier, DossierParty, SubmittedDocument
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY
from tests.web.api.conftest import Body, Caller
from tests.web.api.test_problems import problem

ABody = Callable[..., Body]
CARD = "001195001234|012345678|Nguyễn Thị Hồng Nhung|15081995|Nữ|Thôn Đoài, Gia Lâm|20042021"


def told(answer: Any) -> dict[str, Any]:
    assert answer.status_code == 201, answer.content
    document: dict[str, Any] = answer.json()
    return document


def refused(answer: Any) -> set[tuple[str, str]]:
    document = problem(answer, 422, "reception-refused")
    assert all(error["detail"] for error in document["errors"])
    return {(error["field"], error["code"]) for error in document["errors"]}


def test_the_answer_has_code_date_reasons_fee_and_slip(desk: Caller, a_reception: ABody) -> None:
    answer = desk.receive(a_reception(copies=3, pages=4))
    document = told(answer)
    assert document["code"] == "H26.45-260610-0001"
    assert document["received_at"] == "2026-06-10T09:00:00+07:00"
    assert document["due_at"] == document["original"] == "2026-06-10T17:00:00+07:00"
    assert document["trace"][-1]["what"] == "Hạn trả kết quả: 17:00 thứ Tư 10/06/2026"
    assert document["fee"]["total_vnd"] == 3 * (2 * 2000 + 2 * 1000)
    assert sum(line["amount_vnd"] for line in document["fee"]["lines"]) == 18_000
    assert document["status"] == {
        "code": "RECEIVED",
        "national_code": 2,
        "words": "Được tiếp nhận",
    }
    assert document["slip"] == document["links"]["slip"]
    assert answer["Location"] == document["links"]["self"]
    assert document["warnings"] == []


def test_a_slip_can_be_fetched_where_the_answer_says(desk: Caller, a_reception: ABody) -> None:
    link = told(desk.receive(a_reception()))["slip"].removeprefix("http://testserver")
    slip = desk.client.get(link, headers=desk.headers)
    assert slip["Content-Type"] == "application/pdf"
    assert slip.content.startswith(b"%PDF")


def test_a_card_is_read_and_given_fields_win(desk: Caller, a_reception: ABody) -> None:
    told(desk.receive(a_reception(applicant={"card": CARD + "\r\n", "address": "Kiêu Kỵ"})))
    owner = DossierParty.objects.get(role="OWNER")
    assert (owner.name, owner.personal_id, owner.old_id) == (
        "Nguyễn Thị Hồng Nhung",
        "001195001234",
        "012345678",
    )
    assert (owner.birth_date, owner.sex, owner.address) == ("1995-08-15", "Nữ", "Kiêu Kỵ")


def test_numbers_are_kept_in_their_normal_form(desk: Caller, a_reception: ABody) -> None:
    applicant = {"name": "Lê Văn Đạt", "personal_id": "0010 9500 1234", "phone": "+84 912.345.678"}
    told(desk.receive(a_reception(applicant=applicant)))
    owner = DossierParty.objects.get(role="OWNER")
    assert (owner.personal_id, owner.phone) == ("001095001234", "0912345678")


def test_what_looks_doubtful_is_received_with_a_warning(desk: Caller, a_reception: ABody) -> None:
    applicant = {"name": "Lê Văn Đạt", "personal_id": "012345678"}
    warnings = told(desk.receive(a_reception(applicant=applicant)))["warnings"]
    assert [(one["code"], one["field"]) for one in warnings] == [
        ("personal-id-old-card", "applicant.personal_id")
    ]


def test_everybody_named_is_kept_in_his_role(desk: Caller, a_reception: ABody) -> None:
    body = a_reception(
        submitter={"name": "Trần Văn Đức"},
        representative={"name": "Phạm Thị Yến", "authority": "Mẹ của chủ hồ sơ"},
        helper={"name": "Vũ Minh"},
    )
    told(desk.receive(body))
    assert dict(DossierParty.objects.values_list("role", "name")) == {
        "OWNER": "Nguyễn Thị Hồng Nhung",
        "SUBMITTER": "Trần Văn Đức",
        "REPRESENTATIVE": "Phạm Thị Yến",
        "HELPER": "Vũ Minh",
    }


def test_a_birth_known_by_month_only_is_received(desk: Caller, a_reception: ABody) -> None:
    told(desk.receive(a_reception(applicant={"name": "Cụ Bính", "birth_date": "1950-08"})))
    assert DossierParty.objects.get().birth_date == "1950-08"


def test_papers_are_named_by_id_by_name_or_freely(desk: Caller, a_reception: ABody) -> None:
    asked = desk.get(f"/procedures/{BIRTH_AGAIN}").json()["variants"][0]["papers"]
    papers = [
        {"document_id": asked[0]["id"], "originals": 0, "copies": 2},
        {"name": asked[1]["name"].upper(), "note": "bản cũ"},
        {"name": "Ảnh 4×6", "originals": 2},
    ]
    told(desk.receive(a_reception(procedure=BIRTH_AGAIN, papers=papers)))
    kept = SubmittedDocument.objects.order_by("position").values_list(
        "required_document_id", "originals", "copies"
    )[:3]
    assert list(kept) == [
        (asked[0]["id"], 0, 2),
        (asked[1]["id"], asked[1]["originals"] or 0, asked[1]["copies"] or 0),
        (None, 2, 0),
    ]


def test_all_papers_means_the_required_ones_once_each(desk: Caller, a_reception: ABody) -> None:
    asked = desk.get(f"/procedures/{BIRTH_AGAIN}").json()["variants"][0]["papers"]
    required = {paper["id"] for paper in asked if not paper["is_optional"]}
    named = [{"document_id": min(required)}]
    told(desk.receive(a_reception(procedure=BIRTH_AGAIN, papers=named, all_papers=True)))
    kept = list(SubmittedDocument.objects.values_list("required_document_id", flat=True))
    assert sorted(kept) == sorted(required)


def test_missing_papers_are_refused_unless_confirmed(desk: Caller, a_reception: ABody) -> None:
    body = a_reception(all_papers=False)
    answer = desk.receive(body)
    assert refused(answer) == {("complete_confirmed", "papers-missing")}
    [missing] = answer.json()["errors"]
    assert missing["params"]["names"]
    assert all(name in missing["detail"] for name in missing["params"]["names"])
    told(desk.receive({**body, "complete_confirmed": True}))


def test_everything_wrong_is_told_at_once(desk: Caller, a_reception: ABody) -> None:
    body = a_reception(
        applicant={"name": "", "personal_id": "12", "phone": "113", "tax_code": "1"},
        representative={"name": "Phạm Thị Yến"},
        all_papers=False,
        received_at="2026-06-10T10:00:00+07:00",
    )
    assert refused(desk.receive(body)) == {
        ("applicant.name", "name-missing"),
        ("applicant.personal_id", "personal-id-faulty"),
        ("applicant.phone", "phone-faulty"),
        ("applicant.tax_code", "tax-code-faulty"),
        ("representative.authority", "authority-missing"),
        ("complete_confirmed", "papers-missing"),
        ("received_at", "received-ahead"),
    }
    assert Dossier.objects.count() == 0


def test_what_cannot_be_read_is_told_by_its_path(desk: Caller, a_reception: ABody) -> None:
    body = a_reception(
        applicant={"card": "không phải thẻ", "birth_date": "1995-02-30"},
        papers=[{"document_id": 999_999}, {"note": "không tên"}],
        fee_choices=[999_999],
    )
    assert refused(desk.receive(body)) == {
        ("applicant.card", "card-unreadable"),
        ("applicant.birth_date", "birth-date-faulty"),
        ("papers.0", "paper-unknown"),
        ("papers.1", "paper-unknown"),
        ("fee_choices", "fee-choice-unknown"),
    }


def test_an_amount_for_a_fee_that_the_catalogue_knows_is_refused(
    desk: Caller, a_reception: ABody
) -> None:
    (fee, *_more) = desk.get(f"/procedures/{CERTIFIED_COPY}").json()["fees"]
    body = a_reception(local_fees=[{"fee_id": fee["id"], "amount_vnd": 5000}])
    assert refused(desk.receive(body)) == {("local_fees.0", "fee-choice-unknown")}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"procedure": "9.999999"}, "procedure"),
        ({"procedure": None}, "procedure"),
        ({"procedure": None, "procedure_version_id": 999_999}, "procedure_version_id"),
        ({"variant_id": 999_999}, "variant_id"),
    ],
)
def test_an_unknown_procedure_is_refused(
    desk: Caller, a_reception: ABody, changes: Body, field: str
) -> None:
    document = problem(desk.receive(a_reception(**changes)), 422, "procedure-unknown")
    assert document["field"] == field


def test_a_version_may_be_named_by_its_id(desk: Caller, a_reception: ABody) -> None:
    version_id = desk.get(f"/procedures/{CERTIFIED_COPY}").json()["version_id"]
    body = a_reception(procedure=None, procedure_version_id=version_id)
    assert told(desk.receive(body))["procedure"]["version_id"] == version_id


@pytest.mark.parametrize("code", ["2000815", " 2.000815 ", "2.000815.H26"])
def test_a_code_may_be_written_loosely(desk: Caller, a_reception: ABody, code: str) -> None:
    assert told(desk.receive(a_reception(procedure=code)))["procedure"]["code"] == CERTIFIED_COPY


@pytest.mark.parametrize(
    "given", ["2026-06-10T08:30", "2026-06-10T08:30:00+07:00", "2026-06-10T01:30:00Z"]
)
def test_an_instant_without_a_zone_is_that_of_vietnam(
    desk: Caller, a_reception: ABody, given: str
) -> None:
    document = told(desk.receive(a_reception(received_at=given)))
    assert document["received_at"] == "2026-06-10T08:30:00+07:00"


@pytest.mark.parametrize("given", ["0001-01-01T00:00", "9999-12-31T23:59:59-23:59", "1718000000"])
def test_an_instant_out_of_our_time_is_refused(
    desk: Caller, a_reception: ABody, given: str
) -> None:
    document = problem(desk.receive(a_reception(received_at=given)), 422, "input-invalid")
    assert document["errors"][0]["code"] == "instant-form"


def test_yesterday_needs_a_note(desk: Caller, a_reception: ABody) -> None:
    body = a_reception(received_at="2026-06-09T16:00", channel="POST")
    assert refused(desk.receive(body)) == {("note", "backdating-without-note")}
    told(desk.receive({**body, "note": "Bưu tá giao chiều hôm trước"}))


def test_words_are_kept_composed_and_clean(desk: Caller, a_reception: ABody) -> None:
    decomposed = "Nguyễn  Văn\u200b Đạt\x00"
    told(desk.receive(a_reception(applicant={"name": decomposed}, note="a\x00b")))
    dossier = Dossier.objects.get()
    assert (dossier.owner_name, dossier.note) == ("Nguyễn Văn Đạt", "ab")


def test_an_office_of_the_past_receives_nothing(desk: Caller, a_reception: ABody) -> None:
    body = a_reception(received_at="2026-05-01T09:00", note="sổ giấy")
    assert ("received_at", "received-too-long-ago") in refused(desk.receive(body))
