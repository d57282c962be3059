"""Fees of a record, only where they are certain; the rest stays a note for a person to read.

Traps: several rows of one kind are alternatives ("hộ gia đình: …", "tổ chức: …"), never a sum;
0 with "do HĐND cấp tỉnh quyết định" means unknown here, without it free; dollars and amounts per
square meter, room or person cannot be worked out; amounts under 1,000 đồng are misread cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from motcua.procedures.importing import shape
from motcua.procedures.importing.limits import channel_of
from motcua.procedures.importing.overlay import Overlay
from motcua.procedures.importing.shape import Raw
from motcua.procedures.rules.content import ExemptionRule, Fee
from motcua.procedures.vocabulary import AskedAt, Channel, Era, FeeKind, FeeUnit, Preference

CREDIBLE_VND_MIN = 1_000
_UNCOUNTABLE = re.compile(
    r"/\s*\d*\s*(m²|m2|cái|phòng|người|tháng|năm|ngày|con|ha|km|tấn|khẩu|phương tiện)\b",
    re.IGNORECASE,
)
_PER_PAGE = re.compile(r"/\s*trang\b", re.IGNORECASE)
_PER_COPY = re.compile(r"/\s*(bản|văn bản)\b", re.IGNORECASE)
_CONDITION = re.compile(r"trường hợp [^/]|đối với|nếu |tổ chức|hộ gia đình|cá nhân", re.IGNORECASE)
_MERIT_POOR_DISABLED = "miễn lệ phí cho người thuộc gia đình có công với cách mạng"
_EXTRACT_COPY = re.compile(
    r"phí cấp bản sao .{5,200}\(nếu có yêu cầu\).{0,60}281/2016/TT-BTC", re.IGNORECASE
)
_SET_LOCALLY = re.compile(
    r"(hội đồng nhân dân|hđnd)[^.;]{0,60}(quyết định|quy định)"
    r"|(quyết định|quy định) của (hội đồng nhân dân|hđnd)",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class FeesRead:
    """`notes` are amounts that were kept as words; `is_certain` is False when there are any."""

    fees: tuple[Fee, ...]
    notes: tuple[str, ...] = ()

    @property
    def is_certain(self) -> bool:
        return not self.notes


def read_fees(raw: Raw, *, code: str, era: Era, sector_code: str, overlay: Overlay) -> FeesRead:
    """The fees of one record; curated ones of the overlay replace what the record says."""
    exemptions = read_exemptions(raw)
    curated = overlay.fees.get((code, str(era)))
    if curated is not None:
        return FeesRead(fees=curated)
    is_charge = says_charge(raw) or sector_code in overlay.charge_sectors
    kind = FeeKind.CHARGE if is_charge else FeeKind.FEE
    rows = [row for row in shape.rows(raw, "fees") if not _uncertain(row)]
    fees = [fee for row in _distinct(rows) for fee in _fees_of_row(row, kind)]
    fees = _in_groups(fees) if any(fee.amount_vnd for fee in fees) else []
    if not fees and is_set_locally(raw):
        fees = [Fee(kind=kind, amount_vnd=0, set_locally=True)]
    elif is_set_locally(raw):
        fees = [replace(fee, set_locally=True) for fee in fees]
    fees = [replace(fee, exemptions=exemptions) for fee in fees]
    if asks_extract_copy(raw) and overlay.extract_copy:
        fees.append(overlay.extract_copy)
    uncertain = tuple(_as_words(row) for row in shape.rows(raw, "fees") if _uncertain(row))
    return FeesRead(fees=tuple(fees), notes=uncertain)


def read_exemptions(raw: Raw) -> tuple[ExemptionRule, ...]:
    """Preferences: stated as codes, or in the one fixed sentence of the civil status procedures."""
    codes = shape.texts(raw, "exemptions")
    notes = " ".join(" ".join(shape.texts(raw, "fee_notes")).lower().split())
    if _MERIT_POOR_DISABLED in notes:
        codes = (*codes, Preference.MERIT, Preference.POOR_HOUSEHOLD, Preference.DISABLED)
    known = dict.fromkeys(Preference(code) for code in codes if code in [*Preference])
    return tuple(ExemptionRule(group=group, percent=100) for group in known)


def is_set_locally(raw: Raw) -> bool:
    """Whether the people's council of the province sets the amount."""
    notes = " ".join(shape.texts(raw, "fee_notes"))
    return shape.flag(raw, "fee_set_by_local_council") or bool(_SET_LOCALLY.search(notes))


