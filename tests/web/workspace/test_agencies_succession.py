"""A merger and a split from the form to the new agency's page: tried on a copy, then done as tried."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from motcua.accounts.commands.accounts import open_account
from motcua.accounts.commands.officers import appoint_officer, register_officer
from motcua.accounts.models import User
from motcua.accounts.queries.holders import holders_of
from motcua.accounts.vocabulary import AccountKind
from motcua.agencies.commands.furnish_agency import open_position
from motcua.agencies.queries import agency_called, agency_on, unit_for_sector
from motcua.dossiers.models import Dossier
from motcua.kernel.actor import Role
from motcua.ledger.models import Fact
from tests.support.offices import SETUP, agency_id
from tests.support.three_communes import OPENED
from tests.support.working_office import PASSWORD
from tests.web.workspace.conftest import Receive, SignIn, text_of

ADDRESS = "/agencies/succession/"
TODAY = date(2026, 6, 10)
NAME = "Ủy ban nhân dân phường Gia Lâm"
WARD = {
    "s0-name": NAME,
    "s0-short_name": "UBND phường Gia Lâm",
    "s0-code": "h26.700",
    "s0-scheme": "LOCAL",
    "s0-desk_name": "Trung tâm Phục vụ hành chính công phường Gia Lâm",
    "s0-desk_kind": "SERVICE_CENTER",
}
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')


@pytest.fixture
def province(browser: SignIn, now: datetime) -> Client:
    """The browser of an administrator of the city."""
    city = agency_id("thanh-pho-ha-noi")
    position = open_position(
        actor=SETUP,
        at=now,
        agency_id=city,
        unit_id=None,
        slug="quan-tri",
        title="Quản trị hệ thống",
        from_day=OPENED,
    )
    officer = register_officer(actor=SETUP, at=now, full_name="Lê Quản Trị", from_day=OPENED)
    open_account(
        actor=SETUP,
        at=now,
        officer_id=officer,
        username="quantritp",
        password=PASSWORD,
        kind=AccountKind.ADMIN,
        must_change_password=False,
    )
    appoint_officer(
        actor=SETUP,
        at=now,
        officer_id=officer,
        agency_id=city,
        position_id=position,
        roles={Role.ADMINISTRATOR},
        from_day=OPENED,
    )
    TOTP.activate(User.objects.get(username="quantritp"), generate_totp_secret())
    return browser("quantritp")


def replacing(**changes: Any) -> dict[str, Any]:
    """The commune at home becomes a ward today."""
    return {
        "kind": "REPLACE",
        "predecessors": [str(agency_id())],
        "from_day": "10/06/2026",
        "basis": "Nghị quyết 12",
        "count": "1",
        "do": "rehearse",
        **WARD,
        **changes,
    }


def sent_again(page: str, do: str, **changes: Any) -> dict[str, Any]:
    """The form that a rehearsal's page would send."""
    fields: dict[str, Any] = {}
    for name, value in HIDDEN.findall(page):
        fields.setdefault(name, []).append(value)
    return {**fields, **changes, "do": do}


def test_the_form_offers_the_agencies_within_reach(province: Client, browser: SignIn) -> None:
    everything = text_of(province.get(ADDRESS))
    assert "Ủy ban nhân dân thành phố Hà Nội" in everything
    assert "Ủy ban nhân dân xã Gia Lâm" in everything
    own = text_of(browser("quantri").get(ADDRESS))
    assert "Ủy ban nhân dân thành phố Hà Nội</label>" not in own


def test_a_rehearsal_shows_both_sides_and_keeps_nothing(province: Client, receive: Receive) -> None:
    code = receive()
    before = Fact.objects.count(), Dossier.objects.get(code=code).version
    answer = province.post(ADDRESS, replacing())
    assert answer.status_code == 200
    page = text_of(answer)
    for words in (
        "Kết quả thử, chưa ghi gì",
        "Không có gì bị bỏ lại",
        code,
        "H26.700-260610-0001",
        "H26.45-260610-0002",
        "Trung tâm Phục vụ hành chính công phường Gia Lâm",
        "Nguyễn Thị Thu Hà",
        "Phòng Kinh tế",
        "Sau: UBND phường Gia Lâm",
    ):
        assert words in page
    assert (Fact.objects.count(), Dossier.objects.get(code=code).version) == before
    assert agency_called("phuong-gia-lam", TODAY) is None


def test_it_is_done_as_it_was_tried(province: Client, receive: Receive) -> None:
    code, people = receive(), holders_of({agency_id()}, TODAY)
    due = Dossier.objects.get(code=code).due_at
    page = text_of(province.post(ADDRESS, replacing()))
    answer = province.post(ADDRESS, sent_again(page, "apply"), follow=True)
    assert answer.redirect_chain == [("/agencies/phuong-gia-lam/", 302)]
    assert "1 hồ sơ đang giải quyết đã chuyển." in text_of(answer)
    ward = agency_called("phuong-gia-lam", TODAY)
    assert ward is not None
    assert (ward.code, agency_on(agency_id(), TODAY)) == ("H26.700", None)
    dossier = Dossier.objects.get(code=code)
    assert (dossier.competent_agency_id, dossier.agency_id) == (ward.id, agency_id())
    assert dossier.due_at == due
    assert len(holders_of({ward.id}, TODAY)) == len(people)


