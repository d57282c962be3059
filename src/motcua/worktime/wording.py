"""Every Vietnamese sentence about working time: why a date is what it is, and what the clock refuses.

Pure: a page passes Django's `gettext`, a batch door takes the source language as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from motcua.kernel.dates_vi import short_day, weekday_words
from motcua.kernel.refusal import Refusal
from motcua.kernel.wording import source_language
from motcua.kernel.wording_marker import gettext_noop
from motcua.worktime.rules.receipt import clock_text
from motcua.worktime.vocabulary import DayCause, Sessions, TraceCode, TraceLine, Unit

Gettext = Callable[[str], str]

DAYS_KEPT: Final = 4_096

WEEKDAYS: Final = (
    gettext_noop("thứ Hai"),
    gettext_noop("thứ Ba"),
    gettext_noop("thứ Tư"),
    gettext_noop("thứ Năm"),
    gettext_noop("thứ Sáu"),
    gettext_noop("thứ Bảy"),
    gettext_noop("Chủ nhật"),
)

UNITS: Final[dict[Unit, str]] = {
    Unit.SAME_DAY: gettext_noop("trong ngày"),
    Unit.WORKING_HOURS: gettext_noop("%(value)s giờ làm việc"),
    Unit.HALF_DAYS: gettext_noop("%(value)s buổi làm việc"),
    Unit.WORKING_DAYS: gettext_noop("%(value)s ngày làm việc"),
    Unit.CALENDAR_DAYS: gettext_noop("%(value)s ngày"),
    Unit.MONTHS: gettext_noop("%(value)s tháng"),
    Unit.YEARS: gettext_noop("%(value)s năm"),
}

UNITS_ONE: Final[dict[Unit, str]] = {
    Unit.WORKING_HOURS: gettext_noop("1 giờ làm việc"),
    Unit.HALF_DAYS: gettext_noop("1 buổi làm việc"),
    Unit.WORKING_DAYS: gettext_noop("1 ngày làm việc"),
    Unit.CALENDAR_DAYS: gettext_noop("1 ngày"),
    Unit.MONTHS: gettext_noop("1 tháng"),
    Unit.YEARS: gettext_noop("1 năm"),
}
"""Vietnamese counts one as it counts many; other languages do not, and `Gettext` knows no plural."""

OFFICIAL_DAYS: Final = (
    gettext_noop("Tết Dương lịch"),
    gettext_noop("Tết Nguyên đán"),
    gettext_noop("Giỗ Tổ Hùng Vương"),
    gettext_noop("Ngày Chiến thắng 30/4"),
    gettext_noop("Quốc tế Lao động 1/5"),
    gettext_noop("Quốc khánh"),
    gettext_noop("Ngày Văn hóa Việt Nam"),
)
"""Names of the days off in `data/holidays.json`; a name an office wrote itself is told as written."""

SENTENCES: Final[dict[str, str]] = {
    "RECEIVED": gettext_noop("Tiếp nhận lúc %(at)s"),
    "OUTSIDE_HOURS": gettext_noop("Ngoài giờ làm việc: tính từ đầu buổi làm việc kế tiếp, %(at)s"),
    "CUTOFF_MOVED": gettext_noop(
        "Tiếp nhận sau %(cutoff)s: tính như tiếp nhận vào ngày làm việc kế tiếp, %(at)s"
    ),
    "RESTARTED": gettext_noop("Thời hạn tính lại từ đầu kể từ %(at)s"),
    "FIRST_DAY_EXCLUDED": gettext_noop("Ngày tiếp nhận %(day)s không tính"),
    "LIMIT": gettext_noop("Thời hạn: %(limit)s"),
    "ORIGINAL_DUE": gettext_noop("Hạn khi chưa có tạm dừng, bổ sung: %(at)s"),
    "PAUSED/days": gettext_noop(
        "Tạm dừng từ %(from_at)s đến %(to_at)s: cộng thêm %(days)s ngày làm việc"
    ),
    "PAUSED/minutes": gettext_noop(
        "Tạm dừng từ %(from_at)s đến %(to_at)s: cộng thêm %(duration)s làm việc"
    ),
    "CONTINUED": gettext_noop("Chờ từ %(from_at)s: thời hạn vẫn tính"),
    "COUNTED_DAYS": gettext_noop("%(count)s ngày làm việc: %(first_day)s – %(last_day)s"),
    "COUNTED_DAYS/one": gettext_noop("1 ngày làm việc: %(weekday)s"),
    "COUNTED_PART": gettext_noop(
        "%(share)s ngày làm việc: %(weekday)s, tính %(duration)s từ đầu giờ"
    ),
    "COUNTED_TIME": gettext_noop("%(duration)s làm việc: từ %(from_at)s đến %(to_at)s"),
    "COUNTED_CALENDAR/CALENDAR_DAYS": gettext_noop(
        "%(count)s ngày liên tục, kể cả ngày nghỉ: %(first_day)s – %(last_day)s"
    ),
    "COUNTED_CALENDAR/MONTHS": gettext_noop("%(count)s tháng: đến hết %(last_weekday)s"),
    "COUNTED_CALENDAR/YEARS": gettext_noop("%(count)s năm: đến hết %(last_weekday)s"),
    "EXTRA_WORK": gettext_noop("Làm việc thêm %(weekday)s"),
    "EXTRA_WORK/SWAPPED_WORK": gettext_noop(
        "Làm bù %(weekday)s (hoán đổi với ngày nghỉ %(instead_of)s)"
    ),
    "HALF_DAY": gettext_noop("Làm việc một phần ngày %(weekday)s"),
    "DAYS_OFF": gettext_noop("Nghỉ %(first_day)s – %(last_day)s: %(why)s"),
    "DAYS_OFF/one": gettext_noop("Nghỉ %(weekday)s: %(why)s"),
    "WEEKLY_REST": gettext_noop("Nghỉ hằng tuần: %(first_day)s – %(last_day)s"),
    "WEEKLY_REST/one": gettext_noop("Nghỉ hằng tuần: %(weekday)s"),
    "SAME_DAY": gettext_noop("Trả kết quả trong ngày %(day)s"),
    "SAME_DAY_MOVED/CUTOFF": gettext_noop(
        "Tiếp nhận sau %(cutoff)s: trả kết quả trong ngày làm việc kế tiếp, %(day)s"
    ),
    "SAME_DAY_MOVED/CLOSED": gettext_noop(
        "Tiếp nhận sau giờ làm việc: trả kết quả trong ngày làm việc kế tiếp, %(day)s"
    ),
    "SAME_DAY_MOVED/DAY_OFF": gettext_noop(
        "Tiếp nhận vào ngày nghỉ: trả kết quả trong ngày làm việc kế tiếp, %(day)s"
    ),
    "LAST_DAY_OFF": gettext_noop(
        "Ngày cuối %(day)s là ngày nghỉ (%(why)s): chuyển sang ngày làm việc kế tiếp, %(to_day)s"
    ),
    "SAME_HOUR": gettext_noop("Hết ngày làm việc: hạn vào đúng giờ bắt đầu, %(at)s"),
    "DAYS_NOT_ANNOUNCED": gettext_noop(
        "Lịch nghỉ năm %(first_year)s chưa công bố chính thức: hạn có thể thay đổi"
    ),
    "DAYS_NOT_ANNOUNCED/many": gettext_noop(
        "Lịch nghỉ các năm %(first_year)s – %(last_year)s chưa công bố chính thức: hạn có thể thay đổi"
    ),
    "WAITING": gettext_noop("Đang tạm dừng từ %(at)s: hạn được tính khi tiếp tục"),
    "EXTENDED": gettext_noop("Gia hạn, hẹn lại đến %(to_at)s"),
    "DUE": gettext_noop("Hạn trả kết quả: %(at)s"),
}

ADDITIONS: Final[dict[str, str]] = {
    "rest_days": gettext_noop("không tính %(rest_days)s ngày nghỉ hằng tuần"),
    "short_count": gettext_noop("có %(short_count)s ngày làm không trọn: %(short_days)s"),
    "short_days": gettext_noop("ngày làm không trọn vẫn tính một ngày: %(short_days)s"),
    "name": gettext_noop("%(name)s"),
    "duration": gettext_noop("%(duration)s làm việc"),
    "reason": gettext_noop("lý do: %(reason)s"),
}
"""Told in brackets after a line when it has that param."""

ADDED_TO: Final[dict[TraceCode, tuple[str, ...]]] = {
    TraceCode.COUNTED_DAYS: ("rest_days", "short_days"),
    TraceCode.COUNTED_TIME: ("rest_days", "short_count"),
    TraceCode.EXTRA_WORK: ("name", "duration"),
    TraceCode.HALF_DAY: ("name", "duration"),
    TraceCode.PAUSED: ("reason",),
    TraceCode.RESTARTED: ("reason",),
    TraceCode.CONTINUED: ("reason",),
    TraceCode.WAITING: ("reason",),
    TraceCode.EXTENDED: ("reason",),
}

CAUSES: Final[dict[str, str]] = {
    "": gettext_noop("nghỉ hằng tuần"),
    DayCause.STATUTORY: gettext_noop("%(name)s"),
    DayCause.TET: gettext_noop("%(name)s"),
    DayCause.COMPENSATORY: gettext_noop("nghỉ bù %(name)s"),
    DayCause.SWAPPED_OFF: gettext_noop("hoán đổi, làm bù %(instead_of)s"),
    DayCause.SWAPPED_WORK: gettext_noop("ngày làm bù"),
    DayCause.LOCAL_WORK: gettext_noop("lịch riêng của cơ quan"),
    DayCause.LOCAL_CLOSURE: gettext_noop("cơ quan nghỉ, %(name)s"),
}

HOURS: Final = gettext_noop("%(hours)s giờ")
ONE_HOUR: Final = gettext_noop("1 giờ")
MINUTES: Final = gettext_noop("%(minutes)s phút")
ONE_MINUTE: Final = gettext_noop("1 phút")
DECIMAL: Final = gettext_noop("%(whole)s,%(rest)s")
AND: Final = gettext_noop(" và ")
AND_MORE: Final = gettext_noop("%(listed)s và %(more)s ngày nữa")

REFUSALS: Final[dict[str, str]] = {
    "day-already-entered": gettext_noop(
        "Ngày %(day)s đã được ghi cho nơi này. Chọn ngày khác hoặc nơi khác."
    ),
    "day-out-of-range": gettext_noop("Ngày phải từ %(first_day)s đến %(last_day)s. Xem lại năm."),
    "sessions-not-valid": gettext_noop(
        "Giờ làm việc chưa đúng: mỗi buổi phải mở trước khi đóng, các buổi không chồng nhau. Hãy sửa lại."
    ),
    "no-working-sessions": gettext_noop(
        "Lịch không có buổi làm việc nào nên không tính được hạn. Hãy nhập giờ làm việc."
    ),
    "outside-calendar-range": gettext_noop(
        "Ngày nằm ngoài lịch từ %(first_day)s đến %(last_day)s. Hãy xem lại ngày tiếp nhận và thời hạn."
    ),
    "limit-not-valid/negative": gettext_noop("Thời hạn không được âm. Hãy nhập số từ 0 trở lên."),
    "limit-not-valid/too-large": gettext_noop(
        "Thời hạn quá lớn, nhiều nhất %(most)s. Hãy nhập lại."
    ),
    "limit-not-valid/not-whole": gettext_noop(
        "Thời hạn theo ngày lịch, tháng hoặc năm phải là số nguyên. Hãy nhập lại."
    ),
    "limit-not-valid/not-a-number": gettext_noop("Thời hạn phải là một số. Hãy nhập lại."),
    "pause-reversed": gettext_noop(
        "Lần tạm dừng thứ %(position)s kết thúc trước khi bắt đầu. Hãy sửa lại."
    ),
    "pause-before-receipt": gettext_noop(
        "Lần tạm dừng thứ %(position)s bắt đầu trước khi tiếp nhận hồ sơ. Hãy sửa lại."
    ),
}


def word(line: TraceLine, gettext: Gettext = source_language) -> str:
    """One line of a trace as a sentence, without a full stop."""
    if not line.params:
        return gettext(SENTENCES[line.code]) % {"at": moment(line.at, gettext)}
    shown = _shown(line, gettext)
    sentence = gettext(SENTENCES[_sentence_key(line, shown)]) % shown
    named = [name for name in ADDED_TO.get(line.code, ()) if shown.get(name)]
    additions = "; ".join(gettext(ADDITIONS[name]) % shown for name in named)
    return f"{sentence} ({additions})" if additions else sentence


def word_refusal(refusal: Refusal, gettext: Gettext = source_language) -> str | None:
    """What the clock refused and what to do; None for a refusal of another app."""
    params = refusal.params
    sentence = REFUSALS.get(refusal.code) or REFUSALS.get(f"{refusal.code}/{params.get('why')}")
    if sentence is None:
        return None
    return gettext(sentence) % {name: _date_shown(value) for name, value in params.items()}


def limit_words(unit: Unit, value: str, gettext: Gettext = source_language) -> str:
    """`3 ngày làm việc`, `1,5 ngày làm việc`, `trong ngày`; `value` an exact decimal with a point."""
    if value == "1" and unit in UNITS_ONE:
        return gettext(UNITS_ONE[unit])
    return gettext(UNITS[unit]) % {"value": _decimal_shown(value, gettext)}


def day_name(name: str, gettext: Gettext = source_language) -> str:
    """The name of a day off; empty stays empty (the empty word is the head of a translation file)."""
    return gettext(name) if name else ""


def day_with_weekday(day: date, gettext: Gettext = source_language) -> str:
    """`thứ Hai 07/06/2021`."""
    if gettext is source_language:
        return _day_in_source_language(day)
    return f"{gettext(weekday_words(day))} {short_day(day)}"


@lru_cache(maxsize=DAYS_KEPT)
def _day_in_source_language(day: date) -> str:
    return f"{weekday_words(day)} {short_day(day)}"


def moment(at: datetime, gettext: Gettext = source_language) -> str:
    """`09:30 thứ Hai 07/06/2021`, on the wall clock of the instant itself."""
    return f"{at.hour:02d}:{at.minute:02d} {day_with_weekday(at.date(), gettext)}"


def sessions_words(sessions: Sessions, gettext: Gettext = source_language) -> str:
    """`08:00–12:00 và 13:00–17:00`."""
    spans = [f"{clock_text(opening)}–{clock_text(closing)}" for opening, closing in sessions]
    return gettext(AND).join(spans)


def duration(minutes: int, gettext: Gettext = source_language) -> str:
    """`13 giờ 30 phút`, `45 phút`, `8 giờ`."""
    hours, rest = divmod(minutes, 60)
    parts = [gettext(ONE_HOUR if hours == 1 else HOURS) % {"hours": hours}] if hours else []
    if rest or not hours:
        parts.append(gettext(ONE_MINUTE if rest == 1 else MINUTES) % {"minutes": rest})
    return " ".join(parts)


def _sentence_key(line: TraceLine, shown: Mapping[str, Any]) -> str:
    """The sentence of the code, or of its variant when there is one."""
    code = line.code.value
    variants = _VARIANTS.get(code)
    if variants is None:
        return code
    params = line.params
    told = (
        params.get("why"),
        params.get("unit"),
        params.get("cause"),
        "days" if "days" in params else "minutes",
        "one" if shown.get("first_day") == shown.get("last_day") else "",
        "many" if shown.get("first_year") != shown.get("last_year") else "",
    )
    variant = next((each for each in told if each in variants), None)
    return f"{code}/{variant}" if variant else code


def _variants() -> dict[str, frozenset[str]]:
    """The variants of each code that has any."""
    pairs = [key.split("/") for key in SENTENCES if "/" in key]
    return {
        code: frozenset(variant for each, variant in pairs if each == code) for code, _ in pairs
    }


_VARIANTS: Final = _variants()


def _shown(line: TraceLine, gettext: Gettext) -> dict[str, Any]:
    """The params as they are read: dates the Vietnamese way, minutes as hours and minutes."""
    params = line.params
    shown: dict[str, Any] = {**params, "at": moment(line.at, gettext)}
    for name, value in params.items():
        told = _TOLD.get(name)
        if told is not None and value:
            shown[name] = told(value, gettext)
    return shown | _worked_out(params, shown, gettext)


def _moment_told(value: str, gettext: Gettext) -> str:
    return moment(datetime.fromisoformat(value), gettext)


def _weekday_told(value: str, gettext: Gettext) -> str:
    return day_with_weekday(date.fromisoformat(value), gettext)


def _short_told(value: str, _gettext: Gettext) -> str:
    return short_day(date.fromisoformat(value))


_TOLD: Final[dict[str, Callable[[str, Gettext], str]]] = {
    **dict.fromkeys(("from_at", "to_at"), _moment_told),
    **dict.fromkeys(("day", "to_day", "from_day", "instead_of"), _weekday_told),
    **dict.fromkeys(("first_day", "last_day"), _short_told),
}


def _worked_out(
    params: Mapping[str, Any], shown: Mapping[str, Any], gettext: Gettext
) -> dict[str, Any]:
    """What a sentence needs beside the params themselves."""
    out: dict[str, Any] = {}
    first = params.get("first_day") or params.get("day")
    if first:
        out["weekday"] = _weekday_told(first, gettext)
    if params.get("last_day"):
        out["last_weekday"] = _weekday_told(params["last_day"], gettext)
    if "minutes" in params:
        out["duration"] = duration(params["minutes"], gettext)
    if "share" in params:
        out["share"] = _decimal_shown(params["share"], gettext)
    if "cause" in params:
        named = {"name": day_name(params["name"], gettext)}
        reason = gettext(CAUSES[params["cause"]]) % {**shown, **named}
        out |= {**named, "why": reason.rstrip(", ")}
    if "unit" in params:
        out |= _limit_shown(params, gettext)
    return out | _short_days_shown(params, gettext) if "short_days" in params else out


def _limit_shown(params: Mapping[str, Any], gettext: Gettext) -> dict[str, str]:
    return {"limit": limit_words(Unit(params["unit"]), params.get("value", ""), gettext)}


def _short_days_shown(params: Mapping[str, Any], gettext: Gettext) -> dict[str, str]:
    if not params.get("short_days"):
        return {}
    listed = ", ".join(short_day(date.fromisoformat(day)) for day in params["short_days"])
    more = params["short_count"] - len(params["short_days"])
    told = gettext(AND_MORE) % {"listed": listed, "more": more} if more else listed
    return {"short_days": told}


def _decimal_shown(value: str, gettext: Gettext) -> str:
    whole, _point, rest = value.partition(".")
    return gettext(DECIMAL) % {"whole": whole, "rest": rest} if rest else whole


def _date_shown(value: Any) -> Any:
    try:
        return short_day(date.fromisoformat(value))
    except (TypeError, ValueError):
        return value
