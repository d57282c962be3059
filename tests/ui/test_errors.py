"""When something goes wrong the page is calm, says what to do, and needs no database."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from motcua.ui import errors

Handler = Callable[[HttpRequest], HttpResponse]


def _request() -> HttpRequest:
    request = RequestFactory().get("/ho-so/khong-co/")
    request.request_id = "abcdef0123456789"  # type: ignore[attr-defined]
    return request


@pytest.mark.parametrize(
    ("handler", "status"),
    [
        (errors.handler400, 400),
        (errors.handler403, 403),
        (errors.handler404, 404),
        (errors.handler500, 500),
        (errors.csrf_failure, 403),
    ],
)
def test_a_page_of_trouble_says_what_to_do_next(handler: Handler, status: int) -> None:
    response = handler(_request())
    page = response.content.decode()
    assert response.status_code == status
    assert "Có thể làm gì?" in page
    assert "<li>" in page
    assert "abcdef0123456789" in page


def test_forbidden_and_unknown_do_not_repeat_the_address() -> None:
    assert "khong-co" not in errors.not_found(_request()).content.decode().split("<main", 1)[1]


def test_the_last_page_needs_no_list_of_hashed_files(
    settings: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_path: str) -> str:
        raise ValueError("missing from the manifest")

    monkeypatch.setattr("django.contrib.staticfiles.storage.staticfiles_storage.url", broken)
    assert errors.server_error(_request()).status_code == 500


def test_every_page_of_trouble_offers_the_readers_look() -> None:
    request = _request()
    request.COOKIES["motcua-theme"] = "dark"
    assert 'data-theme="dark"' in errors.server_error(request).content.decode()
    assert 'data-theme="dark"' in errors.not_found(request).content.decode()


def test_an_old_form_is_told_what_is_kept_and_what_is_not(rf: RequestFactory) -> None:
    page = errors.csrf_failure(rf.post("/"), "reason").content.decode()
    assert "Lần gửi này chưa được lưu" in page
    assert "báo “Đã lưu” trước đó vẫn còn" in page
    assert "giữ chữ vừa gõ" in page
