"""The room of paper forms: words changed by an administrator, seen as a paper before they are used."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from motcua.ledger.models import Fact
from motcua.papers.form_sets import every_form, form_called
from motcua.papers.models import FormWording
from motcua.papers.queries import form_words
from tests.papers.reading import text_of as text_of_pdf
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id
from tests.web.workspace.conftest import SignIn, text_of

LIST_QUERIES = 8
SHOW_QUERIES = 10
REQUEST = "tt03-2025/02"
HELP = "sentences.help"
TODAY, TOMORROW = "10/06/2026", "11/06/2026"
Send = Callable[..., Any]


@pytest.fixture
def administrator(browser: SignIn) -> Any:
    return browser("quantri")


@pytest.fixture
def send(administrator: Any) -> Send:
    """Sends the whole form as the page first shows it; changes replace its words."""
    sheet = form_called(REQUEST).sheet
    first: dict[str, str] = {**sheet.texts, "page.size": "A5"}
    first |= {f"optional.{path}": "on" for path in sheet.optional}
    first |= {"scope": str(agency_id()), "valid_from": TODAY}

    def sent(do: str, without: tuple[str, ...] = (), **changes: str) -> Any:
        typed = first | {name.replace("__", "."): value for name, value in changes.items()}
        kept = {name: value for name, value in typed.items() if name not in without}
        return administrator.post(f"/paper-forms/change/?form={REQUEST}", kept | {"do": do})

    return sent


def pdf_of(response: Any) -> str:
    assert response.headers["Content-Type"] == "application/pdf"
    return text_of_pdf(response.content)


def test_the_list_names_every_form_of_both_circulars_and_the_companions(browser: SignIn) -> None:
    page = text_of(browser("lanhdao").get("/paper-forms/"))
    assert [form.title for form in every_form().values() if form.title not in page] == []
    assert page.count("/paper-forms/form.pdf?") == len(every_form())
    assert "đã hết hiệu lực, dùng khi in lại giấy cũ" in page


@pytest.mark.parametrize("key", every_form())
def test_every_form_can_be_seen_as_a_specimen(administrator: Any, key: str) -> None:
    assert "MẪU" in pdf_of(administrator.get("/paper-forms/form.pdf", {"form": key}))


@pytest.mark.parametrize("key", every_form())
def test_every_form_has_a_page_and_all_its_words_to_change(administrator: Any, key: str) -> None:
    assert "Như mẫu, chưa sửa chữ nào." in text_of(
        administrator.get("/paper-forms/form/", {"form": key})
    )
    page = text_of(administrator.get("/paper-forms/change/", {"form": key}))
    sheet = form_called(key).sheet
    words = [*sheet.texts, *(f"optional.{path}" for path in sheet.optional)]
    assert [word for word in words if f'name="{word}"' not in page] == []


@pytest.mark.parametrize("path", ["form/", "form.pdf", "change/"])
def test_a_form_that_is_none_is_not_found(administrator: Any, path: str) -> None:
    assert administrator.get(f"/paper-forms/{path}", {"form": "tt99/01"}).status_code == 404


def test_only_who_may_change_forms_is_offered_to_and_let_in(browser: SignIn) -> None:
    leader = browser("lanhdao")
    shown = leader.get("/paper-forms/form/")
    assert shown.status_code == 200
    assert "/paper-forms/change/" not in text_of(shown)
    assert leader.get("/paper-forms/change/").status_code == 404
    assert leader.post("/paper-forms/change/", {"do": "apply"}).status_code == 404


def test_trying_shows_the_paper_with_the_new_words_and_keeps_nothing(send: Send) -> None:
    text = pdf_of(send("preview", title__title="Phiếu hướng dẫn|hoàn thiện hồ sơ"))
    assert "PHIẾU HƯỚNG DẪN HOÀN THIỆN HỒ SƠ" in text
    assert "MẪU" in text
    assert not FormWording.objects.exists()
    assert not Fact.objects.filter(code="paper-form.wording-set").exists()


def test_set_words_are_printed_told_and_left_in_the_ledger(send: Send, administrator: Any) -> None:
    response = send("apply", lines__reason="Lý do cần bổ sung")
    assert response.headers["Location"] == "/paper-forms/form/?form=tt03-2025%2F02"
    shown = text_of(administrator.get("/paper-forms/form/", {"form": REQUEST}))
    assert "Lý do cần bổ sung" in shown
    assert "từ 10/06/2026" in shown
    assert "Đã sửa" in text_of(administrator.get("/paper-forms/"))
    printed = pdf_of(administrator.get("/paper-forms/form.pdf", {"form": REQUEST}))
    assert "Lý do cần bổ sung: Thành phần hồ sơ" in printed
    assert Fact.objects.filter(code="paper-form.wording-set").count() == 1


def test_words_for_tomorrow_are_not_printed_today(send: Send, administrator: Any) -> None:
    send("apply", lines__reason="Lý do mới", valid_from=TOMORROW)
    today = pdf_of(administrator.get("/paper-forms/form.pdf", {"form": REQUEST}))
    assert "Lý do mới" not in today
    assert "sắp áp dụng" in text_of(administrator.get("/paper-forms/form/", {"form": REQUEST}))


def test_an_unmarked_line_is_not_printed(send: Send) -> None:
    assert "Email" in pdf_of(send("preview"))
    assert "Email" not in pdf_of(send("preview", without=("optional.applicant.email",)))


def test_size_and_margins_are_those_typed(send: Send) -> None:
    send("apply", page__size="A4", page__left="25")
    day = PLAIN_MORNING.date()
    assert dict(form_words(agency_id(), day, REQUEST)) == {"page.size": "A4", "page.left": 25}


@pytest.mark.parametrize("do", ["preview", "apply"])
@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"lines__reason": ""}, "Ô này không được để trống"),
        ({"lines__reason": "x" * 201}, "nhiều nhất 200"),
        ({"lines__reason": "Lý do 😀"}, "không in được"),
        ({"sentences__help": "Gọi {điện thoại}"}, "Câu thiếu {người liên hệ}"),
        ({"sentences__help": "{người liên hệ} {điện thoại} {lương}"}, "tên {lương} cho câu này"),
        ({"page__left": "3"}, "từ 5 đến 40"),
        ({"page__left": "hai"}, "từ 5 đến 40"),
        ({"page__size": "A3"}, "A3"),
        ({"valid_from": "31/02/2026"}, "Ngày không đúng"),
        ({"scope": "999999"}, "Chọn một mục trong danh sách."),
    ],
)
def test_words_that_cannot_be_printed_are_refused_in_words_and_kept(
    send: Send, do: str, changes: dict[str, str], words: str
) -> None:
    typed = {"lines__phone": "Điện thoại di động"} | changes
    response = send(do, **typed)
    page = text_of(response)
    assert response.status_code == 422
    assert words in page
    assert "data-error-summary" in page
    assert 'value="Điện thoại di động"' in page
    assert not FormWording.objects.exists()


def test_words_never_change_papers_already_given_out(send: Send) -> None:
    response = send("apply", lines__reason="Lý do mới", valid_from="09/06/2026")
    assert response.status_code == 422
    assert "Ngày áp dụng phải từ 10/06/2026 trở đi" in text_of(response)


def test_every_fault_is_told_at_once(send: Send) -> None:
    page = text_of(send("apply", lines__reason="", lines__phone="", page__top="99"))
    assert page.count("Ô này không được để trống") >= 2
    assert "từ 5 đến 40" in page


def test_the_form_is_tried_in_a_tab_of_its_own(administrator: Any) -> None:
    page = text_of(administrator.get("/paper-forms/change/", {"form": REQUEST}))
    assert 'formtarget="_blank"' in page
    assert 'value="11/06/2026"' in page


def test_what_is_in_force_is_what_the_fields_first_show(send: Send, administrator: Any) -> None:
    send("apply", without=("optional.respond_by",), lines__reason="Lý do cần bổ sung")
    page = text_of(administrator.get("/paper-forms/change/", {"form": REQUEST}))
    assert 'value="Lý do cần bổ sung"' in page
    assert page.count(" checked") == len(form_called(REQUEST).sheet.optional) - 1


@pytest.mark.parametrize(
    ("path", "queries"), [("/paper-forms/", LIST_QUERIES), ("/paper-forms/form/", SHOW_QUERIES)]
)
def test_the_pages_stay_within_their_queries(
    administrator: Any, send: Send, django_assert_max_num_queries: Any, path: str, queries: int
) -> None:
    send("apply", lines__reason="Lý do mới")
    administrator.get(path, {"form": REQUEST})
    with django_assert_max_num_queries(queries):
        administrator.get(path, {"form": REQUEST})
