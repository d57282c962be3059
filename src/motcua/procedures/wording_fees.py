"""The rules of a fee told to whoever has to pay it: how much, for what, for whom less."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.kernel.money import dong
from motcua.procedures.rules.content import ExemptionRule, Fee
from motcua.procedures.vocabulary import FeeUnit
from motcua.procedures.wording import FEE_KINDS, FEE_UNITS, PREFERENCES

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
    return told + [_exemption(rule) for rule in fee.exemptions]


def _exemption(rule: ExemptionRule) -> str:
    whom = {"group": rule.name or PREFERENCES[rule.group], "percent": rule.percent}
    words = _("Miễn: %(group)s") if rule.percent == 100 else _("Giảm %(percent)s%%: %(group)s")
    return words % whom
