"""Scores in words: a share never stands without its interval and its response rate."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from motcua.agencies.queries import agency_on
from motcua.kernel.sorting import sort_key
from motcua.surveys.queries.satisfaction import Satisfaction
from motcua.surveys.rules.scores import Compared
from motcua.surveys.vocabulary import Score

Key = TypeVar("Key", int, str)
COMMA = str.maketrans(".", ",")


def percent_words(value: float | None) -> str:
    return "—" if value is None else f"{value:.2f}".translate(COMMA) + " %"


def interval_words(score: Score) -> str:
    if score.low is None or score.high is None:
        return "—"
    return f"{score.low:.2f} – {score.high:.2f}".translate(COMMA) + " %"


def answered_words(score: Score) -> str:
    """`30 / 40 (75,00 %)`."""
    if not score.invited:
        return _("ít phiếu, không hiện")
    return f"{score.answered} / {score.invited} ({percent_words(score.response_percent)})"


def beside_words(one: Compared | None) -> str:
    """Whether the group answers as often as all others."""
    if one is None or one.chance is None:
        return "—"
    if not one.differs:
        return _("không khác rõ")
    is_rarer = one.answered_a * one.invited_b < one.answered_b * one.invited_a
    return _("ít trả lời hơn") if is_rarer else _("hay trả lời hơn")


def agency_names(found: Satisfaction, day: date) -> dict[int, str]:
    named = {one: agency.name for one in found.by_agency if (agency := agency_on(one, day))}
    return {one: named.get(one, str(one)) for one in found.by_agency}


def procedure_names(found: Satisfaction) -> dict[int, str]:
    return {one: found.labels[one].name for one in found.by_procedure}


def sector_names(found: Satisfaction) -> dict[str, str]:
    return {one.sector_code: one.sector_name for one in found.labels.values()}


def rows_of(
    names: Mapping[Key, str], scores: Mapping[Key, Score], compared: Mapping[Key, Compared]
) -> list[dict[str, str]]:
    """By name."""
    rows = [
        {
            "name": names[one],
            "percent": percent_words(score.percent),
            "interval": interval_words(score),
            "answered": answered_words(score),
            "beside": beside_words(compared.get(one)),
        }
        for one, score in scores.items()
    ]
    return sorted(rows, key=lambda row: sort_key(row["name"]))


def figures(found: Satisfaction) -> list[dict[str, Any]]:
    whole = found.whole
    is_full = whole.percent is not None and whole.percent >= found.terms.full_from_percent
    return [
        {
            "value": percent_words(whole.percent),
            "label": _("hài lòng"),
            "tone": "success" if is_full else "",
        },
        {"value": interval_words(whole), "label": _("khoảng tin cậy 95 phần trăm")},
        {"value": percent_words(whole.response_percent), "label": _("người được mời đã trả lời")},
        {
            "value": "—" if found.points is None else f"{found.points:.2f}".translate(COMMA),
            "label": _("điểm trung bình, thang 100"),
        },
    ]


def silent_words(found: Satisfaction) -> list[dict[str, Any]]:
    """Whether those who answered are like those who did not, in plain words."""
    return [{"text": _silent(one), "differs": one.differs} for one in found.silent]


def _silent(one: Compared) -> str:
    told = {
        "a": percent_words(round(100 * one.answered_a / one.invited_a, 2)),
        "b": percent_words(round(100 * one.answered_b / one.invited_b, 2)),
    }
    words = {
        ("late", True): _(
            "Người có hồ sơ trễ trả lời %(a)s, người khác %(b)s: khác nhau hơn mức ngẫu nhiên. Điểm có thể không đúng cho tất cả mọi người."
        ),
        ("late", False): _("Người có hồ sơ trễ trả lời %(a)s, người khác %(b)s: không khác rõ."),
        ("online", True): _(
            "Người nộp trực tuyến trả lời %(a)s, người khác %(b)s: khác nhau hơn mức ngẫu nhiên. Điểm có thể không đúng cho tất cả mọi người."
        ),
        ("online", False): _(
            "Người nộp trực tuyến trả lời %(a)s, người khác %(b)s: không khác rõ."
        ),
        ("older", True): _(
            "Người cao tuổi trả lời %(a)s, người trẻ hơn %(b)s: khác nhau hơn mức ngẫu nhiên. Điểm có thể không đúng cho tất cả mọi người."
        ),
        ("older", False): _("Người cao tuổi trả lời %(a)s, người trẻ hơn %(b)s: không khác rõ."),
    }
    return words[one.name, one.differs] % told
