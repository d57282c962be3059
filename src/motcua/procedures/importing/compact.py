"""Make the compact catalogue that ships with the product: facts only, in the shape of the source.

    python -m motcua.procedures.importing.compact < procedures.json > catalogue.json

What is kept: codes, names, bodies, levels, limits, fees and preferences, names of papers, results,
numbers of decrees and decisions. What is dropped: guidance, the rest of long names, notes, records
without a code, and fees of single places. A record means the same after importing either file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from motcua.procedures.importing.fees import (
    asks_extract_copy,
    is_set_locally,
    read_exemptions,
    says_charge,
)
from motcua.procedures.importing.papers import read_documents
from motcua.procedures.importing.reading import PARTS_THAT_MATTER
from motcua.procedures.rules.content import Document

KEPT = (
    "code",
    "name",
    "field",
    "field_group",
    "level",
    "tier",
    "place",
    "implementing_body",
    "commune_body",
    "competent_body",
    "coordinating_body",
    "channels",
    "online_level",
    "legal_basis",
    "subjects",
    "decision_no",
    "missing",
)
KEPT_OF_LIMIT = ("value", "unit", "text", "unit_source", "note", "stages")
LEFT_TO_OTHER_OFFICES = frozenset({"Bảo hiểm", "Thuế"})
SAID_BY_DEFAULT = ("VND", "all")
KEPT_OF_FEE = ("amount", "currency", "channel", "kind", "for", "asked_at")
LEVELS_WANTED = frozenset({"commune", "district"})
WANTED_WHEN_PARTLY = frozenset(
    {"Hộ tịch", "Chứng thực", "Bảo trợ xã hội / LĐTBXH", "Người có công", "Tư pháp khác"}
)


def compact(document: Mapping[str, Any]) -> dict[str, Any]:
    """The compact document. Its `meta` says what it is and where the facts come from."""
    chosen = [_facts(raw) for raw in document["procedures"] if is_wanted(raw)]
    return {
        "meta": {
            "title": "Danh mục thủ tục hành chính rút gọn: chỉ dữ kiện",
            "compiled": document["meta"]["compiled"],
            "count": len(chosen),
        },
        "procedures": chosen,
    }


def is_wanted(raw: Mapping[str, Any]) -> bool:
    """What a commune or district office receives, complete enough to receive by."""
    if not raw.get("code") or not LEVELS_WANTED & set(raw["level"]):
        return False
    if raw["field_group"] in LEFT_TO_OTHER_OFFICES or raw["code_scope"] != "national":
        return False
    if raw["tier"].startswith("three-tier"):
        return bool(raw["papers"])
    return raw["verified"] == "found" or raw["field_group"] in WANTED_WHEN_PARTLY


def _facts(raw: Mapping[str, Any]) -> dict[str, Any]:
    facts = {key: raw.get(key) for key in KEPT}
    facts["time_limit"] = _limit(raw.get("time_limit") or {})
    facts["tier"] = raw["tier"].split(" ")[0]
    facts["missing"] = [part for part in raw["missing"] if part in PARTS_THAT_MATTER]
    facts["fees"] = [_fee(fee) for fee in raw["fees"]]
    facts["fee_set_by_local_council"] = is_set_locally(raw)
    facts["extract_copy_fee"] = asks_extract_copy(raw)
    facts["exemptions"] = [str(rule.group) for rule in read_exemptions(raw)]
    facts["charge"] = says_charge(raw)
    facts["papers"] = [_paper(paper) for paper in read_documents(raw) if not paper.is_note]
    facts["result"] = [_without_empty(result) for result in raw["result"]]
    facts["source"] = {"kind": raw["source"]["kind"]}
    return _without_empty(facts)


def _fee(fee: Mapping[str, Any]) -> dict[str, Any]:
    kept = _only(fee, KEPT_OF_FEE)
    return {key: value for key, value in kept.items() if value not in SAID_BY_DEFAULT}


def _limit(limit: Mapping[str, Any]) -> dict[str, Any]:
    """Without the channels when all of them repeat the main limit."""
    main = (limit.get("value"), limit.get("unit"))
    channels = limit.get("by_channel", [])
    differ = any((row["value"], row["unit"]) != main for row in channels)
    return _without_empty(_only(limit, KEPT_OF_LIMIT) | {"by_channel": channels if differ else []})


def _paper(document: Document) -> dict[str, Any]:
    return _without_empty(
        {
            "name": document.name,
            "originals": document.originals,
            "copies": document.copies,
            "present_only": document.present_only,
            "is_optional": document.is_optional,
            "form": document.form_name,
            "group": document.group,
        }
    )


def _only(raw: Mapping[str, Any] | None, keys: Iterable[str]) -> dict[str, Any]:
    return _without_empty({key: (raw or {}).get(key) for key in keys})


def _without_empty(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: value
        for key, value in values.items()
        if value is not None and value is not False and value not in ("", [], {})
    }


if __name__ == "__main__":
    made = orjson.dumps(compact(orjson.loads(sys.stdin.buffer.read())))
    sys.stdout.buffer.write(made + b"\n")
