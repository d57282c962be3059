"""The agencies: how large each is, and whose desk is open on Saturday mornings."""

from __future__ import annotations

DISTRICT_SLUG = "huyen-gia-lam"
COMMUNES = {
    "thi-tran-trau-quy": 118, "xa-dang-xa": 84, "xa-ninh-hiep": 72, "thi-tran-yen-vien": 58,
    "xa-yen-thuong": 57, "xa-da-ton": 55, "xa-duong-xa": 52, "xa-kieu-ky": 50, "xa-yen-vien": 48,
    "xa-phu-dong": 46, "xa-co-bi": 45, "xa-le-chi": 42, "xa-kim-son": 40, "xa-duong-quang": 40,
    "xa-dinh-xuyen": 38, "xa-bat-trang": 36, "xa-phu-thi": 34, "xa-van-duc": 28, "xa-kim-lan": 24,
    "xa-dong-du": 22, "xa-duong-ha": 20, "xa-trung-mau": 18,
}  # fmt: skip
"""Their weight, after the number of their people."""
WITHOUT_SATURDAY = frozenset(
    {"xa-trung-mau", "xa-duong-ha", "xa-dong-du", "xa-kim-lan", "xa-van-duc"}
)
"""Seventeen communes and the district receive on Saturday mornings."""
OF_THE_DISTRICT = "-huyen-gia-lam"


def commune_slug(name: str) -> str:
    """The slug of a commune of the district, as the shipped agencies name it."""
    return f"{name}{OF_THE_DISTRICT}"
