"""Whatever comes in at the reception page: a clear sentence with its field, nothing typed is lost, no fault."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from datetime import date, datetime
from html import unescape
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.dossiers.models import Dossier
from motcua.procedures.commands.import_catalogue import import_catalogue
from motcua.procedures.queries.details import procedure_detail
from motcua.procedures.shipped import shipped_catalogue
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY, SETUP
from tests.web.workspace.conftest import SignIn, text_of, version_id_of

PAGE = "/desk/receive/"
TODAY = date(2026, 6, 10)
GOOD_CARD = "001195012345|012345678|Nguyễn Thị Hồng Nhung|15081995|Nữ|Thôn Đoài, Gia Lâm|20042021"
LONG = "Đ" * 10_000
AForm = Callable[..., dict[str, str]]
FIELD_OF = {"procedure-text": "procedure"}
RENEWED = {"request_key"}
Send = Callable[..., Any]


@pytest.fixture
def version_id(standing: None) -> int:
    return version_id_of(CERTIFIED_COPY, TODAY)


@pytest.fixture
def a_form(version_id: int) -> AForm:
    """A page that would be received as it is; changes replace its fields, None leaves one out."""

    def form(**changes: str | None) -> dict[str, str]:
        papers = procedure_detail(version_id).default_variant.papers
        whole: dict[str, str | None] = {
            "request_key": str(uuid.uuid4()),
            "do": "receive",
            "owner-name": "Nguyễn Thị Hồng Nhung",
            "owner-personal_id": "001195012345",
            "owner-address": "Thôn Đoài, xã Gia Lâm",
            "procedure": str(version_id),
            **{f"paper-{paper.id}-received": "1" for paper in papers},
            **{f"paper-{paper.id}-originals": "1" for paper in papers},
        }
        whole |= {name.replace("__", "-"): value for name, value in changes.items()}
        return {name: value for name, value in whole.items() if value is not None}

    return form


@pytest.fixture
def send(browser: SignIn, a_form: AForm) -> Send:
    client = browser("tiepnhan1")

    def sent(**changes: str | None) -> Any:
        return client.post(PAGE, a_form(**changes))

    return sent


def values_of(page: str) -> dict[str, str]:
    """What the fields of the page hold, by name."""
    found = re.findall(r'<(?:input|textarea)[^>]*?name="([^"]+)"[^>]*?value="([^"]*)"', page)
    return {name: unescape(value) for name, value in found}


def told(page: str) -> dict[str, str]:
    """The summary of what to mend: id of the field -> sentence."""
    summary = page.partition("data-error-summary")[2].partition("</ul>")[0]
    links = re.findall(r'<li><a href="#([^"]+)">(.*?)</a></li>', summary)
    return {field: unescape(sentence) for field, sentence in links}


def test_a_good_page_is_received(send: Send) -> None:
    answer = send()
    assert answer.status_code == 302
    assert Dossier.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("owner-name", "", "Chưa có họ tên"),
        ("owner-name", LONG, "200"),
        ("owner-personal_id", "12", "12 chữ số"),
        ("owner-personal_id", "00119501234A", "Số định danh cá nhân không đúng"),
        ("owner-personal_id", "9" * 5000, "40"),
        ("owner-birth_date", "31/02/1995", "Ngày không đúng"),
        ("owner-birth_date", "hôm qua", "Ngày không đúng"),
        ("owner-birth_date", "01/01/2030", "Ngày sinh ở sau hôm nay"),
        ("owner-phone", "113", "Số điện thoại không đúng"),
        ("owner-phone", "không có", "Số điện thoại không đúng"),
        ("owner-email", "nhung@", "Địa chỉ thư không đúng"),
        ("owner-tax_code", "1234567890", "Mã số thuế không đúng"),
        ("owner-sex", "Khác", "Khác"),
        ("owner-address", LONG, "300"),
        ("representative-name", "Trần Văn Đại", "Chưa có căn cứ đại diện"),
        ("submitter-phone", "0912345678", "Chưa có họ tên"),
        ("received_at", "32/13/2026 25:99", "Ngày giờ không đúng"),
        ("received_at", "11/06/2026 09:00", "Thời điểm nhận ở sau bây giờ"),
        ("received_at", "01/01/2026 09:00", "30 ngày"),
        ("received_at", "09/06/2026 09:00", "ghi chú"),
        ("received_at", "01/01/0001 00:00", "không hoạt động vào ngày nhận"),
        ("sets", "ba", "Nhập một số nguyên"),
        ("sets", "0", "từ 1 đến 999"),
        ("copies", "-1", "0"),
        ("pages", "1e9", "Nhập một số nguyên"),
        ("pages", "9" * 5000, "Nhập một số nguyên"),
        ("channel", "PIGEON", "PIGEON"),
        ("return_method", "PIGEON", "PIGEON"),
        ("note", LONG, "1000"),
        ("procedure", "", "Chưa chọn thủ tục"),
        ("procedure", "999999", "Chưa chọn thủ tục"),
        ("procedure", "9" * 5000, "Chưa chọn thủ tục"),
        ("procedure", "²", "Chưa chọn thủ tục"),
        ("procedure", "một", "Chưa chọn thủ tục"),
        ("variant", "999999", "không thuộc thủ tục này"),
        ("variant", "²", "không thuộc thủ tục này"),
        ("extra-0-originals", "một", "từ 0 đến 999"),
        ("extra-0-copies", "9" * 5000, "từ 0 đến 999"),
        ("preference_groups", "ROYALTY", "ROYALTY"),
        ("limit_unit", "FORTNIGHTS", "FORTNIGHTS"),
        ("request_key", "not-a-key", "bấm Tiếp nhận lần nữa"),
    ],
)
def test_a_wrong_field_is_told_by_its_name_and_nothing_is_lost(
    send: Send, a_form: AForm, field: str, value: str, words: str
) -> None:
    changes = {"extra-0-name": "Ảnh 4×6", "owner-phone": "0912345678", field: value}
    answer = send(**changes)
    page = text_of(answer)
    assert answer.status_code == 422
    assert any(words in sentence for sentence in told(page).values()), told(page)
    kept = values_of(page)
    typed = {**a_form(), **changes}
    shown = (kept.keys() & typed.keys()) - RENEWED
    assert {name: kept[name] for name in shown} == {name: typed[name] for name in shown}
    assert kept["extra-0-name"] == "Ảnh 4×6"
    assert Dossier.objects.count() == 0


def test_everything_wrong_is_told_at_once(send: Send) -> None:
    answer = send(
        **{
            "owner-name": "",
            "owner-personal_id": "12",
            "owner-birth_date": "31/02/1995",
            "owner-phone": "113",
            "procedure": "",
            "sets": "ba",
        }
    )
    assert set(told(text_of(answer))) == {
        "id_owner-birth_date",
        "id_sets",
        "id_procedure",
        "id_owner-name",
        "id_owner-personal_id",
        "id_owner-phone",
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("001195012345|012345678|Nhung", "phần của thẻ"),
        ("00119501234|012345678|Nhung|15081995|Nữ|Thôn Đoài|20042021", "phải có 12 chữ số"),
        ("001195012345|012345678||15081995|Nữ|Thôn Đoài|20042021", "Thẻ không có họ tên"),
        ("001195012345|012345678|Nhung|31021995|Nữ|Thôn Đoài|20042021", "không phải một ngày"),
        ("001195012345|012345678|Nhung|15081995|Cây|Thôn Đoài|20042021", "Giới tính đọc được"),
        ("001195012345|012345678|Nhung|15082095|Nữ|Thôn Đoài|20042021", "ở tương lai"),
        ("001195012345|012345678|Nhung|15081995|Nữ|Thôn Đoài|20042091", "ở tương lai"),
        ("001195012345|012345678|" + "N" * 5000 + "|15081995|Nữ|Thôn Đoài|20042021", "ký tự"),
    ],
)
@pytest.mark.parametrize("field", ["owner-name", "owner-address", "procedure-text", "extra-1-name"])
def test_a_broken_card_is_told_wherever_it_was_read(
    send: Send, field: str, text: str, words: str
) -> None:
    answer = send(**{field: text, "owner-phone": "0912345678"})
    page = text_of(answer)
    assert answer.status_code == 200
    assert [words in sentence for sentence in told(page).values()] == [True]
    assert values_of(page)["owner-phone"] == "0912345678"
    assert told(page).keys() == {f"id_{FIELD_OF.get(field, field)}"}
    assert Dossier.objects.count() == 0


@pytest.mark.parametrize("field", ["owner-name", "helper-address", "procedure-text", "note"])
def test_a_card_fills_the_right_person_and_never_receives(send: Send, field: str) -> None:
    page = text_of(send(**{"owner-name": "", field: "đã gõ " + GOOD_CARD}))
    whom = {"helper-address": "helper"}.get(field, "owner")
    assert values_of(page)[f"{whom}-personal_id"] == "001195012345"
    assert values_of(page)[f"{whom}-name"] == "Nguyễn Thị Hồng Nhung"
    assert Dossier.objects.count() == 0


@pytest.mark.parametrize(
    "name",
    [
        "\u202eنور Nhung\u202c",
        "Ng\x00uyễn\x07 Thị\u200b Nhung",
        "Nguyễn Thị Nhung",
        "H'Hen Niê (Y-Bhiŏ)",
        "阮氏紅絨 ห้อง",
        "A" * 200,
    ],
)
def test_names_of_any_script_are_received_and_shown_as_they_are(send: Send, name: str) -> None:
    answer = send(**{"owner-name": name})
    assert answer.status_code == 302
    kept = Dossier.objects.get().owner_name
    page = text_of(answer.client.get(answer["Location"]))
    assert kept in unescape(page)
    assert not set(kept) & {"\x00", "\x07", "\u200b", "\u202e"}


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn 😀 Thị 👩‍👩‍👧",
        "'; DROP TABLE dossiers_dossier; --_",
        "<script>alert(1)</script>",
        "{{ 7*7 }}%(name)s%s",
        "Ⓝⓗⓤⓝⓖ",
    ],
)
def test_what_is_no_name_is_told_and_stays_as_it_was_typed(send: Send, name: str) -> None:
    answer = send(**{"owner-name": name})
    assert answer.status_code == 422
    page = text_of(answer)
    assert "Tên không có ký tự" in unescape(page)
    assert values_of(page)["owner-name"].startswith(name[:8])
    assert "<script>alert" not in page
    assert not Dossier.objects.exists()


@pytest.mark.parametrize(
    "name", ["note", "extra-0-name", "owner-authority", "owner-old_id", "variant", "received_at"]
)
def test_a_null_character_is_no_fault_anywhere(send: Send, name: str) -> None:
    assert send(**{name: "a\x00"}).status_code in {302, 422}


def test_a_page_changed_after_it_was_received_asks_before_receiving_anew(
    browser: SignIn, a_form: AForm
) -> None:
    client, form = browser("tiepnhan1"), a_form()
    assert client.post(PAGE, form).status_code == 302
    answer = client.post(PAGE, form | {"owner-name": "Người khác"})
    page = text_of(answer)
    assert answer.status_code == 422
    assert "đã tiếp nhận một hồ sơ" in page
    anew = {name: values_of(page)[name] for name in ("request_key", "doubles_seen")}
    assert client.post(PAGE, form | {"owner-name": "Người khác"} | anew).status_code == 302
    assert Dossier.objects.count() == 2


def test_a_page_sent_again_shows_what_was_received(browser: SignIn, a_form: AForm) -> None:
    client, form = browser("tiepnhan1"), a_form()
    first, second = client.post(PAGE, form), client.post(PAGE, form)
    assert first["Location"] == second["Location"]
    assert Dossier.objects.count() == 1


def test_two_officers_may_not_share_a_key(browser: SignIn, a_form: AForm) -> None:
    form = a_form(owner__personal_id="")
    answers = [browser(name).post(PAGE, form)["Location"] for name in ("tiepnhan1", "tiepnhan2")]
    assert len(set(answers)) == 2


def test_a_procedure_closed_meanwhile_is_told(send: Send, now: datetime) -> None:
    document = shipped_catalogue()
    records = [one for one in document["procedures"] if one["code"] == CERTIFIED_COPY]
    changed = [{**record, "name": record["name"] + " (mới)"} for record in records]
    import_catalogue(
        actor=SETUP,
        at=now,
        document={**document, "procedures": changed},
        valid_from=TODAY,
    )
    answer = send()
    assert answer.status_code == 422
    assert "không có hiệu lực vào ngày nhận" in told(text_of(answer))["id_procedure"]
    assert values_of(text_of(answer))["owner-name"] == "Nguyễn Thị Hồng Nhung"


def test_papers_of_another_procedure_are_not_taken_for_ours(send: Send, version_id: int) -> None:
    ours = {
        f"paper-{paper.id}-received": None
        for paper in procedure_detail(version_id).default_variant.papers
    }
    others = procedure_detail(version_id_of(BIRTH_AGAIN, TODAY)).default_variant.papers
    answer = send(**ours, **{f"paper-{paper.id}-received": "1" for paper in others})
    assert answer.status_code == 422
    assert "giấy tờ chưa đánh dấu" in told(text_of(answer))["id_complete_confirmed"]


def test_fees_of_another_procedure_are_passed_over(send: Send) -> None:
    assert send(fee_choice="999999").status_code == 302
    other = send(fee_choice="9" * 5000, owner__personal_id="001195012346")
    assert other.status_code == 302


def test_more_fields_than_any_page_has_are_refused(browser: SignIn) -> None:
    answer = browser("tiepnhan1").post(PAGE, {f"x{place}": "1" for place in range(2100)})
    assert answer.status_code == 400
    assert "Chưa có gì được lưu" in text_of(answer)


def test_a_body_beyond_all_measure_is_refused(browser: SignIn) -> None:
    body = "note=" + "a" * (3 * 1024 * 1024)
    answer = browser("tiepnhan1").post(PAGE, body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 400
    assert "Chưa có gì được lưu" in text_of(answer)


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_a_wrong_method_is_refused(browser: SignIn, method: str) -> None:
    assert getattr(browser("tiepnhan1"), method)(PAGE).status_code == 405


def test_a_form_of_somewhere_else_is_refused_in_words(browser: SignIn, a_form: AForm) -> None:
    client = browser("tiepnhan1")
    client.handler.enforce_csrf_checks = True
    answer = client.post(PAGE, a_form())
    assert answer.status_code == 403
    assert "Lần gửi này chưa được lưu" in text_of(answer)
    assert Dossier.objects.count() == 0


@pytest.mark.parametrize(
    "body", [b"\xff\xfe\x00", b"%ZZ=%", b"owner-name=%FF%FE", b"&&&===", b"owner-name=%ED%A0%80"]
)
def test_bytes_that_are_no_text_are_no_fault(browser: SignIn, body: bytes) -> None:
    answer = browser("tiepnhan1").post(
        PAGE, body + b"&do=receive", content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code in {200, 400, 422}


NAMES = [
    "owner-name", "owner-personal_id", "owner-birth_date", "owner-phone", "owner-kind", "owner-sex",
    "owner-tax_code", "owner-email", "helper-name", "submitter-personal_id", "representative-name",
    "procedure", "procedure-was", "procedure-text", "variant", "channel", "return_method", "sets",
    "copies", "pages", "preference_groups", "limit_value", "limit_unit", "received_at", "note",
    "complete_confirmed", "extra-0-name", "extra-0-originals", "fee_choice", "request_key", "do", "find",
]  # fmt: skip
VALUES = st.one_of(
    st.text(max_size=60),
    st.integers(-(10**20), 10**20).map(str),
    st.sampled_from(
        [GOOD_CARD, GOOD_CARD[:40], "", " ", "²", "NaN", "Infinity", "1e400", "-0", "31/12/9999 23:59",
         "01/01/0001 00:00", "ORGANIZATION", "SAME_DAY", "khai sinh", "receive", "look", "\x00", "|" * 9]
    ),
)  # fmt: skip


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(changes=st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=8))
def test_nothing_that_is_typed_is_a_fault(
    standing: None, send: Send, changes: dict[str, str]
) -> None:
    assert send(**changes).status_code in {200, 302, 422}
