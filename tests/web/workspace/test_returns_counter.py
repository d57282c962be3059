"""The returns counter: scanned, all at once, handed over once, nothing lost; being late never blocks."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import AccessLog
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.upkeep import add_note
from motcua.dossiers.inputs import Note
from motcua.dossiers.models import Dossier, HandOver
from motcua.dossiers.vocabulary import Party, PartyRole, Stage
from motcua.ledger.models import Fact
from tests.support.acts import bring
from tests.support.clock import PLAIN_MORNING
from tests.support.money import owing
from tests.support.reception import a_reception
from tests.support.reception import receive as take_in
from tests.support.working_office import BIRTH_AGAIN, officer
from tests.web.workspace.conftest import Receive, SignIn, text_of

OWNER = "Nguyễn Thị Hồng Nhung"
NUMBER = "001195012345"
CARD = f"{NUMBER}|012345678|{OWNER}|15081995|Nữ|Số 12 Ỷ Lan, Gia Lâm, Hà Nội|01022022"


def page(client: Any, asked: str) -> str:
    response = client.get("/returns/", {"q": asked})
    assert response.status_code == 200
    return text_of(response)


def fields(client: Any, asked: str, **changes: Any) -> dict[str, Any]:
    """What the browser would send from the page as it stands, all that is ready ticked."""
    html = page(client, asked)
    hidden = dict(re.findall(r'name="(version-[^"]+)" value="(\d+)"', html))
    ticked = re.findall(r'name="chosen" value="([^"]+)"', html)
    return {
        "q": asked,
        "do": "give",
        "request_key": str(uuid.uuid4()),
        "recipient_name": OWNER,
        "chosen": [unescape(code) for code in ticked],
        **hidden,
        **changes,
    }


def stage_of(code: str) -> str:
    return Dossier.objects.get(code=code).stage


def test_a_slip_of_any_kind_leads_to_its_dossier(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.SETTLED)
    client = browser("tiepnhan1")
    scanned = (
        code,
        code.lower(),
        f"https://motcua.example.vn/ho-so/{code}",
        f"https://motcua.example.vn/ho-so/{code}/?x=1",
        f"{code}|1.004884|001195012345|Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        "nguyen thi hong nhung",
        "0912345678",
    )
    for text in scanned:
        html = page(client, text)
        assert f'name="chosen" value="{code}"' in html, text


def test_a_card_finds_the_person_whatever_his_part(browser: SignIn, standing: None) -> None:
    by_submitter = a_reception(
        BIRTH_AGAIN,
        parties=(
            Party(role=PartyRole.OWNER, name="Lê Văn Bé", phone="0987654321"),
            Party(role=PartyRole.SUBMITTER, name=OWNER, personal_id=NUMBER),
        ),
    )
    code = bring(take_in(by_submitter, actor=officer("tiepnhan1")).code, Stage.SETTLED)
    html = page(browser("tiepnhan1"), CARD)
    assert f'name="chosen" value="{code}"' in html
    assert f'value="{OWNER}"' in html


def test_all_of_one_person_is_handed_over_in_one_go(browser: SignIn, receive: Receive) -> None:
    codes = [bring(receive(), Stage.SETTLED) for _number in range(3)]
    waiting = bring(receive(), Stage.PROCESSING)
    stranger = bring(receive(owner="Trần Văn Khác"), Stage.SETTLED)
    client = browser("tiepnhan1")
    html = page(client, codes[0])
    assert waiting in html
    assert stranger not in html
    sent = fields(client, codes[0])
    assert sorted(sent["chosen"]) == sorted(codes)
    response = client.post("/returns/", sent)
    assert response.status_code == 302
    assert {stage_of(code) for code in codes} == {Stage.RETURNED}
    assert stage_of(waiting) == Stage.PROCESSING
    done = text_of(client.get(response["Location"]))
    assert "Đã trao 3 kết quả" in done
    assert f'name="codes" value="{" ".join(codes)}"' in done
    sent = {"kind": "return-receipt", "codes": " ".join(codes), "size": ""}
    receipts = client.post("/papers/print/", sent)
    assert receipts["Content-Type"] == "application/pdf"
    assert receipts.content.startswith(b"%PDF")


def test_a_form_sent_twice_hands_over_once(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.SETTLED)
    client = browser("tiepnhan1")
    sent = fields(client, code)
    client.post("/returns/", sent)
    facts = Fact.objects.count()
    again = client.post("/returns/", sent)
    assert Fact.objects.count() == facts
    assert HandOver.objects.filter(dossier__code=code).count() == 1
    assert again.status_code == 422


def test_somebody_else_needs_an_authority_and_nothing_typed_is_lost(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.SETTLED)
    client = browser("tiepnhan1")
    sent = fields(client, code, recipient_name="Phạm Văn Hộ", note="Đến lúc 10 giờ")
    refused = client.post("/returns/", sent)
    assert refused.status_code == 422
    html = text_of(refused)
    assert "Phạm Văn Hộ" in html
    assert "Đến lúc 10 giờ" in html
    assert "Ghi giấy ủy quyền" in html
    assert stage_of(code) == Stage.SETTLED
    sent |= {"authority": "Giấy ủy quyền ngày 10/06/2026", "request_key": str(uuid.uuid4())}
    assert client.post("/returns/", sent).status_code == 302
    assert HandOver.objects.get(dossier__code=code).authority == "Giấy ủy quyền ngày 10/06/2026"


def test_a_card_read_into_any_field_fills_the_recipient_and_hands_nothing_over(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.SETTLED)
    client = browser("tiepnhan1")
    read = client.post("/returns/", fields(client, code, recipient_name=CARD))
    html = text_of(read)
    assert "Đã đọc thẻ" in html
    assert f'value="{NUMBER}"' in html
    assert stage_of(code) == Stage.SETTLED


def test_a_debt_is_asked_about_once_and_never_stands_in_the_way(browser: SignIn, now: Any) -> None:
    code = owing()
    Dossier.objects.filter(code=code).update(unit=officer("thuly1").unit_id)
    client = browser("tiepnhan1")
    bring(code, Stage.SETTLED)
    html = page(client, code)
    assert "4.000 đồng" in html
    assert f"/dossiers/{code}/fee/" in html
    sent = fields(client, code, recipient_name=Dossier.objects.get(code=code).owner_name)
    asked = client.post("/returns/", sent)
    assert asked.status_code == 422
    assert "Còn phải thu 4.000 đồng." in text_of(asked)
    assert stage_of(code) == Stage.SETTLED
    assert client.post("/returns/", {**sent, "do": "give-unpaid"}).status_code == 302
    assert stage_of(code) == Stage.RETURNED


def test_who_comes_second_is_told_who_came_first(browser: SignIn, receive: Receive) -> None:
    codes = [bring(receive(), Stage.SETTLED) for _number in range(2)]
    client = browser("tiepnhan1")
    sent = fields(client, codes[0], note="Mang theo giấy hẹn")
    asked = Asked(actor=officer("tiepnhan2"), at=PLAIN_MORNING, code=codes[1])
    add_note(asked, Note(text="Người nhà sẽ đến"))
    response = client.post("/returns/", sent)
    html = text_of(response)
    assert response.status_code == 409
    assert stage_of(codes[0]) == Stage.RETURNED
    assert stage_of(codes[1]) == Stage.SETTLED
    assert "Mang theo giấy hẹn" in html
    assert "vừa cập nhật" in html
    assert f'name="chosen" value="{codes[1]}"' in html


def test_originals_given_back_stand_on_record_and_on_the_receipt(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.SETTLED)
    client = browser("tiepnhan1")
    client.post("/returns/", fields(client, code, **{f"back-{code}": ["0"]}))
    assert HandOver.objects.get(dossier__code=code).note.startswith("Trả lại bản chính: ")


def test_select_all_only_ticks(browser: SignIn, receive: Receive) -> None:
    code = bring(receive(), Stage.SETTLED)
    client = browser("tiepnhan1")
    sent = fields(client, code, note="giữ lại", select="none")
    sent.pop("do")
    response = client.post("/returns/", sent)
    assert response.status_code == 200
    assert "giữ lại" in text_of(response)
    assert stage_of(code) == Stage.SETTLED


@pytest.mark.parametrize(
    "changes",
    [
        {"recipient_name": ""},
        {"recipient_name": "x" * 300},
        {"recipient_number": "9" * 40},
        {"request_key": "gì đó"},
        {"chosen": []},
        {"chosen": ["không-có"]},
        {"note": "n" * 400},
    ],
)
def test_bad_input_is_told_and_kept(
    browser: SignIn, receive: Receive, changes: dict[str, Any]
) -> None:
    code = bring(receive(), Stage.SETTLED)
    client = browser("tiepnhan1")
    response = client.post("/returns/", fields(client, code, **changes))
    assert response.status_code == 422
    assert "error-summary" in text_of(response)
    assert stage_of(code) == Stage.SETTLED


def test_one_not_ready_is_told_with_where_it_stands_and_why(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.PROPOSED)
    html = page(browser("tiepnhan1"), code)
    assert "Chờ ký duyệt" in html
    assert "Vì sao ngày này?" in html


def test_looking_leaves_a_trace_and_another_agency_finds_nothing(
    browser: SignIn, receive: Receive
) -> None:
    code = bring(receive(), Stage.SETTLED)
    page(browser("tiepnhan1"), code)
    assert AccessLog.objects.filter(act="returns.search", detail__contains=code).exists()
    assert browser("quantri").get("/returns/").status_code == 404
    assert browser("thuly1").get("/returns/", {"q": code}).status_code == 404


def test_what_waits_longest_stands_first_and_pages_go_on(browser: SignIn, receive: Receive) -> None:
    older = bring(receive(at=PLAIN_MORNING - timedelta(days=2)), Stage.SETTLED)
    newer = bring(receive(), Stage.SETTLED)
    Dossier.objects.filter(code=older).update(ended_at=PLAIN_MORNING - timedelta(days=1))
    html = text_of(browser("tiepnhan1").get("/returns/"))
    assert html.index(older) < html.index(newer)
    assert "1 ngày" in html
    for faulty in ("x", "1-x", "9" * 30 + "-1", "9" * 18 + "-1"):
        assert browser("tiepnhan1").get("/returns/", {"cursor": faulty}).status_code in {200, 302}


def test_the_counter_costs_the_same_however_many_are_ready(
    browser: SignIn, receive: Receive
) -> None:
    client = browser("tiepnhan1")

    def cost(code: str) -> int:
        client.get("/returns/", {"q": code})
        with CaptureQueriesContext(connection) as asked:
            client.get("/returns/", {"q": code})
        return len(asked)

    one = cost(bring(receive(), Stage.SETTLED))
    more = [bring(receive(), Stage.SETTLED) for _number in range(3)]
    assert cost(more[-1]) == one
    assert one == 18
