"""The public pages: open to all, in plain words, whole without a script."""

from __future__ import annotations

import re
from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError
from django.test import Client

from motcua.portal import pacing, views
from motcua.portal.finding import searching
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY, CODES

PAGES = [
    "/",
    "/ho-so/",
    "/thu-tuc/",
    f"/thu-tuc/{CERTIFIED_COPY}",
    "/linh-vuc/chung-thuc/",
    "/co-quan/",
    "/co-quan/xa-gia-lam/",
    "/thu-tuc/ket-qua/?q=sao y",
    "/suc-khoe",
    "/robots.txt",
]
WHOLE = PAGES[:7]
LOCAL = re.compile(r'(?:src|href|action)="(?!/|#|mailto:)([^"]+)"')


@pytest.fixture(autouse=True)
def _office(standing: None, now: datetime) -> None:
    pacing.misses.forget_all()


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_needs_no_account_and_sets_no_cookie(client: Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, dict(answer.cookies)) == (200, {})


@pytest.mark.parametrize("path", PAGES)
def test_a_page_only_reads(client: Client, path: str) -> None:
    answer = client.post(path)
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("path", WHOLE)
def test_a_page_takes_nothing_from_elsewhere(client: Client, path: str) -> None:
    assert LOCAL.findall(page(client, path)) == []


@pytest.mark.parametrize("path", WHOLE)
def test_a_page_speaks_english_when_asked(client: Client, path: str) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert '<html lang="en"' in page(client, path)


def test_the_other_language_stands_in_the_head_in_its_own_words(client: Client) -> None:
    def words() -> list[str]:
        head = re.search(r'<div class="top-tools">.*?<details', page(client, "/"), re.DOTALL)
        assert head is not None
        return re.findall(r'name="language" value="(\w+)" lang="\w+">([^<]+)<', head.group())

    assert words() == [("en", "English")]
    client.cookies["motcua-language"] = "en"
    assert words() == [("vi", "Tiếng Việt")]


def test_home_leads_to_everything(client: Client) -> None:
    home = page(client, "/")
    assert 'action="/thu-tuc/"' in home
    assert 'action="/ho-so/"' in home
    assert 'href="/thu-tuc/"' in home
    assert 'href="/linh-vuc/ho-tich/"' in home
    assert 'href="/co-quan/xa-gia-lam/"' in home
    assert 'href="/account/login/"' in home


@pytest.mark.parametrize("words", ["sao y", "sao+y", "chung thuc ban sao"])
def test_everyday_words_find_a_procedure_and_say_why(client: Client, words: str) -> None:
    text = page(client, f"/thu-tuc/?q={words}")
    assert f'href="/thu-tuc/{CERTIFIED_COPY}"' in text
    assert "thường chỉ việc" in text or "Tên thủ tục có" in text


def test_words_of_nothing_say_what_to_do(client: Client) -> None:
    assert "Thử ít chữ hơn" in page(client, "/thu-tuc/?q=xyzzy")


def test_without_words_all_procedures_are_listed(client: Client) -> None:
    text = page(client, "/thu-tuc/")
    assert {code for code in CODES if f'href="/thu-tuc/{code}"' in text} == CODES


def test_the_list_goes_on_by_cursor(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "PAGE_ROWS", 3)
    first = page(client, "/thu-tuc/")
    following = re.search(r'href="(/thu-tuc/\?cursor=\d+)"', first)
    assert following is not None
    second = page(client, following.group(1))
    shown = [set(re.findall(r'href="/thu-tuc/([\d.]+)"', text)) for text in (first, second)]
    assert shown[0] | shown[1] == CODES
    assert shown[0] & shown[1] == set()


@pytest.mark.parametrize("cursor", ["x", "-1", "9" * 30, "999999"])
def test_a_cursor_that_is_none_begins_again(client: Client, cursor: str) -> None:
    whole = re.findall(r'href="(/thu-tuc/[\d.]+)"', page(client, "/thu-tuc/"))
    again = re.findall(r'href="(/thu-tuc/[\d.]+)"', page(client, f"/thu-tuc/?cursor={cursor}"))
    assert again == whole


def test_a_procedure_answers_the_questions_in_order(client: Client) -> None:
    text = page(client, f"/thu-tuc/{CERTIFIED_COPY}")
    questions = [
        "Việc này có dành cho tôi không?",
        "Cần mang theo gì?",
        "Bao lâu có kết quả?",
        "Mất bao nhiêu?",
        "Nộp ở đâu?",
        "Nhận được gì?",
        "Căn cứ pháp lý",
    ]
    places = [text.index(question) for question in questions]
    assert places == sorted(places)
    assert "1 bản chính" in text
    assert "2.000 đồng mỗi trang" in text
    assert "Nhiều nhất 200.000 đồng" in text


def test_a_procedure_says_when_it_would_be_ready_and_why(client: Client) -> None:
    text = page(client, f"/thu-tuc/{BIRTH_AGAIN}")
    assert '<time datetime="2026-06-17T17:00:00+07:00">' in text
    assert "Thời hạn: 5 ngày làm việc" in text
    assert text.count('class="trace-line"') >= 4


@pytest.mark.parametrize("code", ["9.999999", "x", "%00", "x" * 400])
def test_a_procedure_that_is_none_is_not_found(client: Client, code: str) -> None:
    assert client.get(f"/thu-tuc/{code}").status_code == 404


def test_health_is_plain(client: Client) -> None:
    answer = client.get("/suc-khoe")
    assert (answer.content, answer["Content-Type"]) == (b"ok\n", "text/plain; charset=utf-8")


def test_health_says_when_the_database_does_not_answer(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down() -> Any:
        raise DatabaseError("gone")

    monkeypatch.setattr(views, "connection", SimpleNamespace(cursor=down))
    answer = client.get("/suc-khoe")
    assert (answer.status_code, answer.content) == (503, b"database\n")


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/", 1),
        ("/thu-tuc/", 1),
        (f"/thu-tuc/{CERTIFIED_COPY}", 1),
        ("/thu-tuc/?q=khai+sinh", 1),
        ("/co-quan/xa-gia-lam/", 1),
    ],
)
def test_a_page_stays_within_its_budget(
    client: Client, django_assert_num_queries: Any, path: str, queries: int
) -> None:
    client.get(path)
    with django_assert_num_queries(queries):
        client.get(path)
