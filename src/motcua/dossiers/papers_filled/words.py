"""Words that papers share: people, papers, fees and dates as they are printed.

Papers are official Vietnamese text whatever the language of the screen, so plain strings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import override

from motcua.dossiers.vocabulary import PaperIn, Party, PartyKind, ReturnMethod, Stage
from motcua.kernel.dates_vi import moment_words
from motcua.kernel.identifiers.personal_id import DIGITS, told_by
from motcua.kernel.money import dong
from motcua.papers.vocabulary import SlipFee, SlipPaper, SlipParty
from motcua.procedures.rules.fees import FeeLineCode, FeeSheetLine
from motcua.procedures.vocabulary import AskedAt, Channel, FeeKind, Preference
from motcua.procedures.wording import PREFERENCES
from motcua.worktime.vocabulary import TraceCode, TraceLine, Unit
from motcua.worktime.wording import word

UNITS = {
    Unit.SAME_DAY: "Trong ngày làm việc",
    Unit.WORKING_HOURS: "{} giờ làm việc",
    Unit.HALF_DAYS: "{} buổi làm việc",
    Unit.WORKING_DAYS: "{} ngày làm việc",
    Unit.CALENDAR_DAYS: "{} ngày",
    Unit.MONTHS: "{} tháng",
    Unit.YEARS: "{} năm",
}
CHANNELS = {
    Channel.DESK: "trực tiếp",
    Channel.ONLINE: "trực tuyến",
    Channel.POST: "qua bưu chính công ích",
}
RETURN_METHODS = {
    ReturnMethod.ONLINE: "Trực tuyến",
    ReturnMethod.POST: "Qua dịch vụ bưu chính công ích",
}
SALUTATIONS = {"Nam": "Ông", "Nữ": "Bà"}
EITHER = "Ông/Bà"
SET_LOCALLY = "theo mức của hội đồng nhân dân tỉnh, thành phố"
LESS = {
    FeeLineCode.WAIVED: "được miễn {old}: {why}",
    FeeLineCode.REDUCED: "đã giảm {percent}% của {old}: {why}",
}
BY_PREFERENCE = "diện ưu tiên"
PAID_AT = {
    AskedAt.SUPPLEMENT: "nộp khi bổ sung hồ sơ",
    AskedAt.RETURN: "nộp khi nhận kết quả",
}
BRING_ALONG = (
    "Khi nhận kết quả, mang theo giấy này và giấy tờ tùy thân (người nhận thay: giấy ủy quyền)."
)
TOLD_ON_PAPER = frozenset(
    {
        TraceCode.OUTSIDE_HOURS,
        TraceCode.CUTOFF_MOVED,
        TraceCode.SAME_DAY_MOVED,
        TraceCode.FIRST_DAY_EXCLUDED,
        TraceCode.DAYS_OFF,
        TraceCode.LAST_DAY_OFF,
    }
)
REASONS_MAX = 3
NO_DATE = {
    Stage.IN_TRANSIT: "Tính từ khi cơ quan có thẩm quyền giải quyết nhận hồ sơ",
    Stage.SUPPLEMENT_REQUESTED: "Hẹn lại khi nhận đủ giấy tờ bổ sung",
    Stage.OBLIGATION_DUE: "Hẹn lại khi nghĩa vụ tài chính đã thực hiện",
}
AFTER_ANOTHER = "sau khi có kết quả của hồ sơ nộp cùng"
AFTER_TAKING_OVER = "khi cơ quan có thẩm quyền nhận hồ sơ ngay"
AT_ONCE = "Trả ngay sau khi giải quyết xong"
FEE_KINDS = {FeeKind.FEE: "Phí", FeeKind.CHARGE: "Lệ phí"}


def due_words(
    stage: Stage, *, expected_at: datetime | None = None, awaits_companion: bool = False
) -> str:
    """What is printed where there is no date: it is at once, or not running (NĐ 309/2026 Art. 8.3);
    of one that came with a group, when it can be expected."""
    if stage is Stage.IN_TRANSIT and expected_at is not None:
        why = AFTER_ANOTHER if awaits_companion else AFTER_TAKING_OVER
        return f"Dự kiến {moment_words(expected_at)}, {why}"
    return NO_DATE.get(stage, AT_ONCE)


def limit_words(clock: Mapping[str, Any]) -> str:
    """The time limit as printed: `03 ngày làm việc` (numbers below 10 with a leading 0)."""
    value = clock["value"]
    shown = f"0{value}" if value.isdigit() and len(value) == 1 else value.replace(".", ",")
    return UNITS[Unit(clock["unit"])].format(shown)


def party_on_paper(party: Party) -> SlipParty:
    """A person as papers name them: Ông, Bà, or either where nobody knows."""
    citizen = SALUTATIONS.get(party.sex or _sex_told(party), EITHER)
    return SlipParty(
        name=party.name,
        salutation=citizen if party.kind == PartyKind.CITIZEN else "",
        identity_number=party.personal_id or party.tax_code or party.old_id,
        address=party.address,
        phone=party.phone,
        email=party.email,
        capacity=party.authority,
    )


def _sex_told(party: Party) -> str:
    """What the personal number says of its holder, where nobody has typed it."""
    number = party.personal_id
    return str(told_by(number).sex) if len(number) == DIGITS and number.isdigit() else ""


def paper_on_paper(paper: PaperIn) -> SlipPaper:
    return SlipPaper(
        name=paper.name,
        originals=paper.originals,
        photocopies=paper.copies,
        shown_only=paper.present_only,
        note=paper.note,
    )


def fee_lines(lines: tuple[FeeSheetLine, ...]) -> tuple[SlipFee, ...]:
    """One printed line a fee: what it comes to after free units, caps and preferences."""
    sums: dict[tuple[FeeKind, str], int] = {}
    for line in lines:
        sums[line.kind, line.name] = sums.get((line.kind, line.name), 0) + line.amount_vnd
    unknown = {(line.kind, line.name) for line in lines if _is_unknown(line)}
    return tuple(
        SlipFee(
            label=f"{FEE_KINDS[kind]}: {name}" if name else FEE_KINDS[kind],
            amount=SET_LOCALLY if (kind, name) in unknown else dong(total),
            note=_fee_note([line for line in lines if (line.kind, line.name) == (kind, name)]),
        )
        for (kind, name), total in sums.items()
    )


def _fee_note(lines: list[FeeSheetLine]) -> str:
    """Who pays less, and when it is to be paid where that is not with the dossier."""
    off = relief_notes(lines)
    later = [PAID_AT[line.asked_at] for line in lines if line.asked_at in PAID_AT]
    return "; ".join(dict.fromkeys(off + later))


def relief_notes(lines: Iterable[FeeSheetLine]) -> list[str]:
    """Of each relief: from which amount, how much, for whom. `lines`: of one kind and name, or of a kind."""
    known = tuple(lines)
    told = []
    for line in known:
        if line.code not in LESS:
            continue
        old = sum(
            other.amount_vnd
            for other in known
            if (other.kind, other.name) == (line.kind, line.name) and other.code not in LESS
        )
        group = line.params.get("group")
        with override("vi"):
            why = str(PREFERENCES[Preference(group)]).lower() if group else BY_PREFERENCE
        words = LESS[line.code]
        told.append(words.format(old=dong(old), percent=line.params.get("percent", ""), why=why))
    return told


def _is_unknown(line: FeeSheetLine) -> bool:
    """The provincial council sets the amount, and nobody has entered it."""
    return line.code is FeeLineCode.SET_LOCALLY and not line.amount_vnd


def is_total_known(lines: tuple[FeeSheetLine, ...]) -> bool:
    return bool(lines) and not any(map(_is_unknown, lines))


def why_words(trace: tuple[TraceLine, ...]) -> str:
    """The reasons that a person at home would ask for, in one sentence; the page has them all."""
    told = [word(line) for line in trace if line.code in TOLD_ON_PAPER]
    sentence = "; ".join(text[0].lower() + text[1:] for text in told[:REASONS_MAX])
    return sentence[0].upper() + sentence[1:] if sentence else ""
