"""What a newcomer ran into: no button without a way on, and everybody told what holds for him."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from motcua.accounts.models import User
from motcua.accounts.queries.colleagues import colleagues_of
from motcua.accounts.rules.roles import PERMISSIONS_OF, Permission
from motcua.agencies.models import DeskName
from motcua.feedback.models import Petition
from motcua.feedback.rules.acting import NEEDS_TEXT, TOLD_TO_SENDER
from motcua.feedback.rules.sending import PetitionFaulty
from motcua.feedback.vocabulary import Act
from motcua.feedback.wording import WHO_READS
from motcua.kernel import clock
from motcua.kernel.clock import local_day
from motcua.ledger.caching import forget_all
from motcua.portal.feedback.sending import SENT_PER_MINUTE_MAX, sent_lately, tried_lately
from motcua.portal.pacing import misses
from tests.support.clock import PLAIN_MORNING
from tests.support.feedback import ANSWER, NO_NAMES, SENDER, act, answered, seen, sent
from tests.support.offices import agency_id
from tests.support.two_communes import HOME, NEIGHBOR
from tests.support.working_office import officer
from tests.web.conftest import BACKEND

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("proved")]
FORM = {
    "loai": "hanh-vi",
    "noi": HOME,
    "is_complaint": "no",
    "title": "Chờ quá lâu ở quầy",
    "content": "Sáng nay tôi chờ hai giờ.",
    "name": SENDER.name,
    "address": SENDER.address,
    "phone": SENDER.phone,
    "key": "0f5a7c1e-0000-4000-8000-000000000001",
}
CANNOT_HANDLE = ("vanthu", "tiepnhan1", "lanhdao", "quantri")


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: PLAIN_MORNING)
    for one in (sent_lately, tried_lately, misses):
        one.forget_all()


def _signed_in(username: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=username), backend=BACKEND)
    client.get("/positions/")
    return client


def test_forms_that_were_refused_do_not_count_as_sent() -> None:
    client = Client()
    for _time in range(SENT_PER_MINUTE_MAX + 2):
        assert client.post("/gop-y/", {**FORM, "title": ""}).status_code == 422
    assert client.post("/gop-y/", FORM).status_code == 200
    assert Petition.objects.count() == 1


def test_who_has_to_wait_is_told_above_the_form_and_no_field_is_blamed() -> None:
    client = Client()
    for number in range(SENT_PER_MINUTE_MAX):
        client.post("/gop-y/", {**FORM, "title": f"Lần {number}", "key": ""})
    html = client.post("/gop-y/", FORM).content.decode()
    assert html.index("Đã gửi nhiều lần trong một phút") < html.index('<form class="prose')
    assert "field-wrong" not in html


def test_whoever_complains_is_told_where_to_ask() -> None:
    html = Client().post("/gop-y/", {**FORM, "is_complaint": "yes"}).content.decode()
    warned = html[html.index("Luật Tố cáo 2018") : html.index('<form class="prose')]
    assert "Hỏi nơi tiếp công dân ở đây" in warned
    assert "Ủy ban nhân dân xã Gia Lâm" in warned


def test_the_first_page_leads_to_feedback_rating_and_promises() -> None:
    html = Client().get("/").content.decode()
    main = html[html.index("<main") : html.index("</main")]
    for way in ("/gop-y/", "/gop-y/theo-doi/", "/danh-gia/", "/cam-ket/"):
        assert re.search(rf'href="{way}(\?[^"]*)?"', main), way


def test_what_is_to_be_kept_is_said_plainly() -> None:
    html = Client().post("/gop-y/", FORM).content.decode()
    assert "Ghi lại hai mã này ngay bây giờ" in html
    assert html.count('class="to-keep-code"') == 2
    assert "?ma=" not in html


@pytest.mark.parametrize("username", CANNOT_HANDLE)
def test_nobody_is_given_what_he_could_not_answer(username: str) -> None:
    ref = sent()
    act(ref, Act.REGISTER, "tiepnhan1", PLAIN_MORNING)
    with pytest.raises(PetitionFaulty) as refused:
        act(ref, Act.ROUTE, "vanthu", PLAIN_MORNING, holding_id=officer(username).holding_id)
    assert [one.code for one in refused.value.problems] == ["petition-nobody-chosen"]


def test_only_who_could_answer_is_offered_and_each_of_them_can() -> None:
    ref = sent()
    act(ref, Act.REGISTER, "tiepnhan1", PLAIN_MORNING)
    html = _signed_in("vanthu").get(f"/feedback/{ref.code}/route/").content.decode()
    offered = {int(one) for one in re.findall(r'<option value="h(\d+)"', html)}
    rights = {
        one.holding_id: any(
            Permission.FEEDBACK_HANDLE in PERMISSIONS_OF[role] for role in one.roles
        )
        for one in colleagues_of(agency_id(), local_day(PLAIN_MORNING))
    }
    assert offered == {holding for holding, may in rights.items() if may}
    for holding in sorted(offered):
        act(ref, Act.ROUTE, "vanthu", PLAIN_MORNING, holding_id=holding)


def test_nothing_is_offered_where_there_is_no_other_agency() -> None:
    ref = sent()
    act(ref, Act.REGISTER, "tiepnhan1", PLAIN_MORNING)
    assert Act.OFFER in seen(ref, "vanthu").acts
    DeskName.objects.filter(desk__agency=agency_id(NEIGHBOR)).update(
        valid_until=local_day(PLAIN_MORNING)
    )
    forget_all()
    assert Act.OFFER not in seen(ref, "vanthu").acts
    assert Act.FORWARD_OUTSIDE in seen(ref, "vanthu").acts


def test_who_approved_the_answer_is_told_who_publishes_and_has_no_button() -> None:
    ref = answered(PLAIN_MORNING)
    here = f"/feedback/{ref.code}/"
    leader = _signed_in("lanhdao")
    html = leader.get(here).content.decode()
    assert f"{here}publish/" not in html
    assert officer("vanthu").name in unescape(html[html.index("không tự công khai") :])
    assert leader.get(f"{here}publish/").status_code == 302
    clerk = _signed_in("vanthu").get(here).content.decode()
    assert f"{here}publish/" in clerk
    assert "không tự công khai" not in clerk
    act(ref, Act.PUBLISH, "vanthu", PLAIN_MORNING, **NO_NAMES)


def test_who_reads_the_words_is_said_as_the_rule_has_it() -> None:
    assert set(WHO_READS) >= NEEDS_TEXT
    for verb, words in WHO_READS.items():
        assert (str(words) == "Người gửi đọc được.") == (verb in TOLD_TO_SENDER), verb
    ref = sent()
    html = _signed_in("vanthu").get(f"/feedback/{ref.code}/refuse/").content.decode()
    assert "Người gửi đọc được." in html


def test_the_history_names_who_was_given_it() -> None:
    ref = sent()
    act(ref, Act.REGISTER, "tiepnhan1", PLAIN_MORNING)
    for whom in ("thuly1", "thuly2"):
        act(ref, Act.ROUTE, "vanthu", PLAIN_MORNING, holding_id=officer(whom).holding_id)
    html = _signed_in("vanthu").get(f"/feedback/{ref.code}/").content.decode()
    for whom in ("thuly1", "thuly2"):
        assert f"Đã giao xử lý: {officer(whom).name}" in html


def test_the_sender_reads_the_answer_once() -> None:
    ref = answered(PLAIN_MORNING)
    followed = Client().post("/gop-y/theo-doi/", {"ma": ref.code, "bi-mat": ref.secret})
    assert followed.content.decode().count(ANSWER) == 1


def test_a_code_of_the_slip_typed_for_rating_is_named_for_what_it_is() -> None:
    told = Client().get("/danh-gia/", {"ma": "TN1-JHYE-71XS-05MA"}).content.decode()
    assert "xem giấy có thật không, không phải mã đánh giá" in told
    empty = Client().get("/danh-gia/", {"ma": " "}).content.decode()
    assert "Mã chưa đúng" in empty
    assert "Mã chưa đúng" not in Client().get("/danh-gia/").content.decode()
