"""Provinces and communes since 1/7/2025, by their codes (QĐ 19/2025/QĐ-TTg; NQ 202/2025/QH15).

Beside `identifiers.provinces`, whose 63 codes stay inside personal numbers for ever. Names of provinces
stand without their kind, which is dated (Đồng Nai was a tỉnh in 2025). The list of communes is data of
2025 and 2026: a name that is not in it may still be right, a code that is not in it is none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from motcua.kernel.folding import fold

PROVINCES_NOW: Final[dict[str, str]] = {
    "01": "Hà Nội", "04": "Cao Bằng", "08": "Tuyên Quang", "11": "Điện Biên", "12": "Lai Châu",
    "14": "Sơn La", "15": "Lào Cai", "19": "Thái Nguyên", "20": "Lạng Sơn", "22": "Quảng Ninh",
    "24": "Bắc Ninh", "25": "Phú Thọ", "31": "Hải Phòng", "33": "Hưng Yên", "37": "Ninh Bình",
    "38": "Thanh Hóa", "40": "Nghệ An", "42": "Hà Tĩnh", "44": "Quảng Trị", "46": "Huế",
    "48": "Đà Nẵng", "51": "Quảng Ngãi", "52": "Gia Lai", "56": "Khánh Hòa", "66": "Đắk Lắk",
    "68": "Lâm Đồng", "75": "Đồng Nai", "79": "Thành phố Hồ Chí Minh", "80": "Tây Ninh",
    "82": "Đồng Tháp", "86": "Vĩnh Long", "91": "An Giang", "92": "Cần Thơ", "96": "Cà Mau",
}  # fmt: skip
_FILE: Final = Path(__file__).parent / "communes.json"
_KINDS: Final = ("xa ", "phuong ", "dac khu ")
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


def communes_of(province_code: str) -> Mapping[str, str]:
    """Names by code, in the order of the codes: `{"00565": "Xã Gia Lâm", …}`; empty for no province."""
    return _communes().get(province_code, _NONE)


def commune_called(province_code: str, name: str) -> str | None:
    """The code of the commune of that name; accents do not matter, nor does its kind when only one
    commune of the province is called so. None: unknown, or several."""
    wanted = fold(name)
    whole = [code for code, one in communes_of(province_code).items() if fold(one) == wanted]
    bare = _without_kind(wanted)
    found = whole or [
        code
        for code, one in communes_of(province_code).items()
        if bare == wanted and _without_kind(fold(one)) == bare
    ]
    exact = [code for code in found if communes_of(province_code)[code] == name]
    fitting = exact or found
    return fitting[0] if len(fitting) == 1 else None


def communes_like(province_code: str, text: str, most: int) -> tuple[tuple[str, str], ...]:
    """Code and name of those whose name has all these beginnings of words, accents optional; those that
    begin with the text come first."""
    wanted = fold(text).split()
    found = [
        (not _without_kind(folded).startswith(" ".join(wanted)), name, code)
        for code, name in communes_of(province_code).items()
        for folded in (fold(name),)
        if wanted and all(any(word.startswith(one) for word in folded.split()) for one in wanted)
    ]
    return tuple((code, name) for _late, name, code in sorted(found)[:most])


def is_called(commune: str, name: str) -> bool:
    """Whether a commune ("Xã Gia Lâm") may be written like this ("gia lam")."""
    written = fold(name)
    return written in (fold(commune), _without_kind(fold(commune)))


def _without_kind(folded: str) -> str:
    return next((folded.removeprefix(kind) for kind in _KINDS if folded.startswith(kind)), folded)


@cache
def _communes() -> Mapping[str, Mapping[str, str]]:
    """Read when first asked for."""
    found: dict[str, dict[str, str]] = json.loads(_FILE.read_text(encoding="utf-8"))["communes"]
    return found
