"""Which characters a name may have."""

from __future__ import annotations

import pytest

from motcua.kernel.characters import not_in_names


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Thị Bảy",
        "H'Hen Niê",
        "Nguye\u0302\u0303n",
        "Công ty TNHH MTV Hoa-Sen (CN 2)",
        "O’Neil",
    ],
)
def test_names_of_people_and_organizations_are_names(name: str) -> None:
    assert not_in_names(name) == ""


@pytest.mark.parametrize(("name", "odd"), [("Bảy 😀", "😀"), ("A$B€", "$€"), ("<Lan>", "<>")])
def test_pictures_and_signs_are_no_part_of_a_name(name: str, odd: str) -> None:
    assert not_in_names(name) == odd
