"""Scores in words: a share never stands without its interval and its response rate."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from motcua.agencies.queries import agency_on
from motcua.kernel.sorting import sort_key
from motcua.procedures.queries.labels import procedure_labels
from motcua.surveys.queries.satisfaction import Satisfaction
from motcua.surveys.rules.scores import Compared
from motcua.surveys.vocabulary import Score

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


def row_of(name: str, score: Score) -> dict[str, str]:
    return {
        "name": name,
        "percent": percent_words(score.percent),
        "interval": interval_words(score),
        "answered": answered_words(score),
    }


def agency_rows(by_agency: Mapping[int, Score], day: date) -> list[dict[str, str]]:
    names = {one: agency.name for one in by_agency if (agency := agency_on(one, day))}
    rows = [row_of(names.get(one, str(one)), score) for one, score in by_agency.items()]
    return sorted(rows, key=lambda row: sort_key(row["name"]))


def procedure_rows(by_procedure: Mapping[int, Score], day: date) -> list[dict[str, str]]:
    labels = procedure_labels(by_procedure, day)
    rows = [row_of(labels[one].name, score) for one, score in by_procedure.items()]
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
    }
    return words[one.name, one.differs] % told
