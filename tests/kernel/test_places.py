"""Provinces and communes since 1/7/2025."""

from __future__ import annotations

import re
import unicodedata

import pytest

from motcua.kernel.places import PROVINCES_NOW, commune_called, communes_of, is_called


def test_there_are_34_provinces_and_3321_communes() -> None:
    assert len(PROVINCES_NOW) == 34
    assert sum(len(communes_of(code)) for code in PROVINCES_NOW) == 3_321


def test_every_commune_has_a_code_of_its_own_and_a_name_with_its_kind() -> None:
    every = [pair for code in PROVINCES_NOW for pair in communes_of(code).items()]
    assert len({code for code, _ in every}) == len(every)
    assert [code for code, _ in every if not re.fullmatch(r"\d{5}", code)] == []
    kinds = {name.partition(" ")[0] for _, name in every}
    assert kinds == {"Xã", "Phường", "Đặc"}
    assert [name for _, name in every if unicodedata.normalize("NFC", name) != name] == []


def test_every_commune_is_found_by_its_whole_name_unless_two_are_called_alike() -> None:
    for province in PROVINCES_NOW:
        found = {
            code: commune_called(province, name) for code, name in communes_of(province).items()
        }
        assert {code for code, called in found.items() if called not in (code, None)} == set()
        assert sum(called is None for called in found.values()) <= 4


@pytest.mark.parametrize(
    ("province", "name", "code"),
    [
        ("01", "Xã Gia Lâm", "00565"),
        ("01", "xa gia lam", "00565"),
        ("01", "Gia Lâm", "00565"),
        ("01", "Xã Không Có", None),
        ("99", "Xã Gia Lâm", None),
        ("01", "", None),
    ],
)
def test_a_commune_is_found_by_its_name(province: str, name: str, code: str | None) -> None:
    assert commune_called(province, name) == code


def test_a_name_may_leave_out_the_kind_and_the_accents() -> None:
    assert is_called("Xã Gia Lâm", "gia lam")
    assert is_called("Đặc khu Côn Đảo", "Côn Đảo")
    assert not is_called("Xã Gia Lâm", "Phường Gia Lâm")
