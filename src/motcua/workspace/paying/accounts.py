"""By which account each agency is paid: set from a day on, never changed behind what was paid."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import agencies_under
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.payments.commands.paying.accounts import set_account
from motcua.payments.gateways.choosing import gateways_of_office
from motcua.payments.queries.paying.accounts import AccountRow, accounts_of_all
from motcua.payments.refusal_words import sentence
from motcua.payments.vocabulary import AccountInput
from motcua.workspace.staff import StaffView
from motcua.workspace.till.forms import TypedDay


class AccountForm(forms.Form):
    """One account. The gateways offered are those of the settings."""

    agency_id = forms.TypedChoiceField(label=gettext_lazy("Cơ quan"), coerce=int)
    bank_name = forms.CharField(label=gettext_lazy("Ngân hàng"), max_length=200)
    bank_bin = forms.CharField(
        label=gettext_lazy("Mã BIN của ngân hàng"),
        max_length=20,
        help_text=gettext_lazy("6 chữ số, theo danh sách của NAPAS, ví dụ 970436."),
    )
    number = forms.CharField(
        label=gettext_lazy("Số tài khoản"),
        max_length=40,
        help_text=gettext_lazy("Chữ và số liền nhau, nhiều nhất 19 ký tự."),
    )
    holder = forms.CharField(
        label=gettext_lazy("Tên tài khoản"),
        max_length=200,
        help_text=gettext_lazy("Đúng như ngân hàng hiện cho người chuyển."),
    )
    valid_from = TypedDay(label=gettext_lazy("Từ ngày"), max_length=20)
    gateway = forms.ChoiceField(
        label=gettext_lazy("Cổng thanh toán"),
        required=False,
        help_text=gettext_lazy("Khóa của cổng do người vận hành máy chủ giữ, không nhập ở đây."),
    )
    merchant = forms.CharField(
        label=gettext_lazy("Mã cơ quan ở cổng"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("Chỉ khi có cổng thanh toán."),
    )

    def __init__(self, agencies: list[tuple[int, str]], data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        agency, gateway = self.fields["agency_id"], self.fields["gateway"]
        assert isinstance(agency, forms.TypedChoiceField)
        assert isinstance(gateway, forms.ChoiceField)
        agency.choices = agencies
        names = [(name, name) for name in sorted(gateways_of_office())]
        gateway.choices = [("", _("Không qua cổng")), *names]

    def to_input(self) -> AccountInput:
        """What the command takes. The form is valid."""
        given = self.cleaned_data
        return AccountInput(
            agency_id=given["agency_id"],
            bank_bin=given["bank_bin"].strip(),
            bank_name=" ".join(given["bank_name"].split()),
            number="".join(given["number"].split()),
            holder=" ".join(given["holder"].split()),
            valid_from=given["valid_from"],
            gateway=given["gateway"],
            merchant=given["merchant"].strip(),
        )


class CollectingAccounts(StaffView):
    """GET: the accounts of the agencies that the administrator keeps. POST: a new one from a day on."""

    permission = Permission.COLLECTING_ACCOUNT_CHANGE

    def get(self, request: HttpRequest) -> HttpResponse:
        today = short_day(local_day(self.at))
        return self._show(AccountForm(self._agencies(), initial={"valid_from": today}))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = AccountForm(self._agencies(), request.POST)
        if not form.is_valid():
            return self._show(form, status=422)
        try:
            set_account(actor=self.actor, at=self.at, given=form.to_input())
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            for problem in refusal.reasons:
                field = problem.field if problem.field in form.fields else None
                form.add_error(field, sentence(problem))
            return self._show(form, status=422)
        messages.success(request, _("Đã lưu tài khoản."))
        return redirect("workspace:collecting-accounts")

    def _agencies(self) -> list[tuple[int, str]]:
        agency_id = self.actor.agency_id
        if agency_id is None:
            return []
        return [(one.id, one.name) for one in agencies_under(agency_id, local_day(self.at))]

    def _show(self, form: AccountForm, *, status: int = 200) -> HttpResponse:
        names = dict(self._agencies())
        rows = [_row(one, names) for one in accounts_of_all(names)]
        context = {"form": form, "rows": rows}
        return self.page("workspace/paying/accounts.html", context, status=status)


def _row(one: AccountRow, names: dict[int, str]) -> dict[str, str]:
    return {
        "agency": names[one.agency_id],
        "bank": f"{one.bank_name} ({one.bank_bin})",
        "number": one.number,
        "holder": one.holder,
        "gateway": one.gateway or "—",
        "since": short_day(one.valid_from),
        "until": short_day(one.valid_until) if one.valid_until else "—",
    }
