"""The register of indicators: what each counts, over what, from when on, and on what basis. Pure.

An indicator is never changed: a new meaning is a new version from a day on, and a report tells which
version it was made with. The words of each are in `wording.INDICATORS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from motcua.reports.vocabulary import Cell, Counted, Direction, Figures, IndicatorUnit

DECREE: Final = "TT 01/2020/TT-VPCP, II.06a"
ORDER: Final = "QĐ 766/QĐ-TTg"
DESIGN: Final = "Design"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """`numerator` names what is counted (a field or property of `Figures`), `denominator` what it is
    a share of ("" = a plain count). `of_offered`: both only of procedures that are filed online."""

    code: str
    numerator: str
    denominator: str = ""
    of_offered: bool = False
    version: int = 1
    valid_from: date = date(2020, 10, 21)
    valid_until: date | None = None
    source: str = DECREE
    direction: Direction = Direction.NEITHER

    @property
    def is_share(self) -> bool:
        return bool(self.denominator)

    @property
    def unit(self) -> IndicatorUnit:
        return IndicatorUnit.PERCENT if self.is_share else IndicatorUnit.DOSSIERS

    def of(self, counted: Counted) -> Cell:
        """The number of one row. A share of nothing is a share that has no per cent."""
        figures = counted.offered if self.of_offered else counted.whole
        if not self.denominator:
            return Cell(count=_counted(figures, self.numerator))
        return Cell(
            count=_counted(figures, self.numerator), whole=_counted(figures, self.denominator)
        )


def _counted(figures: Figures, name: str) -> int:
    value = getattr(figures, name)
    assert isinstance(value, int)
    return value


HIGHER, LOWER = Direction.HIGHER_IS_BETTER, Direction.LOWER_IS_BETTER

REGISTER: Final[tuple[Indicator, ...]] = (
    Indicator(code="received", numerator="received"),
    Indicator(code="received-online", numerator="online"),
    Indicator(code="received-direct", numerator="direct"),
    Indicator(code="received-desk", numerator="desk", source="07a/BTP"),
    Indicator(code="received-post", numerator="post", source="07a/BTP"),
    Indicator(code="received-in-period", numerator="received_in_period", source=DESIGN),
    Indicator(code="carried", numerator="carried"),
    Indicator(code="reopened", numerator="reopened", source=DESIGN),
    Indicator(code="handed-on", numerator="handed_on", source=DESIGN),
    Indicator(code="settled", numerator="settled"),
    Indicator(code="settled-early", numerator="early", direction=HIGHER),
    Indicator(code="settled-on-time", numerator="on_time", direction=HIGHER),
    Indicator(code="settled-overdue", numerator="overdue", direction=LOWER),
    Indicator(code="settled-in-time", numerator="in_time", source=DESIGN, direction=HIGHER),
    Indicator(code="without-result", numerator="without_result", source=DESIGN),
    Indicator(code="open", numerator="open"),
    Indicator(code="open-in-time", numerator="open_in_time"),
    Indicator(code="open-overdue", numerator="open_overdue", direction=LOWER),
    Indicator(
        code="on-time-share",
        numerator="in_time",
        denominator="settled",
        source=DESIGN,
        direction=HIGHER,
    ),
    Indicator(
        code="open-overdue-share",
        numerator="open_overdue",
        denominator="open",
        source=DESIGN,
        direction=LOWER,
    ),
    Indicator(
        code="online-share",
        numerator="online",
        denominator="received_in_period",
        source=f"{ORDER}, III.C",
        direction=HIGHER,
    ),
    Indicator(
        code="online-share-offered",
        numerator="online",
        denominator="received_in_period",
        of_offered=True,
        source=f"{ORDER}, III.C; Design",
        direction=HIGHER,
    ),
    Indicator(
        code="received-offered",
        numerator="received_in_period",
        of_offered=True,
        source=DESIGN,
    ),
)


def indicator_on(code: str, day: date) -> Indicator:
    """The version in force on that day; before the first there was, the first."""
    versions = [one for one in REGISTER if one.code == code]
    in_force = [one for one in versions if one.valid_from <= day]
    return in_force[-1] if in_force else versions[0]
