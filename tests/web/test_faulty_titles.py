"""A form that comes back with faults says so in the title of its page, on both sides of the counter."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from motcua.accounts.models import User
from tests.support.citizens import BACKEND

LANGUAGE = "motcua-language"


def title_of(client: Client, path: str) -> str:
    page = client.get(path).content.decode()
    assert page.startswith("<!doctype html>")
    (title,) = re.findall(r"<title>(.*?)</title>", page)
    return str(title)


@pytest.fixture
def desk(standing: None) -> Client:
    client = Client()
    client.force_login(User.objects.get(username="tiepnhan1"), backend=BACKEND)
    client.get("/positions/")
    return client


def test_a_citizen_hears_of_the_fault_before_all_else(client: Client, standing: None) -> None:
    assert title_of(client, "/tai-khoan/dang-nhap") == "Đăng nhập – Một Cửa"
    page = client.post("/tai-khoan/dang-nhap", {"contact": "x"}).content.decode()
    assert "<title>Lỗi: Đăng nhập – Một Cửa</title>" in page


def test_an_officer_hears_of_the_fault_before_all_else_in_his_language(desk: Client) -> None:
    assert title_of(desk, "/desk/") == "Bàn tiếp nhận – Một Cửa"
    assert title_of(desk, "/desk/?day=99/99/2026") == "Lỗi: Bàn tiếp nhận – Một Cửa"
    desk.cookies[LANGUAGE] = "en"
    assert title_of(desk, "/desk/?day=99/99/2026").startswith("Error: ")


def test_what_somebody_types_makes_no_fault(desk: Client) -> None:
    typed = 'data-error-summary> aria-invalid="true"'
    page = desk.get("/dossiers/", {"q": typed}).content.decode()
    assert "data-error-summary&gt;" in page
    assert "<title>Lỗi:" not in page
