"""The books of an agency: all accounts over some days, and the entries of one."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import agency_on
from motcua.books.queries.balances import agencies_with_books, trial_balance
from motcua.books.queries.entries import account_called, entries_of, opening_and_closing
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.money import figures
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.workspace.money.showing import (
    account_name,
    balance_rows,
    entry_rows,
    holders,
    plain,
)
from motcua.workspace.staff import StaffView
from motcua.workspace.till.forms import DaysForm

ID_MAX = 2**63 - 1


def days_of(request: HttpRequest, today: date) -> tuple[DaysForm, date, date]:
    """The days asked for; this month until today where none are."""
    asked = {name: request.GET.get(name, "") for name in ("first", "last")}
    if not any(asked.values()):
        asked = {"first": short_day(today.replace(day=1)), "last": short_day(today)}
    form = DaysForm(today, asked)
    if form.is_valid():
        return form, form.cleaned_data["first"], form.cleaned_data["last"]
    return form, today.replace(day=1), today


class ShowBooks(StaffView):
    """The trial balance. `?first=&last=&agency=`."""

    permission = Permission.BOOKS_VIEW

    def get(self, request: HttpRequest) -> HttpResponse:
        form, first, last = days_of(request, local_day(self.at))
        agencies = agencies_with_books(self.actor)
        asked = request.GET.get("agency", "")
        chosen = next((one for one in agencies if str(one) == asked), None)
        if asked and chosen is None:
            raise NotFound(kind="agency")
        agency_id = chosen or self.actor.agency_id or 0
        if agency_id not in agencies and agencies:
            agency_id = agencies[0]
        self.note("books.read", detail={"agency": agency_id, "from": first.isoformat()})
        told = trial_balance(self.actor, agency_id, first, last)
        span = {"first": short_day(first), "last": short_day(last)}
        agency = agency_on(agency_id, last)
        context = {
            "form": form,
            "asked": span,
            "agency": agency.name if agency else "",
            "agency_id": agency_id,
            "agencies": [
                {"id": pk, "name": other.name}
                for pk in agencies
                if pk != agency_id and (other := agency_on(pk, last)) is not None
            ],
            "rows": balance_rows(told.rows, last, urlencode(span)),
            "debits": figures(told.debits_vnd),
            "credits": figures(told.credits_vnd),
            "is_even": told.is_even,
        }
        status = 200 if form.is_valid() else 422
        return self.page("workspace/money/books.html", context, status=status)


class ShowAccount(StaffView):
    """The entries of one account over some days."""

    permission = Permission.BOOKS_VIEW

    def get(self, request: HttpRequest, account_id: int) -> HttpResponse:
        if account_id > ID_MAX:
            raise NotFound(kind="account")
        form, first, last = days_of(request, local_day(self.at))
        account = account_called(self.actor, account_id)
        cursor = request.GET.get("cursor", "")
        try:
            page = entries_of(account, first, last, cursor=cursor)
        except Refusal:
            return redirect("workspace:books-account", account_id=account_id)
        self.note("books.read", subject_kind="account", subject_id=account.id)
        opening, closing = opening_and_closing(account, first, last)
        context = {
            "form": form,
            "account_id": account.id,
            "asked": {"first": short_day(first), "last": short_day(last)},
            "name": account_name(account.place, last, holders([account.place])),
            "figures": [
                {"label": _("Đầu kỳ"), "value": plain(opening)},
                {"label": _("Cuối kỳ"), "value": plain(closing)},
            ],
            "rows": entry_rows(page.rows),
            "next_cursor": page.next_cursor,
            "is_first": not cursor,
        }
        status = 200 if form.is_valid() else 422
        return self.page("workspace/money/account.html", context, status=status)
