"""The page of a dossier's fee: what, why, proven by what; worked out anew; let go unpaid; the leader's list;
the proof typed at the desk; who pays less as dated data."""

from __future__ import annotations

import re
import uuid
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import AccessLog
from motcua.dossiers.models import Dossier, ReliefClaim
from motcua.dossiers.vocabulary import Stage
from motcua.kernel import clock
from motcua.kernel.clock import local_day
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.queries.details import procedure_detail
from motcua.procedures.vocabulary import AskedAt
from tests.support.acts import bring
from tests.support.money import collect, owing
from tests.support.reliefs import NEXT_DAY, OLD, asked_at, lowered, owing_with
from tests.support.working_office import CERTIFIED_COPY
from tests.web.workspace.conftest import SignIn, text_of, version_id_of

QUERIES_MAX = 20
LIST_QUERIES_MAX = 12


@pytest.fixture
def today(now: datetime, monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The day after: what was set yesterday holds."""
    monkeypatch.setattr(clock, "now", lambda: NEXT_DAY)
    return NEXT_DAY


def path_of(code: str) -> str:
    return f"/dossiers/{code}/fee/why/"


def typed(client: Any, code: str, **changes: str) -> dict[str, str]:
    """The form as the page draws it, with what somebody types."""
    html = text_of(client.get(path_of(code)))
    seen = re.findall(r'name="seen_version"[^>]*value="(\d+)"', html)
    first = {"request_key": str(uuid.uuid4()), "seen_version": seen[0], "do": "settle"}
    return first | {"reason": "Đã xem giấy"} | changes


PROVEN = {"group": "ELDERLY", "accepted": "yes", "number": "12/GCN", "issuer": "UBND xã"}


def test_a_proof_seen_at_the_counter_lowers_the_fee_and_the_page_tells_old_new_and_why(
    browser: SignIn, today: datetime
) -> None:
    lowered(OLD, 50)
    code = owing(at=today)
    collect(code, at=today)
    client = browser("tiepnhan1")
    answer = client.post(path_of(code), typed(client, code, **PROVEN))
    assert (answer.status_code, answer.headers.get("Location")) == (302, path_of(code))
    page = text_of(client.get(path_of(code)))
    assert "từ 4.000 đồng thành 2.000 đồng. Đã xem giấy" in page
    assert "Xem tại quầy: số 12/GCN, UBND xã" in page
    assert "Đã nộp thừa 2.000 đồng" in page
    assert AccessLog.objects.filter(act="dossier.read").exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"number": "", "issuer": ""}, "Chưa có giấy tờ chứng minh"),
        ({"expires_on": "10/06/2026"}, "đã hết hạn trước ngày nộp"),
        ({"expires_on": "31/02/2026"}, "gày"),
        ({"accepted": ""}, "Chọn chấp nhận hoặc không chấp nhận"),
        ({"group": ""}, "Chưa có gì thay đổi"),
        ({"copies": "0"}, "Nhập số nguyên từ 1 trở lên"),
        ({"copies": "hai"}, "Nhập số nguyên từ 1 trở lên"),
        ({"reason": " "}, "lý do"),
        ({"group": "ROYALTY"}, "ROYALTY"),
        ({"number": "9" * 61}, "Dài quá 60 ký tự"),
        ({"source": "paper:không có"}, "không có"),
        ({"seen_version": "x"}, "Trang này đã cũ"),
    ],
)
def test_what_is_typed_badly_is_said_and_nothing_typed_is_lost(
    browser: SignIn, today: datetime, changes: dict[str, str], words: str
) -> None:
    lowered(OLD, 50)
    code = owing(at=today)
    client = browser("tiepnhan1")
    answer = client.post(path_of(code), typed(client, code, **(PROVEN | changes)))
    page = text_of(answer)
    assert answer.status_code == 422
    assert words in page
    if "reason" not in changes:
        assert "Đã xem giấy" in page
    assert Dossier.objects.get(code=code).fee_total_vnd == 4_000
    assert not ReliefClaim.objects.exists()


def test_a_doubled_click_decides_once_and_who_saw_an_older_page_is_told(
    browser: SignIn, today: datetime
) -> None:
    lowered(OLD, 50)
    code = owing(at=today)
    client = browser("tiepnhan1")
    form = typed(client, code, **PROVEN)
    assert [client.post(path_of(code), form).status_code for _click in range(2)] == [302, 302]
    assert Dossier.objects.get(code=code).version == 2
    late = form | {"request_key": str(uuid.uuid4()), "accepted": "no"}
    assert client.post(path_of(code), late).status_code == 422
    assert ReliefClaim.objects.get().state == "ACCEPTED"


def test_a_leader_lets_a_result_go_unpaid_at_the_counter_and_it_is_listed(
    browser: SignIn, today: datetime
) -> None:
    asked_at(AskedAt.RETURN)
    code = bring(owing(at=today), Stage.SETTLED, at=today)
    desk = browser("tiepnhan1")
    html = text_of(desk.get("/returns/", {"q": code}))
    assert "Thu 4.000 đồng trước khi trao" in html
    sent = {
        "q": code,
        "do": "give-unpaid",
        "request_key": str(uuid.uuid4()),
        "recipient_name": Dossier.objects.get(code=code).owner_name,
        "chosen": [code],
        **dict(re.findall(r'name="(version-[^"]+)" value="(\d+)"', html)),
    }
    refused = desk.post("/returns/", sent)
    assert (refused.status_code, "lãnh đạo cho trao" in text_of(refused)) == (422, True)
    assert Dossier.objects.get(code=code).stage == Stage.SETTLED
    leader = browser("lanhdao")
    bare = leader.post(path_of(code), typed(leader, code, do="let", let_reason=" "))
    assert bare.status_code == 422
    why = typed(leader, code, do="let", let_reason="Hộ bị thiên tai")
    assert leader.post(path_of(code), why).status_code == 302
    html = text_of(desk.get("/returns/", {"q": code}))
    again = sent | dict(re.findall(r'name="(version-[^"]+)" value="(\d+)"', html))
    assert desk.post("/returns/", again | {"request_key": str(uuid.uuid4())}).status_code == 302
    assert Dossier.objects.get(code=code).stage == Stage.RETURNED
    assert "Hộ bị thiên tai" in text_of(leader.get("/till/reliefs/"))


def test_the_pages_cost_what_they_cost_and_the_list_opens_to_the_dossier(
    browser: SignIn, today: datetime
) -> None:
    lowered(OLD, 50)
    codes = [owing_with(OLD) for _number in range(3)]
    leader = browser("lanhdao")
    leader.get("/till/reliefs/")
    with CaptureQueriesContext(connection) as asked:
        page = text_of(leader.get("/till/reliefs/?state=ACCEPTED"))
    assert len(asked) <= LIST_QUERIES_MAX
    assert all(path_of(code) in page for code in codes)
    with CaptureQueriesContext(connection) as asked:
        leader.get(path_of(codes[0]))
    assert len(asked) <= QUERIES_MAX


def test_at_the_desk_a_preference_is_proven_before_the_dossier_is_received(
    browser: SignIn, today: datetime
) -> None:
    lowered(OLD, 50)
    client = browser("tiepnhan1")
    version_id = version_id_of(CERTIFIED_COPY, local_day(today))
    papers = procedure_detail(version_id).default_variant.papers
    sent = {
        "request_key": str(uuid.uuid4()),
        "do": "receive",
        "owner-name": "Nguyễn Thị Hồng Nhung",
        "procedure": str(version_id),
        "pages": "2",
        "preference_groups": "ELDERLY",
        **{f"paper-{paper.id}-received": "1" for paper in papers if not paper.is_optional},
    }
    bare = client.post("/desk/receive/", sent)
    page = text_of(bare)
    assert (bare.status_code, "Chưa có giấy tờ chứng minh" in page) == (422, True)
    assert 'name="proof-ELDERLY-number"' in page
    over = client.post(
        "/desk/receive/",
        sent | {"proof-ELDERLY-number": "12/GCN", "proof-ELDERLY-expires_on": "10/06/2026"},
    )
    assert (over.status_code, "đã hết hạn trước ngày nộp" in text_of(over)) == (422, True)
    assert 'value="12/GCN"' in text_of(over)
    good = sent | {"proof-ELDERLY-number": "12/GCN", "proof-ELDERLY-expires_on": "31/12/2030"}
    assert client.post("/desk/receive/", good).status_code == 302
    assert Dossier.objects.get().fee_total_vnd == 2_000
    assert ReliefClaim.objects.get().state == "ACCEPTED"


def test_who_pays_less_is_set_from_a_day_on_with_the_text_that_says_so(
    browser: SignIn, now: datetime
) -> None:
    client = browser("quantri")
    version_id = version_id_of(CERTIFIED_COPY, local_day(now))
    sent = {
        "procedure": str(version_id),
        "scope": "one",
        "kind": "",
        "group": "ELDERLY",
        "percent": "50",
        "source": "Nghị quyết 12/2025/NQ-HĐND",
        "starts_on": "11/06/2026",
    }
    faulty = client.post("/procedures/relief/", sent | {"do": "preview", "percent": "101"})
    assert (faulty.status_code, "từ 0 đến 100" in text_of(faulty)) == (422, True)
    preview = text_of(client.post("/procedures/relief/", sent | {"do": "preview"}))
    assert "Người cao tuổi 50 %" in preview
    assert client.post("/procedures/relief/", sent | {"do": "apply"}).status_code == 302
    detail = version_in_force(CERTIFIED_COPY, local_day(NEXT_DAY))
    assert detail is not None
    rules = [
        (rule.group, rule.percent, rule.name) for fee in detail.fees for rule in fee.exemptions
    ]
    assert rules == [(OLD, 50, "Người cao tuổi (Nghị quyết 12/2025/NQ-HĐND)")]