def test_what_changed_since_the_trial_is_told_and_nothing_is_done(
    province: Client, receive: Receive
) -> None:
    page = text_of(province.post(ADDRESS, replacing()))
    code = receive()
    answer = province.post(ADDRESS, sent_again(page, "apply"))
    assert answer.status_code == 409
    told = text_of(answer)
    assert "Đã có thay đổi từ khi thử (hồ sơ đang giải quyết)." in told
    assert code in told
    assert agency_called("phuong-gia-lam", TODAY) is None
    done = province.post(ADDRESS, sent_again(told, "apply"))
    assert done.status_code == 302


def test_who_gives_up_his_position_is_chosen_and_told(province: Client, receive: Receive) -> None:
    receive()
    chief = next(row for row in holders_of({agency_id()}, TODAY) if Role.SIGNATORY in row.roles)
    chosen = {f"person-{chief.holding_id}": "none"}
    page = text_of(province.post(ADDRESS, replacing(**chosen)))
    assert f"{chief.name} ({chief.title}) không còn vị trí nào" in page
    without = province.post(ADDRESS, sent_again(page, "apply"))
    assert without.status_code == 409
    assert "nội dung sắp xếp" in text_of(without)
    done = province.post(ADDRESS, sent_again(page, "apply", **chosen))
    assert done.status_code == 302
    ward = agency_called("phuong-gia-lam", TODAY)
    assert ward is not None
    assert chief.name not in {row.name for row in holders_of({ward.id}, TODAY)}


def test_an_administrator_splits_his_own_commune_and_keeps_his_place(browser: SignIn) -> None:
    client = browser("quantri")
    land = unit_for_sector(agency_id(), "dat-dai", TODAY)
    of_land = {row.name for row in holders_of({agency_id()}, TODAY) if row.unit_id == land}
    split = replacing(kind="SPLIT", count="2") | {
        "s1-name": "Ủy ban nhân dân phường Trâu Quỳ",
        "s1-short_name": "UBND phường Trâu Quỳ",
        "s1-code": "H26.701",
        f"unit-{land}": "1",
    }
    page = text_of(client.post(ADDRESS, split))
    assert f'name="unit-{land}"' in page
    done = client.post(ADDRESS, sent_again(page, "apply", **{f"unit-{land}": "1"}))
    assert done.status_code == 302
    second = agency_called("phuong-trau-quy", TODAY)
    assert second is not None
    names = {row.name for row in holders_of({second.id}, TODAY)}
    assert names == of_land >= {"Hoàng Thị Lan Phương"}
    assert text_of(browser("quantri").get("/agencies/phuong-gia-lam/")).count("/change/") > 0


def test_a_day_ahead_moves_the_dossiers_later(province: Client, receive: Receive) -> None:
    code = receive()
    page = text_of(province.post(ADDRESS, replacing(from_day="01/07/2026")))
    assert "chuyển vào chính ngày đó" in page
    answer = province.post(ADDRESS, sent_again(page, "apply"), follow=True)
    assert "có hiệu lực từ ngày 01/07/2026" in text_of(answer)
    assert Dossier.objects.get(code=code).competent_agency_id == agency_id()


def test_successors_are_added_and_what_was_typed_stays(province: Client) -> None:
    page = text_of(province.post(ADDRESS, replacing(do="more", **{"s0-name": "<Phường>"})))
    assert 'name="s1-name"' in page
    assert 'value="&lt;Phường&gt;"' in page
    assert "field-error" not in page
    edited = text_of(province.post(ADDRESS, replacing(do="edit")))
    assert f'value="{NAME}"' in edited


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "nobody ends": ({"predecessors": []}, "Chọn ít nhất một cơ quan."),
    "an agency of nowhere": ({"predecessors": ["999999"]}, "Chọn một mục"),
    "no day": ({"from_day": ""}, "Chưa có ngày."),
    "a day that is none": ({"from_day": "31/02/2026"}, "Ngày không đúng."),
    "a day before it began": ({"from_day": "01/01/2020"}, "vào ngày 01/01/2020"),
    "no ground": ({"basis": " "}, "Chưa có căn cứ."),
    "no name": ({"s0-name": ""}, "Chưa có tên cơ quan mới."),
    "no kind": ({"kind": "x"}, "Chọn một mục"),
    "a merger of one": ({"kind": "MERGE"}, "Sáp nhập cần ít nhất hai cơ quan"),
    "a split into one": ({"kind": "SPLIT"}, "chia tách cần ít nhất hai nơi kế thừa"),
    "a code of another": ({"s0-code": "H26"}, "đang thuộc cơ quan khác"),
    "a count that is none": ({"count": "abc", "s0-name": ""}, "Chưa có tên cơ quan mới."),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_told_and_nothing_typed_is_lost(province: Client, case: str) -> None:
    changes, words = BAD[case]
    facts = Fact.objects.count()
    answer = province.post(ADDRESS, replacing(**changes))
    assert answer.status_code == 422
    page = text_of(answer)
    assert words in page
    assert 'value="UBND phường Gia Lâm"' in page
    assert Fact.objects.count() == facts


def test_an_agency_does_not_take_over_from_itself(province: Client) -> None:
    answer = province.post(ADDRESS, replacing(**{"s0-existing": str(agency_id())}))
    assert "không thể vừa kết thúc vừa kế thừa" in text_of(answer)


@pytest.mark.parametrize("mark", ["mark-dossiers", "mark-order", "mark-people"])
def test_a_mark_that_was_tampered_with_is_refused(province: Client, mark: str) -> None:
    page = text_of(province.post(ADDRESS, replacing()))
    answer = province.post(ADDRESS, sent_again(page, "apply", **{mark: "0" * 16}))
    assert answer.status_code == 409
    assert agency_called("phuong-gia-lam", TODAY) is None
