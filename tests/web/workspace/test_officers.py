"""The pages of officers: the list and its filters, one officer, the acts on him, the review."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt

from motcua.accounts.models import ApiToken, Holding, HoldingRole, Officer, User, UserSession
from motcua.accounts.queries import actor_for_token
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.inputs import Assign
from motcua.dossiers.models import Dossier
from motcua.dossiers.vocabulary import Act
from tests.support.clock import PLAIN_MORNING
from tests.support.working_office import officer
from tests.web.workspace.conftest import Receive, SignIn, text_of

LIST_QUERIES = 8
OFFICER_QUERIES = 18
POSITIONS_QUERIES = 8
REVIEW_QUERIES = 9
APPLY = {"do": "apply"}


def officer_of(username: str) -> int:
    return Officer.objects.values_list("id", flat=True).get(user__username=username)


def holding_of(username: str) -> str:
    return str(Holding.objects.values_list("id", flat=True).get(officer__user__username=username))


def act(browser: SignIn, username: str, way: str, /, **given: Any) -> Any:
    """The administrator carries out an act on an officer."""
    return browser("quantri").post(f"/officers/{officer_of(username)}/{way}/", APPLY | given)


@pytest.mark.parametrize(
    ("query", "named", "unnamed"),
    [
        ("?role=HANDLING", "Phạm Minh Đức", "Nguyễn Thị Thu Hà"),
        ("?q=ha&role=RECEPTION", "Nguyễn Thị Thu Hà", "Trần Quốc Bảo"),
        ("?working=CLOSED", "Phạm Minh Đức", "Nguyễn Thị Thu Hà"),
        ("?working=LEFT", "Không tìm thấy cán bộ nào", "Phạm Minh Đức"),
        ("?unit=999999", "Không tìm thấy cán bộ nào", "Phạm Minh Đức"),
        ("?role=x&unit=x&working=x", "Phạm Minh Đức", "Ngô Thị Hải Yến"),
    ],
)
def test_the_list_is_narrowed_by_unit_role_and_state(
    browser: SignIn, query: str, named: str, unnamed: str
) -> None:
    User.objects.filter(username="thuly1").update(is_active=False)
    page = text_of(browser("quantri").get(f"/officers/{query}"))
    assert named in page
    assert unnamed not in page


def test_a_unit_is_chosen_from_the_list(browser: SignIn) -> None:
    unit = Holding.objects.get(officer__user__username="thuly2").position.unit_id
    page = text_of(browser("quantri").get("/officers/", {"unit": str(unit)}))
    assert "Hoàng Thị Lan Phương" in page
    assert "Phạm Minh Đức" not in page


def test_an_officer_is_told_with_position_account_and_history(browser: SignIn) -> None:
    page = text_of(browser("quantri").get(f"/officers/{officer_of('tiepnhan1')}/"))
    assert "Công chức tiếp nhận và trả kết quả" in page
    assert "Chưa lần nào" in page
    assert "Ghi nhận cán bộ Nguyễn Thị Thu Hà" in page
    assert "Khóa tài khoản" in page


def test_who_only_looks_sees_no_act_session_or_history(browser: SignIn) -> None:
    page = text_of(browser("truongphong").get(f"/officers/{officer_of('tiepnhan1')}/"))
    assert "Nguyễn Thị Thu Hà" in page
    told = ("Khóa tài khoản", "Phiên đăng nhập", "Lịch sử", "Mã truy cập API", "Giao vị trí")
    assert [words for words in told if words in page] == []


@pytest.mark.parametrize("number", ["0", "999999", "999999999999999999"])
def test_an_officer_who_is_not_there_is_not_found(browser: SignIn, number: str) -> None:
    assert browser("quantri").get(f"/officers/{number}/").status_code == 404


def test_officers_of_agencies_above_are_not_found(browser: SignIn) -> None:
    client, number = browser("quantri"), officer_of("giamsat")
    paths = ("", "name/", "close-account/", "password/", "leave/", "issue-token/")
    got = [client.get(f"/officers/{number}/{path}").status_code for path in paths]
    assert got == [404] * len(paths)


def test_a_supervisor_above_looks_but_does_not_act(browser: SignIn) -> None:
    client, number = browser("giamsat"), officer_of("tiepnhan1")
    assert client.get(f"/officers/{number}/").status_code == 200
    assert client.get(f"/officers/{number}/name/").status_code == 404


def test_an_act_tells_what_will_happen_and_changes_nothing_before(browser: SignIn) -> None:
    client, path = browser("quantri"), f"/officers/{officer_of('thuly1')}/close-account/"
    assert "không đăng nhập được nữa" in text_of(client.get(path))
    assert client.post(path, {"reason": "LEFT"}).status_code == 200
    assert User.objects.get(username="thuly1").is_active


def test_an_account_is_closed_and_reopened_with_a_password_shown_once(browser: SignIn) -> None:
    assert act(browser, "thuly1", "close-account", reason="LEFT").status_code == 302
    assert not User.objects.get(username="thuly1").is_active
    page = act(browser, "thuly1", "reopen-account")
    (password,) = re.findall(r'id="password">([^<]+)<', text_of(page))
    user = User.objects.get(username="thuly1")
    assert (user.is_active, user.must_change_password) == (True, True)
    assert user.check_password(password)
    assert page.headers["Cache-Control"] == "no-store"
    again = browser("quantri").get(f"/officers/{officer_of('thuly1')}/")
    assert password not in text_of(again)


def test_a_password_set_anew_ends_the_sessions(browser: SignIn) -> None:
    browser("thuly1")
    (password,) = re.findall(r'id="password">([^<]+)<', text_of(act(browser, "thuly1", "password")))
    assert User.objects.get(username="thuly1").check_password(password)
    assert UserSession.objects.filter(user__username="thuly1").count() == 0


def test_a_session_is_seen_and_ended(browser: SignIn) -> None:
    client = browser("thuly1")
    page = text_of(browser("quantri").get(f"/officers/{officer_of('thuly1')}/"))
    (session,) = re.findall(r'name="session" value="(\d+)"', page)
    assert act(browser, "thuly1", "sessions", session=session).status_code == 302
    assert client.get("/desk/").headers["Location"].startswith("/account/login/")


def failed(hours_ago: int) -> None:
    AccessAttempt.objects.create(username="thuly1", failures_since_start=5, ip_address="::1")
    AccessAttempt.objects.update(attempt_time=PLAIN_MORNING - timedelta(hours=hours_ago))


def test_the_lock_after_wrong_passwords_is_told_and_lifted(browser: SignIn) -> None:
    client, path = browser("quantri"), f"/officers/{officer_of('thuly1')}/"
    failed(hours_ago=1)
    page = text_of(client.get(path))
    assert "Tạm khóa vì nhập sai mật khẩu" in page
    assert "20:00 10/06/2026" in page
    assert client.post(f"{path}unlock/", APPLY).status_code == 302
    assert AccessAttempt.objects.count() == 0


def test_an_old_lock_is_none(browser: SignIn) -> None:
    client = browser("quantri")
    failed(hours_ago=12)
    page = text_of(client.get(f"/officers/{officer_of('thuly1')}/unlock/"))
    assert "Tài khoản không bị tạm khóa." in page


def test_a_token_is_shown_once_works_and_is_revoked(browser: SignIn) -> None:
    given = {"holding": holding_of("tiepnhan1"), "name": "Máy lấy số", "days": "30"}
    page = act(browser, "tiepnhan1", "issue-token", **given)
    (token,) = re.findall(r'id="token">([^<]+)<', text_of(page))
    assert actor_for_token(token, PLAIN_MORNING) is not None
    shown = text_of(browser("quantri").get(f"/officers/{officer_of('tiepnhan1')}/"))
    assert "Máy lấy số" in shown
    assert token not in shown
    kept = str(ApiToken.objects.get().pk)
    assert act(browser, "tiepnhan1", "revoke-token", token=kept).status_code == 302
    assert actor_for_token(token, PLAIN_MORNING) is None


def test_a_name_and_a_contact_are_corrected(browser: SignIn) -> None:
    act(browser, "thuly1", "name", full_name="Phạm Minh Đức Anh")
    act(browser, "thuly1", "contact", phone="0912 345 678", email="duc@example.vn")
    page = text_of(browser("quantri").get(f"/officers/{officer_of('thuly1')}/"))
    assert "Đổi họ tên từ “Phạm Minh Đức” thành “Phạm Minh Đức Anh”" in page
    assert "0912 345 678" in page


def test_roles_change_and_a_position_ends_on_its_day(browser: SignIn) -> None:
    held = holding_of("thuly1")
    roles = {"holding": held, "roles": ["HANDLING", "REGISTRY_CLERK"], "from_day": "11/06/2026"}
    assert act(browser, "thuly1", "roles", **roles).status_code == 302
    assert HoldingRole.objects.filter(holding=held, valid_until=None).count() == 2
    ending = {"holding": held, "from_day": "01/07/2026", "reason": "Điều động"}
    assert act(browser, "thuly1", "end-position", **ending).status_code == 302
    page = text_of(browser("quantri").get(f"/officers/{officer_of('thuly1')}/"))
    assert "đến trước 01/07/2026" in page
    assert "Văn thư từ 11/06/2026" in page
    assert "Từ: Thụ lý. Thành: Thụ lý, Văn thư." in page


def test_a_second_position_is_given(browser: SignIn) -> None:
    client = browser("quantri")
    path = f"/officers/{officer_of('thuly1')}/give-position/"
    offered = re.findall(r'<option value="(\d+:\d+)">Văn thư', text_of(client.get(path)))
    given = {"position": offered[0], "roles": ["REGISTRY_CLERK"], "from_day": "10/06/2026"}
    assert client.post(path, APPLY | given).status_code == 302
    again = client.post(path, APPLY | given)
    assert again.status_code == 422
    assert "đang giữ vị trí này" in text_of(again)


WRONG = [
    ("name", {"full_name": " "}, "Hãy nhập họ và tên."),
    ("name", {"full_name": "x" * 121}, "dài nhất 120 ký tự"),
    ("contact", {"phone": "gọi tôi", "email": ""}, "Số điện thoại chỉ gồm chữ số"),
    ("contact", {"phone": "", "email": "a@"}, "Địa chỉ thư không đúng"),
    ("close-account", {"reason": ""}, "Chọn lý do khóa tài khoản."),
    ("close-account", {"reason": "INACTIVE"}, "Chọn một mục trong danh sách."),
    ("issue-token", {"holding": "1", "name": "", "days": "0"}, "Nhập số ngày từ 1 đến 366."),
    ("roles", {"holding": "", "from_day": "31/02/2026"}, "Ngày không đúng."),
    ("end-position", {"from_day": "", "reason": ""}, "Chưa có ngày."),
    ("give-position", {"position": "1:1"}, "Chọn ít nhất một vai trò"),
]


@pytest.mark.parametrize(("name", "given", "words"), WRONG)
def test_what_is_wrong_is_told_and_what_was_typed_is_kept(
    browser: SignIn, name: str, given: dict[str, str], words: str
) -> None:
    response = act(browser, "thuly1", name, **given)
    page = text_of(response)
    assert response.status_code == 422
    assert words in page
    typed = [value for key, value in given.items() if key in ("phone", "email", "from_day")]
    assert [value for value in typed if value and f'value="{value}"' not in page] == []


def test_the_administrators_role_is_refused_in_words_beside_another(browser: SignIn) -> None:
    given = {"holding": holding_of("thuly1"), "from_day": "10/06/2026"}
    response = act(browser, "thuly1", "roles", roles=["ADMINISTRATOR", "HANDLING"], **given)
    assert response.status_code == 422
    assert "Hãy tách thành hai vị trí." in text_of(response)
    alone = act(browser, "thuly1", "roles", roles=["ADMINISTRATOR"], **given)
    assert "Vai trò quản trị chỉ dùng với tài khoản quản trị" in text_of(alone)


@pytest.mark.parametrize(
    "name", ["close-account", "password", "second-factor", "roles", "end-position", "leave"]
)
def test_an_administrator_does_not_do_it_to_himself(browser: SignIn, name: str) -> None:
    page = text_of(act(browser, "quantri", name))
    assert 'value="apply"' not in page
    user = User.objects.get(username="quantri")
    assert (user.is_active, user.must_change_password) == (True, False)


def test_another_ones_position_cannot_be_ended_through_this_page(browser: SignIn) -> None:
    given = {"holding": holding_of("giamsat"), "from_day": "01/07/2026", "reason": "x"}
    assert act(browser, "thuly1", "end-position", **given).status_code == 422
    assert Holding.objects.get(pk=given["holding"]).valid_until is None


NEW = {
    "full_name": "Đặng Thị Ngọc Ánh",
    "employment_kind": "CONTRACT",
    "roles": ["RECEPTION"],
    "from_day": "10/06/2026",
}


def enroll(browser: SignIn, **changes: Any) -> Any:
    client = browser("quantri")
    offered = re.findall(
        r'<option value="(\d+:\d+)">Văn thư', text_of(client.get("/officers/new/"))
    )
    return client.post("/officers/new/", {**NEW, "position": offered[0], **changes})


def test_a_new_colleague_is_looked_at_before_and_given_a_slip(browser: SignIn) -> None:
    before = text_of(enroll(browser, do="preview"))
    assert "anhdtn" in before
    assert not User.objects.filter(username="anhdtn").exists()
    slip = text_of(enroll(browser, do="apply", username="anhdtn"))
    (password,) = re.findall(r'id="password">([^<]+)<', slip)
    assert User.objects.get(username="anhdtn").check_password(password)
    again = enroll(browser, do="apply", username="anhdtn")
    assert again.status_code == 422
    assert "đã có" in text_of(again)
    assert Officer.objects.filter(full_name=NEW["full_name"]).count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"full_name": ""}, "Hãy nhập họ và tên."),
        ({"username": "Tên có dấu"}, "Tên đăng nhập gồm chữ thường"),
        ({"roles": []}, "Chọn ít nhất một vai trò"),
        ({"roles": ["ADMINISTRATOR", "HANDLING"]}, "Hãy tách thành hai vị trí."),
        ({"position": "0:0"}, "Chọn một mục trong danh sách."),
    ],
)
@pytest.mark.parametrize("step", ["preview", "apply"])
def test_a_wrong_new_colleague_is_refused_and_kept(
    browser: SignIn, changes: dict[str, Any], words: str, step: str
) -> None:
    response = enroll(browser, phone="0912345678", do=step, **changes)
    assert response.status_code == 422
    assert words in text_of(response)
    assert 'value="0912345678"' in text_of(response)
    assert not Officer.objects.filter(full_name=NEW["full_name"]).exists()


def test_positions_tell_who_holds_them_and_which_are_vacant(browser: SignIn) -> None:
    page = text_of(browser("quantri").get("/officers/positions/"))
    assert "Chưa có người" in page
    assert "Nguyễn Thị Thu Hà" in page
    assert browser("quantri").get("/officers/positions/?agency=999999").status_code == 404


def test_the_review_marks_accounts_unused_for_45_days(browser: SignIn) -> None:
    old = PLAIN_MORNING - timedelta(days=46)
    User.objects.filter(username="thuly1").update(last_login=old, created_at=old)
    page = text_of(browser("quantri").get("/officers/review/?only=look"))
    assert "46 ngày không vào" in page
    assert "Phạm Minh Đức" in page
    assert "Trần Quốc Bảo" not in page


@pytest.mark.parametrize(
    ("path", "budget"),
    [
        ("/officers/?role=HANDLING&q=a", LIST_QUERIES),
        ("/officers/positions/", POSITIONS_QUERIES),
        ("/officers/review/", REVIEW_QUERIES),
        ("/officers/{officer}/", OFFICER_QUERIES),
    ],
)
def test_pages_of_officers_stay_within_their_queries(
    browser: SignIn, django_assert_max_num_queries: Any, path: str, budget: int
) -> None:
    client, address = browser("quantri"), path.format(officer=officer_of("tiepnhan1"))
    client.get(address)
    with django_assert_max_num_queries(budget):
        client.get(address)


LEAVING = {"from_day": "10/06/2026", "reason": "LEFT", "note": "Quyết định 15/QĐ-UBND"}


def assigned(receive: Receive, username: str) -> str:
    """A dossier that the leader has given to an officer."""
    code, at = receive(), PLAIN_MORNING
    asked = Asked(actor=officer("lanhdao", at), at=at, code=code)
    perform(asked, Act.ASSIGN, Assign(holding_id=int(holding_of(username))))
    return code


def test_leaving_is_looked_at_before_and_done_in_one_act(browser: SignIn, receive: Receive) -> None:
    code = assigned(receive, "thuly1")
    client, path = browser("quantri"), f"/officers/{officer_of('thuly1')}/leave/"
    assert "1 hồ sơ đang giải quyết chuyển cho người này" in text_of(client.get(path))
    given = {**LEAVING, "successor": holding_of("thuly2")}
    looked = text_of(client.post(path, {**given, "do": "preview"}))
    assert "1 hồ sơ đang giải quyết chuyển ngay cho Hoàng Thị Lan Phương" in looked
    assert User.objects.get(username="thuly1").is_active
    assert client.post(path, {**given, "do": "apply"}).status_code == 302
    assert not User.objects.get(username="thuly1").is_active
    moved = Dossier.objects.values_list("assignee_id", flat=True).get(code=code)
    assert str(moved) == holding_of("thuly2")
    again = client.post(path, {**given, "do": "apply"})
    assert "Đã ghi thôi công tác từ ngày 10/06/2026." in text_of(again)
    left = text_of(client.get("/officers/?working=LEFT"))
    assert "Phạm Minh Đức" in left


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"successor": ""}, "Hãy chọn người nhận bàn giao."),
        ({"from_day": "09/06/2026"}, "là hôm nay hoặc sau hôm nay."),
        ({"note": " "}, "Hãy ghi số quyết định hoặc lý do ngắn gọn."),
        ({"reason": "SUSPECTED_MISUSE"}, "Chọn một mục trong danh sách."),
    ],
)
@pytest.mark.parametrize("step", ["preview", "apply"])
def test_a_wrong_leaving_is_refused_and_kept(
    browser: SignIn, receive: Receive, changes: dict[str, str], words: str, step: str
) -> None:
    assigned(receive, "thuly1")
    given = {**LEAVING, "successor": holding_of("thuly2"), "do": step, **changes}
    response = browser("quantri").post(f"/officers/{officer_of('thuly1')}/leave/", given)
    assert response.status_code == 422
    assert words in text_of(response)
    assert f'value="{given["from_day"]}"' in text_of(response)
    assert User.objects.get(username="thuly1").is_active
