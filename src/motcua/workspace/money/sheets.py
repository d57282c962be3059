"""Settlements, reconciliations, day books and vouchers as files: PDF to sign, XLSX to count on."""

from __future__ import annotations

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import agency_on
from motcua.books.policies import agencies_for
from motcua.books.queries.balances import trial_balance
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.money import dong_words
from motcua.kernel.verdict import NotFound
from motcua.papers.money_sheets import (
    Column,
    MoneySheet,
    SheetRow,
    Signature,
    sheet_pdf,
    sheet_xlsx,
)
from motcua.payments.rules.book import number_text
from motcua.payments.wording import KINDS
from motcua.procedures.vocabulary import FeeKind
from motcua.reconciliation.queries.days import day_compared
from motcua.reconciliation.queries.differences import differences_of
from motcua.reconciliation.wording import KINDS as DIFFERENCES
from motcua.reconciliation.wording import LIKELY, STATES
from motcua.settlements.queries.refunds import refund_detail
from motcua.settlements.queries.settlements import (
    SettlementDetail,
    items_of,
    settlement_detail,
)
from motcua.settlements.vocabulary import Figures, Part, RefundState, RefundWay
from motcua.settlements.wording import PARTS, REASONS, WAYS
from motcua.workspace.money.books import days_of
from motcua.workspace.money.refunds import ID_MAX
from motcua.workspace.money.showing import holders, refunded_of, row_name, source_words
from motcua.workspace.money.showing_differences import day_lines, name_of
from motcua.workspace.money.showing_settlements import agency_name
from motcua.workspace.staff import StaffView

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
ROWS_MAX = 5_000
PAGE_ROWS = 200


