"""An agency's page through time, and every change of it from a day on, typed by an administrator."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from motcua.accounts.queries.holders import holders_of
from motcua.agencies.commands.import_agencies import import_agencies
from motcua.agencies.desk_members import members_on
from motcua.agencies.parts_history import parts_of
from motcua.agencies.queries import (
    agency_on,
    counters_of,
    desk_of,
    desks_of,
    positions_of,
    unit_for_sector,
    units_of,
)
from motcua.agencies.shipped import shipped_vertical
from motcua.ledger.models import Fact
from motcua.procedures.queries.versions import sector_names, sectors
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import SETUP, agency_id
from tests.web.workspace.conftest import SignIn, text_of

TODAY = date(2026, 6, 10)
FROM = date(2026, 7, 1)
PAGE = "/agencies/xa-gia-lam/"
CHANGE = f"{PAGE}change/"


@pytest.fixture
def administrator(browser: SignIn) -> Client:
    return browser("quantri")


def desk() -> int:
    found = desk_of(agency_id(), TODAY)
    assert found is not None
    return found.id


def unit(slug: str = "phong-kinh-te") -> int:
    return next(row.id for row in units_of(agency_id(), TODAY) if row.slug == slug)


def send(client: Client, what: str, of: int | None = None, **given: Any) -> Any:
    address = f"{CHANGE}?what={what}" + (f"&of={of}" if of else "")
    return client.post(address, {"from_day": "01/07/2026", **given})


def test_the_page_tells_all_that_belongs_to_an_agency(browser: SignIn) -> None:
    page = text_of(browser("tiepnhan1").get(PAGE))
    for words in (
        "Ủy ban nhân dân xã Gia Lâm",
        "Trung tâm Phục vụ hành chính công xã Gia Lâm",
        "H26.45",
        "Hộ tịch, chứng thực",
        "Phòng Kinh tế",
        "Công chức địa chính - xây dựng",
        "Ghi cơ quan “Ủy ban nhân dân xã Gia Lâm” vào danh mục",
    ):
        assert words in page
    assert CHANGE not in page


def test_sectors_have_their_names_though_no_procedure_of_theirs_is_known(
    administrator: Client,
) -> None:
    """Units of the commune handle them; the sample catalogue has nothing of them."""
    beyond = {"thue", "bao-hiem", "y-te"}
    assert beyond & {sector.code for sector in sectors()} == set()
    page = text_of(administrator.get(PAGE))
    choices = text_of(administrator.get(f"{CHANGE}?what=sectors&of={unit()}"))
    for code in beyond:
        assert sector_names()[code] in page
        assert sector_names()[code] in choices
        assert f">{code}<" not in page


def test_an_administrator_is_offered_the_changes_of_his_own_agency_only(
    administrator: Client,
) -> None:
    assert f"{CHANGE}?what=close-unit" in text_of(administrator.get(PAGE))
    assert "/change/?what" not in text_of(administrator.get("/agencies/thanh-pho-ha-noi/"))
    assert administrator.get("/agencies/thanh-pho-ha-noi/change/?what=rename").status_code == 404
    assert send(administrator, "rename", name="x", short_name="x").status_code == 302
    elsewhere = "/agencies/thanh-pho-ha-noi/change/?what=rename"
    assert administrator.post(elsewhere, {"name": "x"}).status_code == 404


def test_a_new_name_is_typed_and_holds_from_its_day(administrator: Client) -> None:
    form = text_of(administrator.get(f"{CHANGE}?what=rename"))
    assert 'value="Ủy ban nhân dân xã Gia Lâm"' in form
    answer = send(
        administrator,
        "rename",
        name="Ủy ban nhân dân phường Gia Lâm",
        short_name="UBND phường Gia Lâm",
        basis="Nghị quyết 1",
    )
    assert answer.headers["Location"] == PAGE
    before, after = agency_on(agency_id(), TODAY), agency_on(agency_id(), FROM)
    assert before is not None
    assert after is not None
    assert (before.short_name, after.short_name) == ("UBND xã Gia Lâm", "UBND phường Gia Lâm")
    page = text_of(administrator.get(PAGE))
    assert "Đã ghi: Đổi tên cơ quan, từ ngày 01/07/2026." in page
    assert "thành “Ủy ban nhân dân phường Gia Lâm” từ ngày 01/07/2026" in page
    assert "Nghị quyết 1" in page


def test_what_stands_on_papers_and_the_code_are_changed(administrator: Client) -> None:
    amended = {
        "address": "Số 6 Cổ Bi",
        "phone": "024 3827 6900",
        "place_name": "Gia Lâm",
        "superior_name": "Thành phố Hà Nội",
    }
    assert send(administrator, "amend", **amended).status_code == 302
    assert send(administrator, "recode", scheme="LOCAL", code=" h26.46 ").status_code == 302
    after = agency_on(agency_id(), FROM)
    assert after is not None
    assert (after.address, after.code) == ("Số 6 Cổ Bi", "H26.46")


def test_who_receives_feedback_is_changed_and_a_bad_address_is_told(administrator: Client) -> None:
    feedback = {
        "feedback_to": "Văn phòng xã",
        "feedback_address": "Số 6 Cổ Bi",
        "feedback_phone": "024 3827 6691",
        "feedback_email": "phan anh",
    }
    wrong = send(administrator, "feedback", **feedback)
    assert wrong.status_code == 422
    assert "Địa chỉ thư chưa đúng" in text_of(wrong)
    right = feedback | {"feedback_email": "gopy@gialam.example.vn"}
    assert send(administrator, "feedback", **right).status_code == 302
    after = agency_on(agency_id(), FROM)
    assert after is not None
    assert (after.feedback.to, after.feedback.email) == ("Văn phòng xã", "gopy@gialam.example.vn")
    assert "gopy@gialam.example.vn" in text_of(administrator.get(PAGE))


def test_a_desk_opens_with_a_counter_is_renamed_and_closes(administrator: Client) -> None:
    opened = {"name": "Điểm tiếp nhận Trâu Quỳ", "kind": "RECEPTION_POINT"}
    assert send(administrator, "open-desk", **opened).status_code == 302
    new = desks_of(agency_id(), FROM)[-1]
    assert (new.name, new.slug) == ("Điểm tiếp nhận Trâu Quỳ", "diem-tiep-nhan-trau-quy")
    counter = {"number": "1", "name": "Hộ tịch"}
    assert send(administrator, "open-counter", new.id, **counter).status_code == 302
    later = {"from_day": "01/08/2026"}
    named = {"name": "Chi nhánh Trâu Quỳ", "kind": "BRANCH", **later}
    assert send(administrator, "rename-desk", new.id, **named).status_code == 302
    assert desks_of(agency_id(), date(2026, 8, 1))[-1].name == "Chi nhánh Trâu Quỳ"
    closed = {"from_day": "01/09/2026"}
    assert send(administrator, "close-desk", new.id, **closed).status_code == 302
    assert [row.id for row in desks_of(agency_id(), date(2026, 9, 1))] == [desk()]
    assert counters_of(new.id, date(2026, 9, 1)) == ()


def test_an_agency_of_another_sector_joins_the_desk_and_leaves_it(administrator: Client) -> None:
    import_agencies(actor=SETUP, at=PLAIN_MORNING, document=shipped_vertical())
    given = {"member": str(agency_id("cong-an-xa-gia-lam")), "sector": "POLICE"}
    assert send(administrator, "admit-member", desk(), **given).status_code == 302
    (member,) = members_on(agency_id(), FROM)
    page = text_of(administrator.get(PAGE))
    assert "Công an xã Gia Lâm" in page
    refused = send(administrator, "admit-member", desk(), **given)
    assert refused.status_code == 422
    later = {"from_day": "01/09/2026"}
    assert send(administrator, "end-member", member.id, **later).status_code == 302
    assert members_on(agency_id(), date(2026, 9, 1)) == ()


def test_a_counter_closes(administrator: Client) -> None:
    counter = counters_of(desk(), TODAY)[0]
    assert send(administrator, "close-counter", counter.id).status_code == 302
    assert counter not in counters_of(desk(), FROM)
    assert "đến hết 30/06/2026" in text_of(administrator.get(PAGE))


def test_a_unit_is_set_up_with_its_sectors_and_a_position(administrator: Client) -> None:
    given = {"name": "Phòng Môi trường", "sectors": ["ho-tich"]}
    codes = {sector.code for row in parts_of(agency_id()).units for sector in row.sectors}
    assert "ho-tich" in codes
    assert send(administrator, "open-unit", **given).status_code == 302
    new = unit_for_sector(agency_id(), "ho-tich", FROM)
    assert new not in {None, unit_for_sector(agency_id(), "ho-tich", TODAY)}
    position = {"title": "Công chức môi trường", "unit": str(new)}
    assert send(administrator, "open-position", **position).status_code == 302
    titles = [row.title for row in positions_of(agency_id(), FROM) if row.unit_id == new]
    assert titles == ["Công chức môi trường"]


def test_sectors_of_a_unit_are_ticked(administrator: Client) -> None:
    form = text_of(administrator.get(f"{CHANGE}?what=sectors&of={unit()}"))
    assert 'value="dat-dai"' in form
    sent = send(administrator, "sectors", unit(), sectors=["dat-dai", "ho-tich"])
    assert sent.status_code == 302
    held = next(row for row in units_of(agency_id(), FROM) if row.id == unit())
    assert held.sector_codes == ("dat-dai", "ho-tich")


def test_a_unit_ends_when_another_takes_over(administrator: Client) -> None:
    refused = send(administrator, "close-unit", unit(), into="")
    assert refused.status_code == 422
    assert "Hãy chọn đơn vị tiếp nhận công việc của nó." in text_of(refused)
    assert send(administrator, "close-unit", unit(), into=str(unit("van-phong"))).status_code == 302
    assert unit_for_sector(agency_id(), "dat-dai", FROM) == unit("van-phong")
    units = {row.unit_id for row in holders_of({agency_id()}, FROM)}
    assert unit() not in units


BAD = {
    "no day": ({"from_day": ""}, "Chưa có ngày."),
    "a day that is none": ({"from_day": "31/02/2026"}, "Ngày không đúng."),
    "a day before it began": ({"from_day": "01/01/2020"}, "vào ngày 01/01/2020"),
    "no name": ({"name": " "}, "Chưa có tên."),
    "a name too long": ({"name": "x" * 201}, "200"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_told_and_nothing_typed_is_lost(administrator: Client, case: str) -> None:
    changes, words = BAD[case]
    facts = Fact.objects.count()
    given = {"name": "UBND phường mới", "short_name": "Phường <mới>", "basis": "NQ 7"} | changes
    answer = send(administrator, "rename", **given)
    assert answer.status_code == 422
    page = text_of(answer)
    assert words in page
    assert 'value="Phường &lt;mới&gt;"' in page
    assert 'value="NQ 7"' in page
    assert Fact.objects.count() == facts


@pytest.mark.parametrize(
    ("what", "given", "words"),
    [
        ("recode", {"scheme": "LOCAL", "code": "mã số một"}, "Mã chỉ có chữ không dấu"),
        ("recode", {"scheme": "LOCAL", "code": "H26"}, "đang thuộc cơ quan khác"),
        ("recode", {"scheme": "?", "code": "H26.1"}, "Chọn một mục trong danh sách."),
        ("amend", {"place_name": "Gia Lâm", "superior_name": "Thành phố Hà Nội"}, "Không có gì"),
        ("open-unit", {"name": "A", "sectors": ["khong-co"]}, "Chọn một mục trong danh sách."),
        ("open-position", {"title": "A", "unit": "999999"}, "Chọn một mục trong danh sách."),
        ("move", {"parent": ""}, "Chọn cơ quan cấp trên."),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    administrator: Client, what: str, given: dict[str, Any], words: str
) -> None:
    answer = send(administrator, what, **given)
    assert answer.status_code == 422
    assert words in text_of(answer)


@pytest.mark.parametrize("number", ["", "0", "1000", "một", "1.5"])
def test_a_counter_has_a_plain_number(administrator: Client, number: str) -> None:
    assert send(administrator, "open-counter", desk(), number=number, name="A").status_code == 422


@pytest.mark.parametrize("of", ["", "abc", "999999", "-1", "9" * 40])
def test_a_part_of_nowhere_is_not_found(administrator: Client, of: str) -> None:
    assert administrator.get(f"{CHANGE}?what=close-desk&of={of}").status_code == 404


@pytest.mark.parametrize("what", ["", "khong-co", "<b>"])
def test_an_unknown_change_leads_to_the_list_of_changes(administrator: Client, what: str) -> None:
    answer = administrator.get(CHANGE, {"what": what})
    assert answer.status_code == 200
    assert f"{CHANGE}?what=rename" in text_of(answer)


@pytest.mark.parametrize("typed", ["01/01/2025", "2025-01-01", "1-1-2025", "01012025"])
def test_the_tree_of_any_day_is_asked_for_as_people_write_days(browser: SignIn, typed: str) -> None:
    page = text_of(browser("tiepnhan1").get("/agencies/", {"on": typed}))
    assert "Bộ máy ngày 01/01/2025" in page
    assert 'value="01/01/2025"' in page
    assert 'type="date"' not in page


@pytest.mark.parametrize("typed", ["hôm qua", "31/02/2026", "2026-02-31", "99/99/9999"])
def test_a_day_that_is_none_is_told_and_today_is_shown(browser: SignIn, typed: str) -> None:
    page = text_of(browser("tiepnhan1").get("/agencies/", {"on": typed}))
    assert "Ngày không đúng." in page
    assert f'value="{typed}"' in page
    assert "Bộ máy ngày 10/06/2026" in page
