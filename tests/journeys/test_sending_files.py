"""Scans go piece by piece over a line that drops; what arrives is what was sent."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from django.template import engines
from PIL import Image
from playwright.sync_api import Page, Route, expect

from motcua.documents.models import Upload
from motcua.documents.queries.files import open_file
from tests.support.papers_sent import a_pdf

AtDesk = Callable[..., Page]
FORM = """{% import "workspace/uploads/parts.html" as uploads %}<!doctype html><html lang="vi"><title>Gửi</title>
<head>{{ uploads.assets() }}</head><form method="post" action="/sent/" enctype="multipart/form-data">
<input type="hidden" name="csrfmiddlewaretoken" value="{{ csrf }}">{{ uploads.file_field("papers", "Giấy tờ", multiple=True) }}
<button>Lưu</button></form><div id="announcer" role="status"></div>"""
SIDE = 900
"""Pixels of noise: two and a half megabytes, five pieces."""


class BadLine:
    """Drops every third piece on its way, before or after it arrived in turn."""

    def __init__(self) -> None:
        self.pieces = 0
        self.dropped = 0

    def carry(self, route: Route) -> None:
        if route.request.method != "PATCH":
            route.continue_()
            return
        self.pieces += 1
        if self.pieces % 3:
            route.continue_()
            return
        self.dropped += 1
        arrives = self.dropped % 2
        if arrives:
            route.fetch()
        route.abort("connectionreset")


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    noise = random.Random(7).randbytes(SIDE * SIDE * 3)
    Image.frombytes("RGB", (SIDE, SIDE), noise).save(tmp_path / "căn cước.png")
    (tmp_path / "cài đặt.pdf").write_bytes(b"MZ" + bytes(200))
    (tmp_path / "đơn.pdf").write_bytes(a_pdf("đơn"))
    return tmp_path / "căn cước.png"


@pytest.fixture
def form(at_desk: AtDesk) -> Page:
    """A page with the field and nothing else, at the real site, for an officer who is signed in."""
    page = at_desk("tiepnhan1")
    cookies = {one["name"]: one["value"] for one in page.context.cookies()}
    text = engines["jinja2"].from_string(FORM).render({"csrf": cookies["motcua-csrf"]})
    page.route(
        "**/sending/",
        lambda route: route.fulfill(body=text, content_type="text/html; charset=utf-8"),
    )
    page.goto("/sending/")
    return page


def _tokens(page: Page) -> list[str]:
    boxes = page.locator("input[name=papers-token]:checked")
    return [box.input_value() for box in boxes.all()]


def _kept_digest(token: str) -> str:
    """Of the bytes that the server keeps for this token."""
    file = Upload.objects.select_related("file").get(token=token).file
    assert file is not None
    return hashlib.sha256(b"".join(open_file(file.digest))).hexdigest()


def test_a_scan_arrives_whole_over_a_line_that_drops(form: Page, scan: Path) -> None:
    line = BadLine()
    form.route("**/uploads/**", line.carry)
    form.set_input_files("#id_papers", scan)
    row = form.locator(".upload-row")
    expect(row).to_contain_text("đã gửi xong", timeout=30_000)
    assert line.dropped >= 1
    assert _kept_digest(*_tokens(form)) == hashlib.sha256(scan.read_bytes()).hexdigest()


def test_a_form_waits_for_its_files_and_then_carries_their_tokens(form: Page, scan: Path) -> None:
    held: list[Route] = []
    form.route("**/finish/", lambda route: held.append(route))
    form.set_input_files("#id_papers", scan.with_name("đơn.pdf"))
    expect(form.locator("[data-status]")).to_have_text("Đang kiểm tra tệp…")
    form.get_by_role("button", name="Lưu").click()
    expect(form.locator("#announcer")).to_contain_text("Tệp chưa gửi xong")
    assert form.url.endswith("/sending/")
    held[0].continue_()
    expect(form.locator(".upload-row")).to_contain_text("đã gửi xong")
    (token,) = _tokens(form)
    form.route("**/sent/", lambda route: route.fulfill(body="ok"))
    with form.expect_request("**/sent/") as sent:
        form.get_by_role("button", name="Lưu").click()
    body = sent.value.post_data_buffer
    assert body is not None
    assert token.encode() in body
    assert b"%PDF" not in body


def test_what_may_not_be_sent_is_explained_beside_it_and_can_be_put_away(
    form: Page, scan: Path
) -> None:
    form.set_input_files("#id_papers", scan.with_name("cài đặt.pdf"))
    row = form.locator(".upload-row")
    expect(row).to_contain_text("là chương trình hoặc chứa chương trình")
    expect(form.locator("#announcer")).to_contain_text("là chương trình")
    assert _tokens(form) == []
    row.get_by_role("button", name="Bỏ").click()
    expect(row).to_have_count(0)
    expect(form.locator("#id_papers")).to_be_focused()


def test_a_file_chosen_again_after_the_page_was_closed_goes_on_where_it_was(
    form: Page, scan: Path
) -> None:
    places: list[str] = []

    def stop_after_two(route: Route) -> None:
        places.extend(filter(None, [route.request.headers.get("upload-offset")]))
        {True: route.continue_, False: route.abort}[len(places) <= 2]()

    only_pieces = "**/uploads/*/"
    form.route(only_pieces, stop_after_two)
    form.set_input_files("#id_papers", scan)
    expect(form.locator("[data-status]")).to_contain_text("Mất kết nối")
    form.unroute(only_pieces)
    went_on: list[str] = []
    form.on("request", lambda request: went_on.append(request.headers.get("upload-offset", "")))
    form.goto("/sending/")
    went_on.clear()
    form.set_input_files("#id_papers", scan)
    expect(form.locator(".upload-row")).to_contain_text("đã gửi xong", timeout=30_000)
    offsets = [int(offset) for offset in went_on if offset]
    assert offsets[0] == 2 * 512 * 1024
    assert _kept_digest(*_tokens(form)) == hashlib.sha256(scan.read_bytes()).hexdigest()