def _file(sheet: MoneySheet, name: str, ending: str) -> HttpResponse:
    body = sheet_pdf(sheet) if ending == "pdf" else sheet_xlsx(sheet)
    response = HttpResponse(body, content_type=PDF if ending == "pdf" else XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response


def _sheet(agency_id: int, day: date, at: datetime, title: str, **told: object) -> MoneySheet:
    agency = agency_on(agency_id, day)
    return MoneySheet(
        title=title,
        at=at,
        superior=agency.superior_name if agency else "",
        agency=agency.name if agency else str(agency_id),
        place=agency.place_name if agency else "",
        **told,  # type: ignore[arg-type]
    )


def _hint() -> str:
    return _("(Ký, ghi rõ họ tên)")


class FetchSettlement(StaffView):
    """Its figures; in the workbook and on the paper also what stands behind them."""

    permission = Permission.SETTLEMENT_VIEW

    def get(self, request: HttpRequest, settlement_id: int, ending: str) -> HttpResponse:
        if settlement_id > ID_MAX:
            raise NotFound(kind="settlement")
        detail = settlement_detail(self.actor, settlement_id)
        self.note("settlement.read", subject_kind="settlement", subject_id=settlement_id)
        row = detail.row
        span = {"first": short_day(row.first_day), "last": short_day(row.last_day)}
        due = agency_name(row.due_agency_id, row.last_day)
        sheet = _sheet(
            row.agency_id,
            row.last_day,
            self.at,
            _("Bản quyết toán phí, lệ phí"),
            period=_("Từ %(first)s đến %(last)s") % span,
            about=(_("Cơ quan được nộp: %(agency)s") % {"agency": due},),
            columns=(
                Column(head=_("Khoản"), width=4),
                Column(head=str(KINDS[FeeKind.FEE]), is_sum=True, width=2),
                Column(head=str(KINDS[FeeKind.CHARGE]), is_sum=True, width=2),
                Column(head=_("Cộng (đồng)"), is_sum=True, width=2),
            ),
            rows=(*_figures(detail), *self._items(detail)),
            beneath=(
                _("Số phải nộp bằng chữ: %(words)s.") % {"words": dong_words(detail.total_vnd)},
            ),
            signers=(
                Signature(heading=_("Bên lập"), hint=_hint(), name=detail.sent_by),
                Signature(heading=_("Bên nhận"), hint=_hint(), name=detail.answered_by),
            ),
        )
        return _file(sheet, f"quyet-toan-{row.id}", ending)

    def _items(self, detail: SettlementDetail) -> list[SheetRow]:
        told = [SheetRow(cells=(_("Các khoản đứng sau"), "", "", ""), is_bold=True)]
        cursor = ""
        while len(told) <= ROWS_MAX:
            page = items_of(self.actor, detail.row.id, cursor=cursor, size=PAGE_ROWS)
            for item in page.rows:
                receipt = item.receipt
                number = f"{receipt.book_symbol} {number_text(receipt.number)}" if receipt else ""
                words = (short_day(item.day), number, item.dossier_code, source_words(item.source))
                name = ", ".join(word for word in words if word)
                amount = item.amount_vnd if item.part is Part.COLLECTED else -item.amount_vnd
                fee, charge = (amount, 0) if item.kind is FeeKind.FEE else (0, amount)
                told.append(SheetRow(cells=(name, fee, charge, amount)))
            cursor = page.next_cursor
            if not cursor:
                break
        return told


def _figures(detail: SettlementDetail) -> list[SheetRow]:
    lines = [
        (_("Kỳ trước chuyển sang"), "carried_vnd", 1),
        *((str(words), f"{part.lower()}_vnd", 1 if part is Part.COLLECTED else -1)
          for part, words in PARTS.items()),
        (_("Được để lại"), "kept_vnd", -1),
        (_("Phải nộp"), "due_vnd", 1),
    ]  # fmt: skip
    told = []
    for name, field, sign in lines:
        values = [
            sign * getattr(detail.figures.get(kind, Figures()), field)
            for kind in (FeeKind.FEE, FeeKind.CHARGE)
        ]
        told.append(SheetRow(cells=(name, *values, sum(values)), is_bold=field == "due_vnd"))
    return told


class FetchVoucher(StaffView):
    """The payment voucher (phiếu chi) of a refund that was paid, with its number of the year."""

    permission = Permission.REFUND_VIEW

    def get(self, request: HttpRequest, refund_id: int) -> HttpResponse:
        if refund_id > ID_MAX:
            raise NotFound(kind="refund")
        told = refund_detail(self.actor, refund_id)
        row = told.row
        if row.state is not RefundState.PAID or not row.paid_at or not told.year or not told.number:
            raise NotFound(kind="refund")
        self.note("refund.read", subject_kind="refund", subject_id=refund_id)
        number = f"PC-{told.year % 100:02d} {told.number:08d}"
        lines: list[tuple[str, str | int]] = [
            (_("Người nhận tiền"), row.payee),
            (_("Lý do hoàn"), str(REASONS[row.reason])),
            (_("Theo biên lai"), refunded_of(row)),
            (_("Mã hồ sơ"), row.dossier_code),
            (str(KINDS[FeeKind.FEE]), row.fee_vnd),
            (str(KINDS[FeeKind.CHARGE]), row.charge_vnd),
            (_("Tiền không ai nợ"), row.rest_vnd),
            (_("Cách trả tiền"), f"{WAYS[RefundWay(told.way)]} {told.slip_number}".strip()),
            (_("Tổng cộng (đồng)"), row.total_vnd),
        ]
        sheet = _sheet(
            told.agency_id,
            local_day(row.paid_at),
            row.paid_at,
            _("Phiếu chi"),
            period=_("Số: %(number)s") % {"number": number},
            columns=(Column(head="", width=2), Column(head="", width=4)),
            rows=tuple(SheetRow(cells=line) for line in lines if line[1]),
            beneath=(_("Viết bằng chữ: %(words)s.") % {"words": dong_words(row.total_vnd)},),
            signers=(
                Signature(heading=_("Người duyệt"), hint=_hint(), name=told.decided_by),
                Signature(heading=_("Người chi"), hint=_hint(), name=told.paid_by),
                Signature(heading=_("Người nhận tiền"), hint=_hint()),
            ),
        )
        return _file(sheet, f"phieu-chi-{told.year}-{told.number}", "pdf")


class FetchReconciliation(StaffView):
    """`?day=&agency=`: the figures of the day, and what stands unexplained."""

    permission = Permission.RECONCILIATION_VIEW

    def get(self, request: HttpRequest, ending: str) -> HttpResponse:
        agency_id = _asked_agency(self, request)
        try:
            day = date.fromisoformat(request.GET.get("day", ""))
        except ValueError:
            day = local_day(self.at)
        self.note("reconciliation.read", detail={"agency": agency_id, "day": day.isoformat()})
        compared = day_compared(self.actor, agency_id, day)
        rows = [
            SheetRow(cells=(line["name"], line["what"], line["amount"]))
            for line in day_lines(compared)
        ]
        rows.append(SheetRow(cells=(_("Chênh lệch"), "", ""), is_bold=True))
        found = differences_of(self.actor, None, day=day, size=PAGE_ROWS).rows
        rows += [
            SheetRow(
                cells=(
                    f"{DIFFERENCES[one.kind]}: {name_of(one)}",
                    f"{STATES[one.state]}. {one.reason or LIKELY[one.likely]}",
                    one.amount_vnd,
                )
            )
            for one in found
            if one.agency_id == agency_id
        ]
        sheet = _sheet(
            agency_id,
            day,
            self.at,
            _("Bảng đối soát"),
            period=_("Ngày %(day)s") % {"day": short_day(day)},
            columns=(
                Column(head=_("Nguồn"), width=4),
                Column(head=_("Gồm"), width=4),
                Column(head=_("Số tiền (đồng)"), is_sum=True, width=2),
            ),
            rows=tuple(rows),
            beneath=(_("Lập lúc %(moment)s.") % {"moment": short_moment(self.at)},),
            signers=(Signature(heading=_("Người lập"), hint=_hint()),),
        )
        return _file(sheet, f"doi-soat-{day.isoformat()}", ending)


def _asked_agency(view: StaffView, request: HttpRequest) -> int:
    """The agency asked for, else one's own. Refusals: NotFound where it is not the actor's to see."""
    seen = agencies_for(view.actor, view.permission)
    asked = request.GET.get("agency", "") or str(view.actor.agency_id or min(seen, default=0))
    found = next((pk for pk in seen if str(pk) == asked), None)
    if found is None:
        raise NotFound(kind="agency")
    return found


class FetchBooks(StaffView):
    """`?first=&last=&agency=`: the trial balance of these days."""

    permission = Permission.BOOKS_VIEW

    def get(self, request: HttpRequest, ending: str) -> HttpResponse:
        _form, first, last = days_of(request, local_day(self.at))
        agency_id = _asked_agency(self, request)
        self.note("books.read", detail={"agency": agency_id, "from": first.isoformat()})
        told = trial_balance(self.actor, agency_id, first, last)
        names = holders(row.place for row in told.rows)
        rows = [
            SheetRow(
                cells=(
                    row_name(row, last, names),
                    row.opening_vnd,
                    row.debits_vnd,
                    row.credits_vnd,
                    row.closing_vnd,
                )
            )
            for row in told.rows
        ]
        total = (_("Cộng"), "", told.debits_vnd, told.credits_vnd, "")
        heads = (_("Đầu kỳ"), _("Phát sinh nợ"), _("Phát sinh có"), _("Cuối kỳ (đồng)"))
        sheet = _sheet(
            agency_id,
            last,
            self.at,
            _("Sổ kế toán"),
            period=_("Từ %(first)s đến %(last)s")
            % {"first": short_day(first), "last": short_day(last)},
            columns=(
                Column(head=_("Tài khoản"), width=4),
                *(Column(head=head, is_sum=True, width=2) for head in heads),
            ),
            rows=(*rows, SheetRow(cells=total, is_bold=True)),
            is_landscape=True,
            signers=(Signature(heading=_("Người lập"), hint=_hint()),),
        )
        return _file(sheet, f"so-ke-toan-{first.isoformat()}-{last.isoformat()}", ending)
