"""The register of indicators: what every number is, how it is counted, on what basis."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.kernel.dates_vi import short_day
from motcua.reports.rules.indicators import REGISTER, Indicator
from motcua.reports.vocabulary import Direction
from motcua.reports.wording import DIRECTIONS, INDICATORS
from motcua.workspace.figures.words import source_words
from motcua.workspace.staff import StaffView

TONES = {
    Direction.HIGHER_IS_BETTER: "trending-up",
    Direction.LOWER_IS_BETTER: "trending-down",
    Direction.NEITHER: "info",
}


class ShowIndicators(StaffView):
    """Counts first, then shares; every version there was."""

    permission = Permission.REPORT_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        parts = [
            {"title": _("Số đếm"), "rows": _rows(is_share=False)},
            {"title": _("Tỷ lệ"), "rows": _rows(is_share=True)},
        ]
        return self.page("workspace/figures/indicators.html", {"parts_shown": parts})


def _rows(*, is_share: bool) -> list[dict[str, Any]]:
    return [_row(one) for one in REGISTER if one.is_share is is_share]


def _row(one: Indicator) -> dict[str, Any]:
    words = INDICATORS[one.code]
    return {
        "code": one.code,
        "name": words.name,
        "formula": words.formula,
        "left_out": words.left_out,
        "denominator": _denominator(one),
        "direction": DIRECTIONS[one.direction],
        "icon": TONES[one.direction],
        "version": one.version,
        "valid_from": short_day(one.valid_from),
        "source": source_words(one.source),
    }


def _denominator(one: Indicator) -> str:
    """What a share is a share of, by the name of the indicator that counts it."""
    if not one.is_share:
        return ""
    names = [
        str(INDICATORS[other.code].name)
        for other in REGISTER
        if (other.numerator, other.of_offered) == (one.denominator, one.of_offered)
        and not other.is_share
    ]
    return names[0] if names else ""
