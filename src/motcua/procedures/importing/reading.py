"""A catalogue document (raw or compact shape) read into records and refusals. Pure.

Decisions about the traps of the source (docs/explain/catalogue.md):
- a record without a code is refused, even when a code was found elsewhere under the same name;
- two-tier records hold from 1 July 2025, three-tier ones until that day (from 2020, since the
  sources do not say since when), unless the record states its own period;
- a record of one place stands for the whole country when it has a national code, and says where
  it comes from; `local_variants` become entries of their own place;
- a code that is a province portal's own number belongs to that place only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.procedures.importing import shape
from motcua.procedures.importing.curated_papers import outdated
from motcua.procedures.importing.fees import read_fees
from motcua.procedures.importing.limits import channel_of, read_limits
from motcua.procedures.importing.overlay import EMPTY, Overlay
from motcua.procedures.importing.papers import read_documents, read_variants
from motcua.procedures.importing.shape import Raw
from motcua.procedures.rules.content import ProcedureContent, ProcedureRecord, Result
from motcua.procedures.rules.refused import (
    DocumentUnreadable,
    RecordRefused,
    RefusedReason,
    RefusedRecord,
    refused,
)
from motcua.procedures.vocabulary import Era, Level, OnlineLevel, Scope

RECORDS_MAX = 20_000
CODE_LENGTH_MAX = 40
TWO_TIER_FROM = date(2025, 7, 1)
THREE_TIER_FROM = date(2020, 1, 1)
ONLINE_LEVELS = {
    "Toàn trình": OnlineLevel.FULL,
    "4": OnlineLevel.FULL,
    "Một phần": OnlineLevel.PARTIAL,
    "3": OnlineLevel.PARTIAL,
    "Cung cấp thông tin": OnlineLevel.INFORMATION,
    "2": OnlineLevel.INFORMATION,
}
PARTS_THAT_MATTER = ("time_limit", "fees", "papers", "channels", "result", "legal_basis")
_BRACKETED = re.compile(r"\s*\([^)]*\)")


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentRead:
    """`valid_from` is the day on which changes of this document begin, if it states one."""

    records: tuple[ProcedureRecord, ...]
    refused: tuple[RefusedRecord, ...]
    valid_from: date | None = None


def read_document(document: Any, overlay: Overlay = EMPTY) -> DocumentRead:
    """All records of a document. Refusal: DocumentUnreadable; bad records are listed, not raised."""
    if not isinstance(document, Mapping) or not isinstance(document.get("procedures"), list):
        raise DocumentUnreadable(what="procedures")
    raws = document["procedures"]
    if len(raws) > RECORDS_MAX:
        raise DocumentUnreadable(what="too-many", count=len(raws), count_max=RECORDS_MAX)
    records: dict[tuple[Any, ...], ProcedureRecord] = {}
    left_out = []
    for number, raw in enumerate(raws):
        try:
            for record in _read_raw(raw, overlay):
                _keep(records, record)
        except RecordRefused as no:
            left_out.append(_refused(raw, number, no))
    return DocumentRead(
        records=tuple(records.values()),
        refused=tuple(left_out),
        valid_from=_stated_start(document),
    )


def _stated_start(document: Mapping[str, Any]) -> date | None:
    meta = document.get("meta")
    try:
        return shape.day(meta, "valid_from") if isinstance(meta, Mapping) else None
    except RecordRefused as broken:
        raise DocumentUnreadable(what="meta.valid_from") from broken


def _keep(records: dict[tuple[Any, ...], ProcedureRecord], record: ProcedureRecord) -> None:
    place = (*record.key, record.valid_from)
    if place in records:
        raise RecordRefused(RefusedReason.DUPLICATE, other=records[place].record_id)
    records[place] = record


def _refused(raw: Any, number: int, no: RecordRefused) -> RefusedRecord:
    known = raw if isinstance(raw, Mapping) else {}
    return refused(
        no,
        record_id=_short(known.get("id")) or f"#{number + 1}",
        code=_short(known.get("code")),
        name=_short(known.get("name")),
    )


def _short(value: Any) -> str:
    return value[:300] if isinstance(value, str) else ""


def _read_raw(raw: Any, overlay: Overlay) -> list[ProcedureRecord]:
    if not isinstance(raw, Mapping):
        raise RecordRefused(RefusedReason.UNREADABLE)
    main = _record(raw, overlay, place="")
    if main.scope is Scope.LOCAL:
        return [main]
    return [main, *_of_places(raw, overlay)]


def _of_places(raw: Raw, overlay: Overlay) -> list[ProcedureRecord]:
    """One record per place: the main one overlaid with what the place states itself."""
    by_place: dict[str, dict[str, Any]] = {}
    for variant in shape.rows(raw, "local_variants"):
        place = place_name(shape.text(variant, "place"))
        kept = by_place.setdefault(place, dict(raw) | {"id": f"{raw.get('id')}@{place}"})
        kept |= {key: variant[key] for key in ("fees", "fee_notes", "channels") if variant.get(key)}
        kept |= {key: variant[key] for key in ("online_level", "decision_no") if variant.get(key)}
        limit = shape.row(variant, "time_limit")
        if limit.get("value") is not None and limit.get("unit"):
            kept["time_limit"] = limit
        kept["fee_set_by_local_council"] = False
    return [_record(kept, overlay, place=place) for place, kept in by_place.items() if place]


def place_name(text: str) -> str:
    """`Quảng Ngãi (cũ)` -> `Quảng Ngãi`."""
    return _BRACKETED.sub("", text).strip()[:100]


def _record(raw: Raw, overlay: Overlay, *, place: str) -> ProcedureRecord:
    code = _code(raw)
    era = _era(raw)
    scope = Scope.LOCAL if shape.text(raw, "code_scope") == "local" else Scope.NATIONAL
    origin = place_name(shape.text(raw, "place"))
    start, end = _period(raw, era)
    return ProcedureRecord(
        record_id=shape.text(raw, "id") or code,
        code=code,
        scope=scope,
        place=origin if scope is Scope.LOCAL else place,
        valid_from=start,
        valid_until=end,
        content=_content(raw, overlay, code=code, era=era, place=place),
    )


def _code(raw: Raw) -> str:
    code = shape.text(raw, "code")
    if not code and shape.text(raw, "code_by_name"):
        raise RecordRefused(RefusedReason.CODE_ONLY_BY_NAME, likely=shape.text(raw, "code_by_name"))
    if not code:
        raise RecordRefused(RefusedReason.NO_CODE)
    if len(code) > CODE_LENGTH_MAX or any(ch.isspace() for ch in code):
        raise RecordRefused(RefusedReason.UNREADABLE, field="code")
    return code


def _era(raw: Raw) -> Era:
    tier = shape.text(raw, "tier")
    if tier.startswith("two-tier"):
        return Era.TWO_TIER
    if tier.startswith("three-tier"):
        return Era.THREE_TIER
    raise RecordRefused(RefusedReason.UNKNOWN_PERIOD, field="tier")


def _period(raw: Raw, era: Era) -> tuple[date, date | None]:
    start = TWO_TIER_FROM if era is Era.TWO_TIER else THREE_TIER_FROM
    end = None if era is Era.TWO_TIER else TWO_TIER_FROM
    start, end = shape.day(raw, "valid_from") or start, shape.day(raw, "valid_until") or end
    if end is not None and end <= start:
        raise RecordRefused(RefusedReason.UNKNOWN_PERIOD, field="valid_until")
    return start, end


def _content(raw: Raw, overlay: Overlay, *, code: str, era: Era, place: str) -> ProcedureContent:
    name = " ".join(shape.text(raw, "name").split())
    if not name:
        raise RecordRefused(RefusedReason.UNREADABLE, field="name")
    sector_code, sector_name = overlay.sector(shape.text(raw, "field_group"))
    limits = overlay.limits.get((code, str(era))) or read_limits(raw)
    at_place = EMPTY if place else overlay
    read = read_fees(raw, code=code, era=era, sector_code=sector_code, overlay=at_place)
    corrections = overlay.corrections(code, era)
    return ProcedureContent(
        name=name,
        sector_code=sector_code,
        sector_name=sector_name,
        field_name=shape.text(raw, "field")[:200],
        levels=_levels(raw),
        implementing_body=shape.text(raw, "commune_body") or shape.text(raw, "implementing_body"),
        competent_body=shape.text(raw, "competent_body"),
        cooperating_bodies=shape.text(raw, "coordinating_body"),
        channels=tuple(channel_of(word) for word in shape.texts(raw, "channels")),
        online_level=ONLINE_LEVELS.get(shape.text(raw, "online_level"), OnlineLevel.UNSTATED),
        legal_basis=shape.texts(raw, "legal_basis"),
        applicant_kinds=_applicants(raw),
        results=_results(raw),
        decision_number=shape.text(raw, "decision_no")[:60],
        variants=read_variants(raw, corrections),
        limits=limits,
        fees=read.fees,
        source=shape.text(shape.row(raw, "source"), "kind")[:500],
        source_place=place or place_name(shape.text(raw, "place")),
        notes=read.notes,
        missing=_missing(
            raw,
            limited=any(limit.is_counted for limit in limits),
            uncertain={
                "fees": not read.is_certain,
                "papers": bool(outdated(read_documents(raw), corrections)),
            },
        ),
    )


def _levels(raw: Raw) -> tuple[Level, ...]:
    levels = []
    for word in shape.texts(raw, "level"):
        if word.upper() not in [*Level]:
            raise RecordRefused(RefusedReason.UNREADABLE, field="level", value=word)
        levels.append(Level(word.upper()))
    return tuple(levels)


def _applicants(raw: Raw) -> tuple[str, ...]:
    """Kinds of applicants; those the source has cut at a comma inside brackets are joined again."""
    joined = ", ".join(shape.texts(raw, "subjects"))
    parts = re.split(r",\s*(?![^()]*\))", joined)
    return tuple(dict.fromkeys(part.strip(" .") for part in parts if part.strip(" .")))


def _results(raw: Raw) -> tuple[Result, ...]:
    return tuple(
        Result(name=shape.text(row, "name"), code=shape.text(row, "code"))
        for row in shape.rows(raw, "result")
        if shape.text(row, "name")
    )


def _missing(raw: Raw, *, limited: bool, uncertain: Mapping[str, bool]) -> tuple[str, ...]:
    """The parts that a person should complete, or read again, before the version is trusted."""
    stated = shape.texts(raw, "missing")
    missing = [part for part in PARTS_THAT_MATTER if part in stated and part != "time_limit"]
    if not limited:
        missing.insert(0, "time_limit")
    missing += [part for part, is_so in uncertain.items() if is_so and part not in missing]
    return tuple(missing)
