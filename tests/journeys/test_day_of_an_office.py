"""The day of an office: twelve dossiers through every act, by the people whose acts they are, in a
real browser; once with scripts (and axe on every page of it), once without."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from motcua.dossiers.commands.performing import PERFORMERS
from motcua.dossiers.models import Dossier
from motcua.dossiers.proof import disagreements
from motcua.dossiers.vocabulary import Stage
from motcua.kernel.clock import local_day
from motcua.ledger.verification import verify
from motcua.worktime.queries.calendars import office_time
from tests.journeys.site import Site
from tests.support import acts as prepared
from tests.support.papers_sent import a_pdf
from tests.support.reception import a_reception, receive
from tests.support.working_office import BIRTH_AGAIN

AtDesk = Callable[..., Page]
Step = tuple[str, str, dict[str, str]]

TAX, COMMUNE = "Thuế cơ sở Gia Lâm", "Ủy ban nhân dân xã Gia Lâm"
START: Step = ("thuly1", "start", {})
GRANT: Step = ("thuly1", "propose", {"decision": "GRANTED", "opinion": "Đủ điều kiện"})
SIGN: Step = ("lanhdao", "decide", {"decision": "GRANTED"})
NUMBER: Step = (
    "vanthu",
    "issue-result",
    {"document_number": "12/GKS", "subject": "Giấy khai sinh"},
)
RETURN: Step = ("tiepnhan1", "return-result", {"who": "OWNER"})
ITEM = {"items-0-name": "Tờ khai", "items-0-what": "Ký tên", "reason": "Tờ khai chưa ký"}
ASK: Step = ("thuly1", "request-supplement", ITEM)
BRING: Step = ("tiepnhan1", "supplement", {"item-0": "ANSWERED"})
LIVES: dict[str, list[Step]] = {
    "straight": [START, GRANT, SIGN, NUMBER, RETURN],
    "declined after two supplements": [
        START,
        ASK,
        BRING,
        ("truongphong", "allow-supplement", {"reason": "Phát sinh tình tiết mới"}),
        ASK,
        BRING,
        ("thuly1", "propose", {"decision": "DECLINED", "opinion": "Không đủ căn cứ"}),
        ("lanhdao", "send-back", {"reason": "Nêu rõ căn cứ"}),
        ("thuly1", "propose", {"decision": "DECLINED", "opinion": "Không đủ căn cứ theo hồ sơ"}),
        ("lanhdao", "decide", {"decision": "DECLINED", "grounds": "Không đủ căn cứ theo hồ sơ"}),
        ("vanthu", "issue-result", {"document_number": "07/TB"}),
        ("tiepnhan1", "return-result", {"who": "OTHER", "recipient_name": "Trần Văn Nam",
                                        "authority": "Giấy ủy quyền ngày 09/06/2026"}),
    ],
    "a duty to pay": [
        START,
        ("thuly1", "suspend", {"reason": "Nộp lệ phí theo thông báo"}),
        ("thuly1", "resume", {}),
    ],
    "withdrawn": [
        ("tiepnhan1", "withdraw", {"reason": "Không còn nhu cầu"}),
        ("truongphong", "terminate", {"ground": "WITHDRAWN", "reason": "Theo đơn đề nghị"}),
    ],
    "forwarded": [("truongphong", "forward", {"unit_id": "*", "reason": "Thuộc phòng Kinh tế"})],
    "assigned": [("truongphong", "assign", {"holding_id": "*"})],
    "handed over": [
        START,
        ("thuly1", "offer", {"place": TAX, "task": "Xác định lệ phí"}),
        ("thue1", "refuse-offer", {"reason": "Thiếu tờ khai lệ phí"}),
        ("thuly1", "offer", {"place": TAX, "task": "Xác định lệ phí"}),
        ("thuly1", "take-back-offer", {"reason": "Còn chờ giấy tờ"}),
        ("thuly1", "offer", {"place": TAX, "task": "Xác định lệ phí", "limit_value": "2"}),
        ("thue1", "accept-offer", {"received_all": "on"}),
        ("thue1", "offer", {"place": COMMUNE, "task": "Đã xác định, trả lại"}),
        ("thuly1", "accept-offer", {"received_all": "on"}),
    ],
    "corrected": [
        START,
        GRANT,
        SIGN,
        NUMBER,
        RETURN,
        ("lanhdao", "correct-result", {"reason": "Sai ngày sinh", "document_number": "13/GKS"}),
        RETURN,
        ("lanhdao", "reopen", {"ground": "Bản án 12/2026/HC-ST", "reason": "Hủy kết quả"}),
    ],
    "put right": [
        ("tiepnhan1", "attach", {"file": "*"}),
        ("tiepnhan1", "amend", {"owner-phone": "0987654321", "reason": "Gõ nhầm số điện thoại"}),
        ("tiepnhan1", "note", {"text": "Đã gọi lại cho người nộp"}),
    ],
}  # fmt: skip
REGISTERED: dict[str, list[Step]] = {
    "completed": [
        ("tiepnhan1", "ask-to-complete", ITEM),
        BRING,
        ("tiepnhan1", "receive", {"complete_confirmed": "on"}),
    ],
    "refused": [("tiepnhan1", "refuse-reception", {"reason": "Không thuộc thẩm quyền"})],
}


@dataclass
class Day:
    """People at their desks, and which acts went through."""

    at_desk: AtDesk
    options: dict[str, Any]
    look: Callable[[Page], list[str]]
    pages: dict[str, Page] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    faults: dict[str, list[str]] = field(default_factory=dict)

    def page_of(self, username: str) -> Page:
        if username not in self.pages:
            self.pages[username] = self.at_desk(username, **self.options)
        return self.pages[username]

    def live(self, code: str, steps: list[Step]) -> None:
        for username, act, fields in steps:
            self.act(code, username, act, fields)

    def act(self, code: str, username: str, act: str, fields: dict[str, str]) -> None:
        """Fill in the page of the act as its officer and send it; the next page says it is done."""
        page = self.page_of(username)
        page.goto(f"/dossiers/{code}/acts/{act}/")
        expect(page).to_have_url(anywhere(f"/dossiers/{code}/acts/{act}/"))
        for name, value in fields.items():
            _fill(page, name, value)
        self.faults[f"{act} of {username}"] = self.look(page)
        page.locator("main form button[name=do][value=apply]").last.click()
        expect(page.get_by_text("Đã ghi:")).to_be_visible()
        self.faults[f"after {act}"] = self.look(page)
        self.done.add(act)


def anywhere(path: str) -> re.Pattern[str]:
    """The address of a page whatever the server is called."""
    return re.compile(f"{re.escape(path)}$")


def _choose_file(page: Page) -> None:
    """With scripts the file travels at once, in pieces; without, with the form."""
    pdf = {"name": "to-khai.pdf", "mimeType": "application/pdf", "buffer": a_pdf("Tờ khai")}
    page.locator("main form input[type=file]").first.set_input_files(pdf)  # type: ignore[arg-type]
    told_twice = 2 * page.locator("html.script").count()  # in the list, and aloud
    expect(page.get_by_text("đã gửi xong")).to_have_count(told_twice)


def _fill(page: Page, name: str, value: str) -> None:
    if name == "file":
        _choose_file(page)
        return
    fields = page.locator(f"main form [name='{name}']:not([type=hidden])")
    if page.locator(f"main form select[name='{name}']").count():
        fields.first.select_option(label=value)
        return
    kind = fields.first.get_attribute("type")
    if kind == "checkbox":
        fields.first.check()
    elif kind == "radio":
        (
            fields.first if value == "*" else page.locator(f"[name='{name}'][value='{value}']")
        ).check()
    else:
        fields.first.fill(value)


def nobody_looks(_page: Page) -> list[str]:
    return []


@pytest.mark.parametrize("with_scripts", [True, False], ids=["scripts", "no-scripts"])
def test_every_act_of_the_life_of_a_dossier(
    site: Site, at_desk: AtDesk, violations: Callable[[Page], list[str]], with_scripts: bool
) -> None:
    now = site.clock.now()
    look = violations if with_scripts else nobody_looks
    day = Day(at_desk, {"java_script_enabled": with_scripts}, look)
    for steps in LIVES.values():
        day.live(_received(now), steps)
    for steps in REGISTERED.values():
        day.live(prepared.register(now), steps)
    day.act(prepared.receive_elsewhere(now), "tiepnhan1", "take-over", {})
    astray = _received_by_the_police(now)
    day.act(astray, "tiepnhan1", "refuse-take-over", {"reason": "Thuộc Sở"})
    right = {"agency_id": "Sở Nông nghiệp và Môi trường thành phố Hà Nội", "reason": "Thuộc Sở"}
    day.act(astray, "congan1", "redirect", right)
    why = {"reason": "Không thể có kết quả ấy"}
    day.act(prepared.receive_waiting(now), "tiepnhan1", "release", why)
    day.act(_received(now), "truongphong", "extend", _a_later_day(now))
    late = _received(now - timedelta(days=14))
    day.act(late, "truongphong", "apologize", _a_later_day(now))
    assert day.done == {str(act).partition(".")[2] for act in PERFORMERS}
    assert {place: found for place, found in day.faults.items() if found} == {}
    assert Dossier.objects.get(code=late).appointment_at is not None
    assert list(disagreements()) == []
    assert list(verify()) == []


def _received(at: datetime) -> str:
    return receive(
        a_reception(BIRTH_AGAIN, at=at), actor=prepared.officer("tiepnhan1", at), at=at
    ).code


def _received_by_the_police(at: datetime) -> str:
    """At their desk, for the commune."""
    commune = prepared.officer("tiepnhan1", at).agency_id
    given = replace(a_reception(BIRTH_AGAIN, at=at), competent_agency_id=commune)
    return receive(given, actor=prepared.officer("congan1", at), at=at).code


def _a_later_day(now: datetime) -> dict[str, str]:
    """Three working weeks from now, as an officer types it."""
    agency_id = prepared.officer("tiepnhan1", now).agency_id
    assert agency_id is not None
    calendar = office_time(agency_id, local_day(now)).calendar
    day = local_day(now) + timedelta(days=21)
    while not calendar.is_working_day(day):
        day += timedelta(days=1)
    return {"to_day": day.strftime("%d/%m/%Y"), "reason": "Chờ kết quả xác minh"}


def test_two_officers_on_one_dossier_and_the_second_loses_nothing(
    site: Site, at_desk: AtDesk
) -> None:
    code = _received(site.clock.now())
    first, second = at_desk("thuly1"), at_desk("truongphong")
    second.goto(f"/dossiers/{code}/acts/request-supplement/")
    for name, value in ITEM.items():
        _fill(second, name, value)
    first.goto(f"/dossiers/{code}/acts/start/")
    first.locator("main form button[name=do][value=apply]").last.click()
    expect(first).to_have_url(anywhere(f"/dossiers/{code}/"))
    second.locator("main form button[name=do][value=apply]").last.click()
    expect(second.locator("main")).to_contain_text("Phạm Minh Đức")
    expect(second.locator("[name=items-0-what]")).to_have_value("Ký tên")
    expect(second.locator("[name=reason]")).to_have_value("Tờ khai chưa ký")
    second.locator("main form button[name=do][value=apply]").last.click()
    expect(second).to_have_url(anywhere(f"/dossiers/{code}/"))
    assert Dossier.objects.get(code=code).stage == Stage.SUPPLEMENT_REQUESTED
