"""The rules of a fee told to whoever has to pay it: how much, for what, for whom less."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.kernel.money import dong
from motcua.procedures.rules.content import ExemptionRule, Fee
from motcua.procedures.rules.fees import FeeLineCode, FeeSheetLine
from motcua.procedures.vocabulary import AskedAt, FeeUnit
from motcua.procedures.wording import (
    ASKED_AT,
    FEE_KINDS,
    FEE_UNITS,
    PREFERENCES,
    fee_line_words,
    signed_dong,
)

TIERS = {
    FeeUnit.DOSSIER: (
        gettext_lazy("Từ hồ sơ thứ %(first)s: %(amount)s"),
        gettext_lazy("%(count)s hồ sơ đầu không thu"),
    ),
    FeeUnit.COPY: (
        gettext_lazy("Từ bản thứ %(first)s: %(amount)s"),
        gettext_lazy("%(count)s bản đầu không thu"),
    ),
    FeeUnit.PAGE: (
        gettext_lazy("Từ trang thứ %(first)s: %(amount)s"),
        gettext_lazy("%(count)s trang đầu không thu"),
    ),
}
"""From which unit on another amount holds; how many are free."""


def fee_name(fee: Fee) -> str:
    """`Lệ phí: Đăng ký khai sinh`."""
    kind = str(FEE_KINDS[fee.kind])
    return f"{kind}: {fee.name}" if fee.name else kind


def fee_amount(fee: Fee) -> str:
    """`2.000 đồng mỗi trang`, `Không thu`, or that the province sets it."""
    if fee.set_locally and not fee.amount_vnd:
        return _("Do Hội đồng nhân dân cấp tỉnh quy định")
    if not fee.amount_vnd and not fee.tiers:
        return _("Không thu")
    return _("%(amount)s %(unit)s") % {"amount": dong(fee.amount_vnd), "unit": FEE_UNITS[fee.per]}


def fee_terms(fee: Fee) -> list[str]:
    """Free units, tiers, the cap and who pays less, a line each."""
    from_words, free_words = TIERS[fee.per]
    told = [
        str(from_words) % {"first": tier.from_unit, "amount": dong(tier.amount_vnd)}
        for tier in fee.tiers
    ]
    if fee.free_units:
        told.insert(0, str(free_words) % {"count": fee.free_units})
    if fee.cap_vnd is not None:
        told.append(_("Nhiều nhất %(amount)s") % {"amount": dong(fee.cap_vnd)})
    if fee.asked_at is not AskedAt.RECEPTION:
        told.append(str(ASKED_AT[fee.asked_at]))
    return told + [_exemption(rule) for rule in fee.exemptions]


@dataclass(frozen=True, kw_only=True, slots=True)
class ToldLine:
    """One amount as anybody reads it: what it is, how much, why, when it is to be paid."""

    label: str
    amount: str
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ToldOwed:
    """What is to be paid: lines, phí and lệ phí apart, what falls due when; the total."""

    total: str
    total_vnd: int
    lines: tuple[ToldLine, ...]
    kinds: tuple[ToldLine, ...]
    moments: tuple[ToldLine, ...]
    is_open: bool

    @property
    def is_free(self) -> bool:
        """Nothing is to be paid and nothing is unknown: no page of paying is ever shown."""
        return not self.total_vnd and not self.is_open


def line_why(line: FeeSheetLine) -> str:
    """`2 bản × 8.000 đồng. Theo Thông tư 281/2016/TT-BTC. Nộp khi nhận kết quả`."""
    takes_off = line.code in (FeeLineCode.WAIVED, FeeLineCode.REDUCED, FeeLineCode.CAPPED)
    if takes_off:
        return fee_line_words(line)
    basis = _("Theo %(basis)s") % {"basis": line.basis} if line.basis else ""
    parts = (fee_line_words(line), basis, str(ASKED_AT[line.asked_at]))
    return ". ".join(part for part in parts if part)


def owed_told(lines: Iterable[FeeSheetLine]) -> ToldOwed:
    """What a case costs, told to whoever pays."""
    known = tuple(lines)
    total = sum(line.amount_vnd for line in known)
    kinds = _sums((str(FEE_KINDS[line.kind]), line.amount_vnd) for line in known)
    moments = _sums(
        (str(ASKED_AT[moment]), line.amount_vnd)
        for moment in AskedAt
        for line in known
        if line.asked_at is moment
    )
    return ToldOwed(
        total=dong(total),
        total_vnd=total,
        lines=tuple(_told(line) for line in known),
        kinds=kinds,
        moments=moments,
        is_open=any(line.code is FeeLineCode.SET_LOCALLY for line in known),
    )


def _told(line: FeeSheetLine) -> ToldLine:
    kind = str(FEE_KINDS[line.kind])
    is_unknown = line.code is FeeLineCode.SET_LOCALLY
    return ToldLine(
        label=f"{kind}: {line.name}" if line.name else kind,
        amount=_("chưa biết") if is_unknown else signed_dong(line.amount_vnd),
        note=line_why(line),
    )


def _sums(parts: Iterable[tuple[str, int]]) -> tuple[ToldLine, ...]:
    sums: dict[str, int] = {}
    for label, amount_vnd in parts:
        sums[label] = sums.get(label, 0) + amount_vnd
    return tuple(ToldLine(label=label, amount=dong(vnd), note="") for label, vnd in sums.items())


def _exemption(rule: ExemptionRule) -> str:
    whom = {"group": rule.name or PREFERENCES[rule.group], "percent": rule.percent}
    words = _("Miễn: %(group)s") if rule.percent == 100 else _("Giảm %(percent)s%%: %(group)s")
    return words % whom
