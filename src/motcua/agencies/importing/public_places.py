"""The public shape of sample places (districts of the three-level state and what became of their
communes in 2025) turned into our document. Pure.

What the source does not say is left out: no identification code is made up, and mergers for which
it names no day (`merge_2024_2025`) are not carried over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from motcua.agencies.importing.document import FORMAT, DocumentMalformed
from motcua.agencies.vocabulary import CodeScheme, SuccessionKind
from motcua.kernel.folding import fold

KNOWN_FROM = "2004-01-01"
"""The statistics office's list of units (Decision 124/2004/QĐ-TTg) begins then."""
TWO_TIERS_FROM = "2025-07-01"
"""The district level ends and the new communes begin (law.md 1.2)."""
BASIS = "Sắp xếp đơn vị hành chính, mô hình hai cấp từ 01/7/2025"

LEVELS: list[dict[str, Any]] = [
    {"code": "MINISTRY", "name": "Bộ, cơ quan ngang bộ", "rank": 0, "valid_from": KNOWN_FROM},
    {"code": "PROVINCE", "name": "Cấp tỉnh", "rank": 1, "valid_from": KNOWN_FROM},
    {"code": "DEPARTMENT", "name": "Sở, ngành cấp tỉnh", "rank": 2, "valid_from": KNOWN_FROM},
    {
        "code": "DISTRICT",
        "name": "Cấp huyện",
        "rank": 2,
        "valid_from": KNOWN_FROM,
        "valid_until": TWO_TIERS_FROM,
    },
    {"code": "COMMUNE", "name": "Cấp xã", "rank": 3, "valid_from": KNOWN_FROM},
]


def is_public_places(value: object) -> bool:
    """Whether the value has the public shape rather than ours."""
    return isinstance(value, Mapping) and "places" in value and "format" not in value


def from_public_places(value: object) -> dict[str, Any]:
    """Our document with the same agencies, codes and successions. Refusals: DocumentMalformed."""
    assert isinstance(value, Mapping)
    try:
        known = _level1_codes(value.get("level1_codes", []))
        places = _Places(known)
        for place in value["places"]:
            places.take(place)
    except (KeyError, TypeError, AttributeError) as fault:
        raise DocumentMalformed(place="$.places", problem=f"missing-{fault}") from fault
    return {
        "format": FORMAT,
        "levels": LEVELS,
        "agencies": list(places.agencies.values()),
        "successions": list(places.successions.values()),
    }


def slug_of(name: str) -> str:
    """`Thị trấn Trâu Quỳ` -> `thi-tran-trau-quy`."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def committee(unit_name: str) -> str:
    """The People's Committee of a unit: `Xã Gia Lâm` -> `Ủy ban nhân dân xã Gia Lâm`."""
    return f"Ủy ban nhân dân {_lower_first(unit_name)}"


def _lower_first(name: str) -> str:
    return name[:1].lower() + name[1:]


_KINDS = ("Thành phố", "Tỉnh", "Huyện", "Quận", "Thị xã", "Thị trấn", "Xã", "Phường", "Đặc khu")


def _bare(name: str) -> str:
    """The place name of a unit, as printed before a date: `Xã Gia Lâm` -> `Gia Lâm`."""
    kind = next((kind for kind in _KINDS if name.startswith(f"{kind} ")), "")
    return name.removeprefix(kind).strip()


def _level1_codes(entries: list[dict[str, Any]]) -> set[str]:
    """The level-1 identification codes that a source attests (not those from memory)."""
    return {entry["ma"] for entry in entries if "ma" not in entry.get("from_memory", [])}


class _Places:
    """Collects agencies and successions; what two places share is taken once."""

    def __init__(self, level1_codes: set[str]) -> None:
        self._level1_codes = level1_codes
        self.agencies: dict[str, dict[str, Any]] = {}
        self.successions: dict[tuple[str, str], dict[str, Any]] = {}

    def take(self, place: Mapping[str, Any]) -> None:
        day, month, year = place["abolished"][:10].split("/")
        ended = f"{year}-{month}-{day}"
        old_province = self._province(place["province"], place["province_gso_code"])
        self._identify(old_province, place.get("province_ma_dinh_danh"))
        new_province = self._province(place["new_province"], place["new_province_gso_code"])
        if new_province != old_province:
            self._merge_province(old_province, new_province, ended)
        district = self._agency(
            slug_of(place["name"]),
            place["name"],
            level="DISTRICT",
            parent=old_province,
            superior=place["province"],
            until=ended,
            gso=place["gso_code"],
        )
        for unit in place["new_units"]:
            self._succeed(district, self._commune(unit, place["new_province"]), default=False)
        for unit in place["units"]:
            self._old_commune(unit, district, place["name"], ended)

    def _old_commune(
        self, unit: Mapping[str, Any], district: str, district_name: str, ended: str
    ) -> None:
        slug = self._agency(
            f"{slug_of(unit['name'])}-{district}",
            unit["name"],
            level="COMMUNE",
            parent=district,
            superior=district_name,
            until=ended,
            gso=unit["code"],
        )
        for later in unit["mapping_2025"]:
            successor = self._commune(later, later["province"])
            self._succeed(slug, successor, default=bool(later["default"]))

    def _province(self, name: str, gso: str) -> str:
        slug = slug_of(name)
        if slug not in self.agencies:
            self._agency(slug, name, level="PROVINCE", gso=gso)
        return slug

    def _commune(self, unit: Mapping[str, Any], province: str) -> str:
        slug = slug_of(unit["name"])
        if slug in self.agencies and self.agencies[slug]["codes"][0]["code"] != unit["code"]:
            slug = f"{slug}-{slug_of(_bare(province))}"
        if slug not in self.agencies:
            self._agency(
                slug,
                unit["name"],
                level="COMMUNE",
                parent=slug_of(province),
                superior=province,
                since=TWO_TIERS_FROM,
                gso=unit["code"],
            )
        return slug

    def _agency(
        self,
        slug: str,
        name: str,
        *,
        level: str,
        gso: str,
        parent: str | None = None,
        superior: str = "",
        since: str = KNOWN_FROM,
        until: str | None = None,
    ) -> str:
        version = {
            "name": committee(name),
            "short_name": f"UBND {_lower_first(name)}",
            "superior_name": superior,
            "level": level,
            "place_name": _bare(name),
            "parent": parent,
        }
        code = {"scheme": str(CodeScheme.GSO), "code": gso}
        period = {"valid_from": since} | ({"valid_until": until} if until else {})
        self.agencies[slug] = {"slug": slug, **period, "versions": [version], "codes": [code]}
        return slug

    def _identify(self, slug: str, code: str | None) -> None:
        codes = self.agencies[slug]["codes"]
        if code in self._level1_codes and len(codes) == 1:
            codes.append({"scheme": str(CodeScheme.QD20), "code": code})

    def _merge_province(self, old: str, new: str, ended: str) -> None:
        self.agencies[old]["valid_until"] = ended
        self._succeed(old, new, default=True)

    def _succeed(self, predecessor: str, successor: str, *, default: bool) -> None:
        kind = SuccessionKind.MERGE if default else SuccessionKind.SPLIT
        self.successions[predecessor, successor] = {
            "predecessor": predecessor,
            "successor": successor,
            "kind": str(kind),
            "is_default": default,
            "effective_date": TWO_TIERS_FROM,
            "basis": BASIS,
        }
