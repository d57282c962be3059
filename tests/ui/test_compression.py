"""Pages travel compressed; what is compressed already, fetched in pieces or secret does not."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from motcua.ui.middleware import CompressMiddleware

LONG = b"<p>Xin ch\xc3\xa0o</p>" * 500


def answer(response: HttpResponseBase, path: str = "/dossiers/") -> HttpResponseBase:
    def view(_request: HttpRequest) -> HttpResponseBase:
        return response

    request = RequestFactory().get(path, headers={"Accept-Encoding": "gzip"})
    answered = CompressMiddleware(view)(request)  # type: ignore[arg-type]
    assert isinstance(answered, HttpResponseBase)
    return answered


def page(kind: str = "text/html; charset=utf-8") -> HttpResponse:
    return HttpResponse(LONG, content_type=kind, headers={"ETag": '"7"'})


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "application/json"])
def test_a_page_travels_compressed_and_keeps_its_version(kind: str) -> None:
    told = answer(page(kind))
    assert isinstance(told, HttpResponse)
    assert gzip.decompress(told.content) == LONG
    assert len(told.content) < len(LONG) / 5
    assert (told["ETag"], told["Vary"]) == ('"7"', "Accept-Encoding")


def test_its_length_is_blurred() -> None:
    lengths = {len(answer(page()).content) for _try in range(40)}  # type: ignore[attr-defined]
    assert len(lengths) > 5


@pytest.mark.parametrize(
    ("kind", "path"),
    [("application/pdf", "/dossiers/"), ("text/html", "/account/2fa/recovery-codes/generate/")],
)
def test_files_and_pages_of_secrets_stay_as_they_are(kind: str, path: str) -> None:
    told = answer(page(kind), path)
    assert isinstance(told, HttpResponse)
    assert told.content == LONG
    assert not told.has_header("Content-Encoding")


def test_what_streams_is_not_held_up() -> None:
    def pieces() -> Iterator[bytes]:
        yield LONG

    told = answer(StreamingHttpResponse(pieces(), content_type="text/csv"))
    assert not told.has_header("Content-Encoding")
