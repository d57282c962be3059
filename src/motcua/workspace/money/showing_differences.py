"""Differences and the figures of a day as pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.money import dong
from motcua.payments.vocabulary import PaymentMethod
from motcua.payments.wording import METHODS
from motcua.reconciliation.queries.days import DayCompared
from motcua.reconciliation.queries.differences import DifferenceRow
from motcua.reconciliation.vocabulary import Kind, State, SubjectKind
from motcua.reconciliation.wording import KINDS, LIKELY, NEXT_STEPS, STATES
from motcua.workspace.money.showing import plain
from motcua.workspace.showing import Shown

TONES = {State.OPEN: "danger", State.EXPLAINED: "info", State.GONE: "success"}
ROOMS = {
    SubjectKind.TILL: "workspace:till-sheet",
    SubjectKind.RECEIPT: "workspace:receipt",
    SubjectKind.REFUND: "workspace:refund",
}
"""Where what a difference is about is shown, whoever looks."""


def difference_state(state: State) -> Shown:
    return Shown(str(STATES[state]), TONES[state])


def room_of(row: DifferenceRow) -> str:
    """Where one goes to mend it; "" where there is no such page."""
    if row.kind is Kind.REST:
        return reverse("workspace:rests")
    if row.subject_kind in ROOMS:
        return reverse(ROOMS[row.subject_kind], args=[row.subject_id])
    if row.subject_kind in (SubjectKind.STATEMENT_LINE, SubjectKind.ACCOUNT):
        return reverse("workspace:statements")
    return ""


def name_of(row: DifferenceRow) -> str:
    """What it is about, by the number or code people know it by."""
    words = {
        SubjectKind.TILL: _("Quỹ số %(number)s"),
        SubjectKind.RECEIPT: _("Biên lai %(number)s"),
        SubjectKind.PAYMENT: _("Khoản tiền %(number)s"),
        SubjectKind.STATEMENT_LINE: _("Dòng sao kê %(number)s"),
        SubjectKind.PAYMENT_ORDER: _("Lần thanh toán %(number)s"),
        SubjectKind.MESSAGE: _("Tin của cổng %(number)s"),
        SubjectKind.REFUND: _("Lần hoàn số %(number)s"),
        SubjectKind.ACCOUNT: _("Tài khoản nhận tiền số %(number)s"),
    }
    return words[row.subject_kind] % {"number": row.about or row.subject_id}


def difference_rows(rows: Iterable[DifferenceRow]) -> list[dict[str, Any]]:
    return [
        {
            "url": reverse("workspace:difference", args=[row.id]),
            "kind": str(KINDS[row.kind]),
            "about": name_of(row),
            "likely": str(LIKELY[row.likely]),
            "day": short_day(row.day),
            "amount": plain(row.amount_vnd),
            "state": difference_state(row.state),
        }
        for row in rows
    ]


def difference_told(row: DifferenceRow) -> dict[str, Any]:
    facts = [
        {"label": _("Về việc"), "value": name_of(row)},
        {"label": _("Ngày"), "value": short_day(row.day)},
        {"label": _("Số tiền"), "value": _signed(row.amount_vnd)},
        {"label": _("Khả năng"), "value": LIKELY[row.likely]},
        {"label": _("Người giữ việc"), "value": row.owner or _("Kế toán của cơ quan")},
        {"label": _("Việc tiếp theo"), "value": NEXT_STEPS[row.kind]},
        {"label": _("Tìm thấy lúc"), "value": short_moment(row.found_at)},
    ]
    if row.explained_at:
        note = short_moment(row.explained_at)
        facts.append({"label": _("Người giải trình"), "value": row.explained_by, "note": note})
        facts.append({"label": _("Giải trình"), "value": row.reason})
    if row.gone_at:
        facts.append({"label": _("Hết chênh lệch lúc"), "value": short_moment(row.gone_at)})
    return {
        "title": str(KINDS[row.kind]),
        "state": difference_state(row.state),
        "facts": facts,
        "room": room_of(row),
    }


def _signed(amount: int) -> str:
    return f"−{dong(-amount)}" if amount < 0 else dong(amount)


def day_lines(told: DayCompared) -> list[dict[str, str]]:
    """What each says of the same day, one below the other."""
    money = told.money
    lines: list[tuple[str, str, int]] = [
        (str(METHODS[PaymentMethod(method)]), _("biên lai"), money.methods[method])
        for method in map(str, PaymentMethod)
        if method in money.methods
    ]
    lines += [
        (_("Cộng biên lai"), _("%(count)s biên lai") % {"count": money.receipts},
         money.collected_vnd),
        (_("Biên lai hủy"), _("%(count)s biên lai") % {"count": money.void}, money.void_vnd),
        (_("Sổ kế toán: thu"), _("phí, lệ phí ghi có"), told.collected_in_books_vnd),
        (_("Sổ kế toán: hủy, hoàn, nộp"), _("phí, lệ phí ghi nợ"), told.void_in_books_vnd),
        (_("Quỹ đã chốt: phải có"), _("%(count)s quỹ, %(open)s chưa chốt")
         % {"count": money.tills, "open": money.tills_open}, money.expected_vnd),
        (_("Quỹ đã chốt: đếm được"), "", money.counted_vnd),
        (_("Tiền còn trong quỹ, theo sổ"), _("cuối ngày"), told.cash_in_books_vnd),
        (_("Tiền về tài khoản"), _("%(count)s lần thanh toán, %(paid)s đã trả")
         % {"count": money.orders, "paid": money.orders_paid}, money.came_vnd),
        (_("Trong đó không ai nợ"), "", money.rest_vnd),
        (_("Sao kê của ngày"), _("%(count)s dòng") % {"count": money.lines}, money.lines_vnd),
        (_("Trong đó chưa rõ của ai"), _("%(count)s dòng") % {"count": money.lines_waiting},
         money.lines_waiting_vnd),
        (_("Ngân hàng, theo sổ: tiền vào"), "", told.bank_in_books_vnd),
        (_("Tiền chưa rõ của ai, theo sổ"), _("cuối ngày"), told.unidentified_vnd),
    ]  # fmt: skip
    return [
        {"name": str(name), "what": what, "amount": plain(amount)} for name, what, amount in lines
    ]
