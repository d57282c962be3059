"""A questionnaire as it is typed on a page without a script: numbered rows, a few empty ones at the end of each part.

A row whose words are all taken out is no row; the rest are numbered anew, so that a fault names its row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from motcua.kernel.refusal import Refusal

LEVELS, QUESTIONS, REASONS = "levels", "questions", "reasons"
EMPTY_ROWS = {LEVELS: 1, QUESTIONS: 3, REASONS: 2}
ROWS_MAX = {LEVELS: 10, QUESTIONS: 45, REASONS: 25}
FIELDS = {
    LEVELS: ("value", "points", "feeling", "vi", "en"),
    QUESTIONS: ("key", "weight", "criterion", "group_vi", "group_en", "vi", "en"),
    REASONS: ("key", "vi", "en"),
}
WORDS = {"vi", "en"}
TYPED_MAX = 400
CONTENT, NEITHER, BAD = "content", "neither", "bad"
Row = dict[str, str]
Typed = dict[str, Any]
"""`key`, `name_vi`, `name_en`, `satisfied_from`, `follow_up_days`, `overall`; rows by part."""
SINGLE = ("key", "name_vi", "name_en", "satisfied_from", "follow_up_days", "overall")


def typed_of(document: Mapping[str, Any]) -> Typed:
    """What stands in the boxes at first."""
    overall = next(
        (n for n, one in enumerate(document["questions"], start=1) if one.get("is_overall")), 0
    )
    return {
        "key": document["key"],
        "name_vi": document["name"]["vi"],
        "name_en": document["name"]["en"],
        "satisfied_from": str(document["satisfied_from"]),
        "follow_up_days": str(document["follow_up_days"]),
        "overall": str(overall),
        LEVELS: [_level(one) for one in document["levels"]],
        QUESTIONS: [_question(one) for one in document["questions"]],
        REASONS: [
            {name: str(one[name]) for name in FIELDS[REASONS]} for one in document["reasons"]
        ],
    }


def typed_from(sent: Mapping[str, str]) -> Typed:
    """What was sent, rows without words left out."""
    typed: Typed = {name: sent.get(name, "")[:TYPED_MAX].strip() for name in SINGLE}
    for part, names in FIELDS.items():
        rows, overall = [], ""
        for number in range(1, ROWS_MAX[part] + 1):
            row = {
                name: " ".join(sent.get(f"{part}-{number}-{name}", "")[:TYPED_MAX].split())
                for name in names
            }
            if not any(row[name] for name in WORDS):
                continue
            rows.append(row)
            if part == QUESTIONS and typed["overall"] == str(number):
                overall = str(len(rows))
        typed[part] = rows
        if part == QUESTIONS:
            typed["overall"] = overall or "0"
    return typed


def document_from(typed: Typed) -> dict[str, Any]:
    """The document that `rules.forms.read_form` checks; what is no number stays a word, and is refused there."""
    questions = _with_keys(typed[QUESTIONS], "q")
    return {
        "key": typed["key"] or "own",
        "name": {"vi": typed["name_vi"], "en": typed["name_en"]},
        "satisfied_from": _number(typed["satisfied_from"]),
        "follow_up_days": _number(typed["follow_up_days"]),
        "levels": [
            {
                "value": _number(one["value"]),
                "points": _number(one["points"]),
                "is_satisfied": one["feeling"] == CONTENT,
                "is_bad": one["feeling"] == BAD,
                "vi": one["vi"],
                "en": one["en"],
            }
            for one in typed[LEVELS]
        ],
        "questions": [
            {
                "key": one["key"],
                "weight": _number(one["weight"]),
                "is_overall": typed["overall"] == str(number),
                "criterion": one["criterion"],
                "vi": one["vi"],
                "en": one["en"],
                "group": {"vi": one["group_vi"], "en": one["group_en"]}
                if one["group_vi"] or one["group_en"]
                else None,
            }
            for number, one in enumerate(questions, start=1)
        ],
        "reasons": _with_keys(typed[REASONS], "r"),
    }


def rows_to_type(typed: Typed, part: str) -> list[Row]:
    """The rows of a part and a few empty ones."""
    empty = dict.fromkeys(FIELDS[part], "")
    return [*typed[part], *({**empty} for _row in range(EMPTY_ROWS[part]))][: ROWS_MAX[part]]


def _level(one: Mapping[str, Any]) -> Row:
    feeling = CONTENT if one["is_satisfied"] else BAD if one["is_bad"] else NEITHER
    return {
        "value": str(one["value"]),
        "points": str(one["points"]),
        "feeling": feeling,
        "vi": one["vi"],
        "en": one["en"],
    }


def _question(one: Mapping[str, Any]) -> Row:
    group = one.get("group") or {"vi": "", "en": ""}
    plain = {name: str(one.get(name, "")) for name in ("key", "weight", "criterion", "vi", "en")}
    return plain | {"group_vi": group["vi"], "group_en": group["en"]}


def _with_keys(rows: Iterable[Row], letter: str) -> list[Row]:
    """A new row gets the first free key."""
    known = [*rows]
    taken = {one["key"] for one in known}
    free = (f"{letter}{n}" for n in range(1, 1000) if f"{letter}{n}" not in taken)
    return [{**one, "key": one["key"] or next(free)} for one in known]


def _number(text: str) -> int | str:
    return int(text) if re.fullmatch("[0-9]{1,4}", text) else text


def fault_told(refusal: Refusal) -> dict[str, str]:
    """What is wrong, in words, and the box to which it leads."""
    place, fault = str(refusal.params["place"]), str(refusal.params["fault"])
    part, _space, rest = place.partition(" ")
    number, _space, name = rest.partition(" ")
    if part in FIELDS and number.isdigit():
        where = f"{_part_words()[part]} {number}"
        box = f"id_{part}-{number}-{name or 'vi'}"
    else:
        where = _single_words().get(place, _part_words().get(part, place))
        box = {"name": "id_name_vi"}.get(place, f"id_{place}")
        box = f"id_{part}-1-vi" if part in FIELDS else box
    what = _field_words().get(name, "")
    what = f"{where}, {what}" if what else where
    return {"text": f"{what}: {_fault_words(fault)}.", "field_id": box}


def _part_words() -> dict[str, str]:
    return {LEVELS: _("Mức"), QUESTIONS: _("Câu"), REASONS: _("Lý do")}


def _single_words() -> dict[str, str]:
    return {
        "name": _("Tên bộ câu hỏi"),
        "satisfied_from": _("Hài lòng từ"),
        "follow_up_days": _("Số ngày theo dõi"),
        LEVELS: _("Thang đo"),
        QUESTIONS: _("Các câu hỏi"),
        REASONS: _("Các lý do"),
    }


def _field_words() -> dict[str, str]:
    return {"value": _("số mức"), "points": _("điểm"), "weight": _("trọng số"), "group": _("nhóm")}


def _fault_words(fault: str) -> str:
    words = {
        "missing": _("chưa có dòng nào"),
        "vi": _("thiếu lời tiếng Việt, hoặc dài quá 300 chữ cái"),
        "en": _("thiếu lời tiếng Anh, hoặc dài quá 300 chữ cái"),
        "fewer-than-two-or-twice": _("cần ít nhất hai mức, mỗi mức một số khác nhau"),
        "points-do-not-rise": _("mức cao hơn phải có điểm cao hơn, từ 0 ở mức thấp nhất đến 100"),
        "no-satisfied-or-no-other": _("cần có mức hài lòng và mức không hài lòng"),
        "is_overall-twice": _("nhiều nhất một câu hỏi chung"),
        "criterion": _("không có tiêu chí này"),
        "key-missing-or-twice": _("có hai dòng trùng khóa"),
    }
    return words.get(fault) or _("phải là số trong khoảng %(range)s") % {"range": fault}
