"""The reader's wishes are kept in cookies and answered on every page."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import translation

from motcua.ui.context import look, look_of
from motcua.ui.middleware import ChosenLanguageMiddleware, RequestIdMiddleware
from motcua.ui.views import set_look


def _post(**values: str) -> HttpResponse:
    return set_look(RequestFactory().post("/ui/look/", values))


@pytest.mark.parametrize(
    ("name", "value", "cookie"),
    [
        ("theme", "dark", "motcua-theme"),
        ("theme", "auto", "motcua-theme"),
        ("text", "large", "motcua-text"),
        ("language", "en", "motcua-language"),
    ],
)
def test_a_wish_is_kept_in_a_cookie(name: str, value: str, cookie: str) -> None:
    kept = _post(**{name: value}).cookies[cookie]
    assert kept.value == value
    assert kept["samesite"] == "Lax"
    assert kept["httponly"]


@pytest.mark.parametrize(
    ("name", "value"), [("theme", "pink"), ("text", "huge"), ("language", "xx")]
)
def test_an_unknown_wish_is_passed_over(name: str, value: str) -> None:
    assert not _post(**{name: value}).cookies


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [
        ("/ho-so/?q=a", "/ho-so/?q=a"),
        ("https://example.org/", "/"),
        ("//example.org/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_one_is_led_back_to_our_own_pages_only(wanted: str, reached: str) -> None:
    assert _post(theme="dark", next=wanted)["Location"] == reached


def test_looking_at_the_address_changes_nothing() -> None:
    assert set_look(RequestFactory().get("/ui/look/")).status_code == 405


def _with_cookies(**cookies: str) -> HttpRequest:
    request = RequestFactory().get("/x/?q=1")
    request.COOKIES.update({name.replace("_", "-"): value for name, value in cookies.items()})
    return request


def test_the_page_knows_the_wishes() -> None:
    wishes = look_of(_with_cookies(motcua_theme="dark", motcua_text="large"))
    assert (wishes.theme, wishes.large_text, wishes.here) == ("dark", True, "/x/?q=1")


def test_a_forged_wish_is_not_believed() -> None:
    wishes = look_of(_with_cookies(motcua_theme='"><script>', motcua_text="x"))
    assert (wishes.theme, wishes.large_text) == ("auto", False)


def test_after_a_post_one_returns_to_the_page_without_its_query() -> None:
    assert look_of(RequestFactory().post("/x/?q=1")).here == "/x/"


def test_a_page_without_an_actor_has_none() -> None:
    assert look(RequestFactory().get("/"))["actor"] is None


def _answered(request: HttpRequest) -> HttpResponse:
    return RequestIdMiddleware(lambda _request: HttpResponse())(request)


def test_a_well_formed_request_id_is_carried_on() -> None:
    request = RequestFactory().get("/", headers={"X-Request-ID": "front-12345678"})
    assert _answered(request)["X-Request-ID"] == "front-12345678"
    assert request.request_id == "front-12345678"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "given", ["", "short", "a" * 65, "with space 12", "new\nline-123", "<script>1234"]
)
def test_a_malformed_request_id_is_replaced(given: str) -> None:
    made = _answered(RequestFactory().get("/", headers={"X-Request-ID": given}))["X-Request-ID"]
    assert made != given
    assert len(made) == 32


@pytest.mark.parametrize(
    ("chosen", "spoken"), [("en", "en"), ("vi", "vi"), ("xx", "vi"), ("", "vi")]
)
def test_the_page_is_vietnamese_unless_the_reader_chose_otherwise(chosen: str, spoken: str) -> None:
    request = RequestFactory().get("/", headers={"Accept-Language": "en-US,en"})
    request.COOKIES["motcua-language"] = chosen
    with translation.override("vi"):
        response = ChosenLanguageMiddleware(
            lambda _request: HttpResponse(translation.get_language())
        )(request)
        assert response.content.decode() == spoken
        assert response["Content-Language"] == spoken


def test_a_script_gets_the_cookie_without_a_page() -> None:
    request = RequestFactory().post(
        "/ui/look/", {"theme": "dark"}, headers={"X-Requested-With": "fetch"}
    )
    response = set_look(request)
    assert response.status_code == 204
    assert response.cookies["motcua-theme"].value == "dark"
