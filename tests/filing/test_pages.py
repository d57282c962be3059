"""Pages of drafts and of one's own dossiers: of their citizen alone, small, and with few questions."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from motcua.accounts.rules.roles import Permission
from motcua.audit.models import AccessLog
from motcua.citizens.commands.opening import Opened
from motcua.citizens.models import Citizen
from motcua.dossiers import inputs
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.models import Offer
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.queries.own.answer_due import answer_due
from motcua.dossiers.vocabulary import Act, Limit
from motcua.filing.commands.drafting import change_draft
from motcua.filing.models import Draft, DraftFile
from motcua.filing.vocabulary import ForWhom
from motcua.kernel.actor import Role
from motcua.kernel.dates_vi import short_moment
from motcua.worktime.vocabulary import Unit
from tests.support.acts import do
from tests.support.citizens import a_citizen, citizen_actor, citizens_browser
from tests.support.clock import PLAIN_MORNING
from tests.support.declaring import the_form
from tests.support.drafting import begun, complete, send, told_of, whole
from tests.support.offices import agency_id, somebody
from tests.support.posted_forms import posted_by
from tests.support.reception import BIRTH

KILOBYTES_LATER_MAX = 30 * 1024
QUERIES_MAX = 32
"""With the session, the citizen, the membership and the access log, which every page reads or writes."""


@pytest.fixture(autouse=True)
def morning(standing: None) -> Iterator[None]:
    with time_machine.travel(PLAIN_MORNING, tick=False):
        yield


@pytest.fixture
def owner() -> Opened:
    return a_citizen()


@pytest.fixture
def draft_pages(owner: Opened) -> dict[str, str]:
    token = complete(citizen_actor(owner))
    there = {"code": BIRTH, "token": token}
    file_id = DraftFile.objects.filter(draft__token=token).values_list("pk", flat=True)[0]
    pages = {name: reverse(f"portal:{name}", kwargs=there) for name in PLAIN_PAGES}
    pages |= {
        f"form {page.key}": reverse("portal:form-page", kwargs=there | {"page": page.key})
        for page in the_form().form.pages
    }
    pages["paper"] = reverse("portal:paper", kwargs=there | {"paper": "other"})
    pages["file"] = reverse("portal:draft-file", kwargs=there | {"file_id": file_id})
    return pages


PLAIN_PAGES = ("place", "papers", "result", "review", "delete-draft")
OWN_PAGES = ("my-dossier", "messages", "withdraw", "my-declaration", "my-acknowledgement")


@pytest.fixture
def own_pages(owner: Opened) -> dict[str, str]:
    actor = citizen_actor(owner)
    code = send(actor, complete(actor)).code
    pages = {name: reverse(f"portal:{name}", kwargs={"code": code}) for name in OWN_PAGES}
    pages["file"] = reverse("portal:my-file", kwargs={"code": code, "position": 0})
    return pages


def test_a_draft_and_what_is_in_it_are_found_by_its_citizen_only(
    owner: Opened, draft_pages: dict[str, str]
) -> None:
    mine, another = citizens_browser(owner), citizens_browser(a_citizen("0987000111"))
    assert {mine.get(path).status_code for path in draft_pages.values()} == {200}
    assert {another.get(path).status_code for path in draft_pages.values()} == {404}
    assert {another.post(path).status_code for path in draft_pages.values()} <= {404, 405}
    assert Draft.objects.count() == 1


def test_a_dossier_is_found_by_whoever_filed_it_only_and_as_if_it_were_not_there(
    owner: Opened, own_pages: dict[str, str]
) -> None:
    mine, another = citizens_browser(owner), citizens_browser(a_citizen("0987000111"))
    assert {mine.get(path).status_code for path in own_pages.values()} == {200}
    unknown = another.get(reverse("portal:my-dossier", kwargs={"code": "H26.45-260610-9999"}))
    refused = [another.get(path) for path in own_pages.values()]
    assert {answer.status_code for answer in (*refused, unknown)} == {404}
    assert len({len(answer.content) for answer in (refused[0], unknown)}) == 1
    assert AccessLog.objects.filter(outcome="DENIED").count() == len(own_pages) + 1


def test_when_it_was_sent_stays_so_after_the_office_has_received_it(owner: Opened) -> None:
    actor = citizen_actor(owner)
    code = send(actor, complete(actor)).code
    do(
        code,
        Act.RECEIVE,
        inputs.Accept(complete_confirmed=True),
        by="tiepnhan1",
        at=PLAIN_MORNING + timedelta(minutes=75),
    )
    detail = dossier_detail(actor, code, permission=Permission.DOSSIER_FOLLOW)
    assert (detail.sent_at, detail.received_at - detail.sent_at) == (
        PLAIN_MORNING,
        timedelta(minutes=75),
    )
    page = citizens_browser(owner).get(reverse("portal:my-dossier", kwargs={"code": code}))
    _before, told = page.content.decode().split("Gửi lúc", 1)
    assert short_moment(PLAIN_MORNING) in told[:200]


def test_its_citizen_reads_which_agency_has_it_for_the_time_being_and_until_when(
    owner: Opened,
) -> None:
    actor = citizen_actor(owner)
    code = send(actor, complete(actor)).code
    do(code, Act.RECEIVE, inputs.Accept(complete_confirmed=True), by="tiepnhan1")
    do(code, Act.START, inputs.Nothing(), by="thuly1")
    limit = Limit(unit=Unit.WORKING_DAYS, value=Decimal(2))
    city_id = agency_id("thanh-pho-ha-noi")
    do(code, Act.OFFER, inputs.Offer(agency_id=city_id, task="Đo", limit=limit), by="thuly1")
    city = Asked(actor=somebody(Role.HANDLING, agency=city_id), at=PLAIN_MORNING, code=code)
    perform(city, Act.ACCEPT_OFFER, inputs.AcceptOffer(received_all=True))
    until = Offer.objects.get().hold_due_at
    assert until is not None
    there = reverse("portal:my-dossier", kwargs={"code": code})
    page = citizens_browser(owner).get(there).content.decode()
    _before, held = page.split("Nơi đang giữ", 1)
    assert "Ủy ban nhân dân thành phố Hà Nội" in held[:300]
    _before, told = page.split("Nơi ấy làm xong trước", 1)
    assert short_moment(until) in told[:200]


def test_the_slip_is_taken_by_its_citizen_only_and_says_how_to_check_it(owner: Opened) -> None:
    actor = citizen_actor(owner)
    code = send(actor, complete(actor)).code
    mine, another = citizens_browser(owner), citizens_browser(a_citizen("0987000111"))
    there = reverse("portal:my-dossier", kwargs={"code": code})
    assert "/giay/" not in mine.get(there).content.decode().split("Những điều đã khai")[0]
    do(code, Act.RECEIVE, inputs.Accept(complete_confirmed=True), by="tiepnhan1")
    (slip,) = re.findall(r'href="([^"]+giay/slip-[0-9]+\.pdf)"', mine.get(there).content.decode())
    pdf = mine.get(slip)
    assert (pdf.status_code, pdf["Content-Type"]) == (200, "application/pdf")
    assert code in PdfReader(BytesIO(pdf.content)).pages[0].extract_text()
    assert AccessLog.objects.filter(act="paper.printed", user_id=owner.user_id).count() == 1
    assert another.get(slip).status_code == 404
    inner = slip.replace("slip-", "processing-history-")
    assert mine.get(inner).status_code == 404


def test_reading_a_dossier_of_ones_own_leaves_a_trace(
    owner: Opened, own_pages: dict[str, str]
) -> None:
    citizens_browser(owner).get(own_pages["my-dossier"])
    assert AccessLog.objects.filter(act="dossier.read").count() == 1


def test_every_page_is_small_and_asks_little(
    owner: Opened, draft_pages: dict[str, str], own_pages: dict[str, str]
) -> None:
    browser = citizens_browser(owner)
    pages = {**draft_pages, **own_pages, "mine": reverse("portal:mine")}
    for path in pages.values():
        browser.get(path)
    asked, sizes = {}, {}
    for name, path in pages.items():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            answer = browser.get(path)
        asked[name] = len(queries)
        sizes[name] = len(gzip.compress(answer.getvalue()))
    assert {name: count for name, count in asked.items() if count > QUERIES_MAX} == {}
    del sizes["my-declaration"], sizes["my-acknowledgement"]
    assert {name: size for name, size in sizes.items() if size > KILOBYTES_LATER_MAX} == {}


def test_papers_that_only_some_cases_need_are_folded_and_the_form_is_not_asked_as_a_paper(
    owner: Opened,
) -> None:
    there = {"code": BIRTH, "token": begun(citizen_actor(owner))}
    page = citizens_browser(owner).get(reverse("portal:papers", kwargs=there)).content.decode()
    needed, only_if, settled = page.split('class="paper-fold"')
    assert "Giấy chứng sinh" in needed
    assert "bị bỏ rơi" not in needed
    assert "bị bỏ rơi" in only_if
    assert "điện tử tương tác" not in needed + only_if
    assert "Tờ khai đăng ký khai sinh" in settled


def test_before_sending_one_sees_the_note_the_ground_the_fee_and_when_the_office_answers(
    owner: Opened,
) -> None:
    actor = citizen_actor(owner)
    token = complete(actor, for_whom=ForWhom.REPRESENTATIVE)
    told_of(actor, token, name="Cụ Tư", personal_id="001040000123", authority="mẹ ruột")
    choices = replace(whole(actor, token).row.choices, note="Xin gọi buổi chiều")
    change_draft(actor=actor, at=PLAIN_MORNING, token=token, choices=choices)
    path = reverse("portal:review", kwargs={"code": BIRTH, "token": token})
    page = citizens_browser(owner).get(path).content.decode()
    due = answer_due(agency_id(), PLAIN_MORNING)
    assert due is not None
    for words in ("mẹ ruột", "Xin gọi buổi chiều", "cơ quan trả lời", short_moment(due), "lệ phí"):
        assert words in page
    sent, unsent = page.split('class="paper-fold"')
    assert "bị bỏ rơi" not in sent
    assert "bị bỏ rơi" in unsent


def test_a_form_that_names_somebody_else_is_told_with_both_names_and_where_to_change_them(
    owner: Opened,
) -> None:
    actor = citizen_actor(owner)
    token = complete(actor)
    path = reverse("portal:review", kwargs={"code": BIRTH, "token": token})
    Citizen.objects.update(full_name="Vũ Thị Sen")
    page = citizens_browser(owner).get(path).content.decode()
    told = whole(actor, token).told["applicant"]["name"]
    assert f"Tờ khai ghi tên {told}, còn hồ sơ ghi tên Vũ Thị Sen" in page
    for way in ("to-khai/applicant?lai=1", "/tai-khoan/thong-tin", "/noi-nop"):
        assert way in page
    Citizen.objects.update(full_name=told.upper())
    assert "Hai tên khác nhau" not in citizens_browser(owner).get(path).content.decode()


def test_what_reception_finds_wrong_with_an_account_leads_to_where_it_is_changed(
    owner: Opened,
) -> None:
    token = complete(citizen_actor(owner))
    Citizen.objects.update(full_name="😀😀")
    path = reverse("portal:review", kwargs={"code": BIRTH, "token": token})
    answer = citizens_browser(owner).post(path, {"pledge": "on"})
    assert answer.status_code == 422
    assert re.search(r'<a href="/tai-khoan/thong-tin">Tên không có ký tự', answer.content.decode())


def test_only_where_a_script_runs_a_broken_line_is_said_to_be_taken_up_again(
    owner: Opened, draft_pages: dict[str, str]
) -> None:
    page = citizens_browser(owner).get(draft_pages["paper"]).content.decode()
    said = re.findall(r"<p[^>]*>Mất mạng giữa chừng sẽ gửi tiếp", page)
    assert said
    assert all("data-script-shows" in one for one in said)
    assert page.count("Mất mạng giữa chừng") == len(said)


def test_while_one_types_a_page_is_saved_and_its_version_told(owner: Opened) -> None:
    token = complete(citizen_actor(owner))
    browser = citizens_browser(owner)
    there = reverse("portal:save-page", kwargs={"code": BIRTH, "token": token, "page": "child"})
    told = browser.post(there, {"seen": "1", "a.child.name": "An"}).json()
    assert (told["version"], told["differences"]) == (2, [])
    late = browser.post(there, {"seen": "1", "a.child.name": "Bình"}).json()
    assert late["differences"] == [{"label": late["differences"][0]["label"], "text": "An"}]


def test_what_another_device_wrote_is_told_by_the_question_not_by_its_group(owner: Opened) -> None:
    token = complete(citizen_actor(owner))
    browser = citizens_browser(owner)
    there = {"code": BIRTH, "token": token, "page": "applicant"}
    page = reverse("portal:save-page", kwargs=there)
    browser.post(page, {"seen": "1", "a.applicant.personal_id": "036148000111"})
    late = browser.post(page, {"seen": "1", "a.applicant.personal_id": "036148000222"}).json()
    labels = {one["text"]: one["label"] for one in late["differences"]}
    assert labels["036148000111"].endswith(" – Số định danh cá nhân")


def test_faults_are_told_when_a_page_is_sent_on_and_not_to_whoever_comes_back_to_it(
    owner: Opened,
) -> None:
    token = begun(citizen_actor(owner))
    browser = citizens_browser(owner)
    there = {"code": BIRTH, "token": token, "page": "child"}
    page = reverse("portal:form-page", kwargs=there)
    browser.post(reverse("portal:save-page", kwargs=there), {"seen": "0", "a.child.name": "An"})
    fault = 'class="field-error"'
    assert fault not in browser.get(page).content.decode()
    assert fault in browser.get(f"{page}?lai=1").content.decode()
    sent_on = browser.post(page, {"seen": "1", "a.child.name": "An"})
    assert (sent_on.status_code, fault in sent_on.content.decode()) == (422, True)


def test_new_questions_are_told_at_the_top_with_the_way_to_them(owner: Opened) -> None:
    token = begun(citizen_actor(owner))
    page = reverse("portal:form-page", kwargs={"code": BIRTH, "token": token, "page": "child"})
    browser = citizens_browser(owner)
    as_seen = posted_by(browser.get(page).content.decode()).dict()
    told = browser.post(page, {**as_seen, "a.born_where": "facility"}).content.decode()
    assert told.index("Có câu hỏi mới") < told.index('data-eform="draft"')
    assert '<a href="#f-facility">' in told


def test_typing_on_without_a_session_is_answered_so_that_the_page_can_say_it(owner: Opened) -> None:
    token = begun(citizen_actor(owner))
    there = {"code": BIRTH, "token": token, "page": "child"}
    answer = Client().post(reverse("portal:save-page", kwargs=there), {"a.child.name": "An"})
    assert (answer.status_code, answer.json()) == (401, {})


def test_an_ended_session_leads_to_sign_in_and_back_to_the_page(
    owner: Opened, draft_pages: dict[str, str]
) -> None:
    path = draft_pages["review"]
    answer = Client().get(path)
    assert answer.headers["Location"].startswith("/tai-khoan/dang-nhap?tiep=")
    assert path.strip("/").split("/")[2] in answer.headers["Location"]
    assert owner.citizen_id


def test_before_an_account_is_closed_its_open_dossiers_are_named_with_how_the_result_comes(
    owner: Opened,
) -> None:
    actor = citizen_actor(owner)
    browser = citizens_browser(owner)
    nothing = browser.get(reverse("portal:account-closing")).content.decode()
    code = send(actor, complete(actor)).code
    told = browser.get(reverse("portal:account-closing")).content.decode()
    assert ("Hồ sơ chưa xong" in nothing, "Hồ sơ chưa xong" in told) == (False, True)
    assert f"({code}). Nhận kết quả: " in told