def asks_extract_copy(raw: Raw) -> bool:
    """Whether copies of the extract are sold beside the result (Circular 281/2016/TT-BTC)."""
    notes = " ".join(shape.texts(raw, "fee_notes"))
    return shape.flag(raw, "extract_copy_fee") or bool(_EXTRACT_COPY.search(notes))


def says_charge(raw: Raw) -> bool:
    """Whether the source calls what is paid a lệ phí, where its table does not say."""
    said = " ".join(shape.texts(raw, "fee_notes")).lower().replace("phí và lệ phí", "")
    return shape.flag(raw, "charge") or "lệ phí" in said


def _uncertain(row: Raw) -> bool:
    amount = shape.count(row, "amount", most=shape.AMOUNT_VND_MAX)
    if shape.text(row, "currency") not in ("", "VND") or amount is None:
        return True
    return 0 < amount < CREDIBLE_VND_MIN or bool(_UNCOUNTABLE.search(shape.text(row, "for")))


def _as_words(row: Raw) -> str:
    amount = shape.count(row, "amount", most=shape.AMOUNT_VND_MAX)
    return f"{amount} {shape.text(row, 'currency') or 'VND'} {shape.text(row, 'for')}".strip()[:500]


def _distinct(rows: Sequence[Raw]) -> list[Raw]:
    keyed = {
        (row.get("amount"), row.get("channel"), row.get("kind"), row.get("for")): row
        for row in rows
    }
    return list(keyed.values())


def _fees_of_row(row: Raw, kind: FeeKind) -> list[Fee]:
    stated, said = shape.text(row, "kind"), shape.text(row, "for")
    if stated:
        kind = FeeKind.CHARGE if stated == "lệ phí" else FeeKind.FEE
    per = FeeUnit.DOSSIER
    if _PER_PAGE.search(said):
        per = FeeUnit.PAGE
    elif _PER_COPY.search(said):
        per = FeeUnit.COPY
    fee = Fee(
        kind=kind,
        name=stated.capitalize()[:500] if stated not in ("", "phí", "lệ phí") else "",
        amount_vnd=shape.count(row, "amount", most=shape.AMOUNT_VND_MAX) or 0,
        per=per,
        case_text=said[:1000] if len(said) > len("/trường hợp") else "",
        asked_at=_asked_at(row),
    )
    return [replace(fee, channel=channel) for channel in _channels(shape.text(row, "channel"))]


def _asked_at(row: Raw) -> AskedAt:
    """As the source states it; else with the dossier, as fees have always been asked for."""
    stated = shape.text(row, "asked_at")
    return AskedAt(stated) if stated in [*AskedAt] else AskedAt.RECEPTION


def _channels(word: str) -> list[Channel | None]:
    if word in ("", "all"):
        return [None]
    return [channel_of(part) for part in word.split("+")]


def _in_groups(fees: Sequence[Fee]) -> list[Fee]:
    """Rows that compete for one channel become alternatives; so does one that states a condition."""
    rivals = Counter((fee.kind, fee.name, fee.channel) for fee in fees)
    grouped = []
    for fee in fees:
        competes = rivals[fee.kind, fee.name, fee.channel] > 1
        if competes or _CONDITION.search(fee.case_text):
            group = "/".join(filter(None, (fee.kind, fee.name, fee.channel)))
            fee = replace(fee, choice_group=group[:40])
        grouped.append(fee)
    return grouped
