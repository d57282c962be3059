"""Communes by a few letters: of one province, few at a time, the fitting ones first."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from motcua.kernel.places import communes_like


def found(client: Client, **asked: str) -> list[str]:
    page = client.get("/ui/communes/", asked).content.decode()
    return re.findall(r'data-text="([^"]+)"', page)


def test_a_commune_is_found_without_its_kind_and_without_accents(client: Client) -> None:
    assert found(client, **{"with": "01", "q": "gia lam"}) == ["Xã Gia Lâm"]


def test_without_a_province_it_asks_for_one(client: Client) -> None:
    page = client.get("/ui/communes/", {"q": "gia"}).content.decode()
    assert "Hãy chọn tỉnh, thành phố trước." in page


@pytest.mark.parametrize("text", ["", "  ", "xa", "%", "a" * 500, "<script>"])
def test_never_more_than_eight(client: Client, text: str) -> None:
    assert len(found(client, **{"with": "79", "q": text})) <= 8


def test_names_that_begin_so_come_first() -> None:
    names = [name for _code, name in communes_like("01", "ba", 20)]
    bare = [name.split(" ", 1)[1].lower().startswith("b") for name in names]
    assert bare == sorted(bare, reverse=True)
    assert len(names) > 2
