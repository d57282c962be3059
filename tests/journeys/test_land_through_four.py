"""A land matter goes through four agencies, each at its own screen; the citizen and the leader see where it
is, and the paper that goes with it tells the whole way."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from motcua.dossiers.acting import facts_of
from motcua.dossiers.models import Dossier
from motcua.dossiers.proof import disagreements
from motcua.dossiers.rules.custody import holder_of
from motcua.ledger.verification import verify
from tests.journeys.site import Site
from tests.journeys.test_day_of_an_office import AtDesk, Day, Step, nobody_looks
from tests.support.acts import officer
from tests.support.reception import LAND, a_reception, receive

COMMUNE = "Ủy ban nhân dân xã Gia Lâm"
REGISTRY = "Chi nhánh Văn phòng đăng ký đất đai Gia Lâm"
TAX = "Thuế cơ sở Gia Lâm"
DEPARTMENT = "Sở Nông nghiệp và Môi trường thành phố Hà Nội"
WAY = (("thuly2", REGISTRY, "Trích đo, chỉnh lý bản đồ", "datdai1"),
       ("datdai1", DEPARTMENT, "Thẩm tra nguồn gốc đất", "so1"),
       ("so1", TAX, "Xác định nghĩa vụ tài chính", "thue1"),
       ("thue1", COMMUNE, "Đã xác định, trả về cơ quan giải quyết", "thuly2"))  # fmt: skip
ENDING: list[Step] = [
    ("thuly2", "propose", {"decision": "GRANTED", "opinion": "Đủ điều kiện"}),
    ("lanhdao", "decide", {"decision": "GRANTED"}),
    ("vanthu", "issue-result", {"document_number": "45/QĐ-UBND", "subject": "Giao đất"}),
    ("tiepnhan1", "return-result", {"who": "OWNER"}),
]


@pytest.mark.parametrize("with_scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_land_matter_goes_through_four_agencies(
    site: Site, at_desk: AtDesk, violations: Callable[[Page], list[str]], with_scripts: bool
) -> None:
    now = site.clock.now()
    look = violations if with_scripts else nobody_looks
    day = Day(at_desk, {"java_script_enabled": with_scripts}, look)
    code = receive(a_reception(LAND, at=now), actor=officer("tiepnhan1", now), at=now).code
    day.act(code, "thuly2", "start", {})
    for giver, place, task, taker in WAY:
        given = {"place": place, "task": task, "limit_value": "2"}
        day.act(code, giver, "offer", given)
        _is_listed(day.page_of(giver), "sent", code)
        _is_listed(day.page_of(taker), "to_accept", code)
        day.act(code, taker, "accept-offer", {"received_all": "on"})
        site.clock.move_on(minutes=2)
        assert holder_of(facts_of(Dossier.objects.get(code=code))).agency_id == (
            officer(taker, now).agency_id
        )
    home = day.page_of("lanhdao")
    home.goto(f"/dossiers/{code}/")
    for place in (REGISTRY, DEPARTMENT, TAX):
        expect(home.locator("#hands")).to_contain_text(place)
    day.live(code, ENDING)
    assert {place: found for place, found in day.faults.items() if found} == {}
    assert list(disagreements()) == []
    assert list(verify()) == []


def _is_listed(page: Page, name: str, code: str) -> None:
    page.goto(f"/hand-overs/?list={name}")
    expect(page.get_by_role("link", name=code)).to_be_visible()
