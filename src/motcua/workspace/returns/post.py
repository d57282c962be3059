"""Post out and in as lists: many results sent in one go, many envelopes entered in one go."""

from __future__ import annotations

import uuid
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.commands.lists.postings import Envelope, enter_parcels, post_results
from motcua.dossiers.queries.postings import last_carrier
from motcua.dossiers.queries.to_collect import (
    Addressee,
    ReadyFilter,
    ReadyRow,
    addressees_of,
    ready_to_hand_over,
)
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.rules.lists.posting import ITEMS_MAX, Direction, run_of_numbers
from motcua.dossiers.vocabulary import ReturnMethod
from motcua.kernel.paging import CursorFaulty, Page
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.ui.choosing import Chosen, chosen_of
from motcua.workspace.numbers import whole_number
from motcua.workspace.reception.reading import seen
from motcua.workspace.returns.debts import debt_shown, owed_at_return, unpaid_asked
from motcua.workspace.returns.forms import version_name
from motcua.workspace.returns.post_forms import PostInForm, PostOutForm
from motcua.workspace.returns.showing import waited
from motcua.workspace.staff import StaffView

MACHINERY = frozenset({"csrfmiddlewaretoken", "request_key", "do", "select"})
SEND_UNPAID = "send-unpaid"
SENDING = ("send", SEND_UNPAID)
"""A debt is asked about once, as at the counter."""
WRONG = HTTPStatus.UNPROCESSABLE_ENTITY


def request_key(view: StaffView, data: QueryDict, key: object) -> RequestKey:
    """The page's own key: a double click or a resent form makes one list."""
    content = {name: values for name, values in data.lists() if name not in MACHINERY}
    return RequestKey(key=f"page:{view.actor.user_id}:{key}", digest=content_digest(content))


class PostOut(StaffView):
    """GET: results to be sent. POST `do=run`: fill in the numbers; `do=send`: hand all ticked over
    by post and list them; `do=send-unpaid`: also those that still owe."""

    permission = Permission.DOSSIER_RETURN_RESULT

    def get(self, request: HttpRequest) -> HttpResponse:
        form = PostOutForm(carrier=last_carrier(self.actor, Direction.OUT))
        return self._show(form, QueryDict(), None)

    def post(self, request: HttpRequest) -> HttpResponse:
        data = seen(request.POST)
        rows = self._page().rows
        chosen = chosen_of(data, [row.code for row in rows])
        form = PostOutForm(data)
        if data.get("do") == "run" and form.is_valid():
            _fill_run(data, chosen.values, form.cleaned_data["first_number"].strip())
        if data.get("do") not in SENDING or chosen.only_ticking:
            form.errors.clear()
            return self._show(form, data, chosen)
        if not form.is_valid():
            return self._show(form, data, chosen, status=WRONG)
        going = [row for row in rows if row.code in chosen.values]
        owed_vnd = sum(one.remaining_vnd for one in owed_at_return([r.id for r in going]).values())
        if owed_vnd and data.get("do") != SEND_UNPAID:
            form.add_error(None, unpaid_asked(owed_vnd))
            return self._show(form, data, chosen, status=WRONG, asks_unpaid=True)
        return self._send(form, data, chosen, going)

    def _send(
        self, form: PostOutForm, data: QueryDict, chosen: Chosen, rows: list[ReadyRow]
    ) -> HttpResponse:
        given = form.cleaned_data
        try:
            sent = post_results(
                actor=self.actor,
                at=self.at,
                carrier=given["carrier"],
                note=given["note"],
                envelopes=tuple(_envelope(row, data) for row in rows),
                request=request_key(self, data, given["request_key"]),
            )
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            form.add_error(
                refusal.field if refusal.field in form.fields else None, sentence(refusal)
            )
            return self._show(form, data, chosen, status=WRONG)
        if not sent.refused and sent.posting_id is not None:
            return redirect("workspace:posting", posting_id=sent.posting_id)
        if sent.posting_id is not None:
            messages.success(self.request, _("Đã lập danh sách cho những hồ sơ gửi được."))
        data["request_key"] = str(uuid.uuid4())
        again = PostOutForm(data)
        for code, why in sent.refused.items():
            again.add_error(None, f"{code}: {sentence(why)}")
        return self._show(again, data, Chosen(tuple(sent.refused), only_ticking=False), WRONG)

    def _page(self) -> Page[ReadyRow]:
        which = ReadyFilter(method=ReturnMethod.POST)
        cursor = self.request.POST.get("cursor", "") or self.request.GET.get("cursor", "")
        try:
            return ready_to_hand_over(self.actor, which, cursor=cursor, size=ITEMS_MAX)
        except CursorFaulty:
            return ready_to_hand_over(self.actor, which, size=ITEMS_MAX)

    def _show(
        self,
        form: PostOutForm,
        data: QueryDict,
        chosen: Chosen | None,
        status: int = 200,
        *,
        asks_unpaid: bool = False,
    ) -> HttpResponse:
        page = self._page()
        owed = owed_at_return([row.id for row in page.rows])
        addressees = addressees_of(page.rows)
        self.note("returns.list", detail={"found": [row.code for row in page.rows]})
        context = {
            "form": form,
            "rows": [
                self._row(row, addressees[row.id], data, chosen)
                | {"debt": debt_shown(self.actor, row.code, owed[row.id])}
                for row in page.rows
            ],
            "asks_unpaid": asks_unpaid,
            "next_cursor": page.next_cursor,
            "cursor": self.request.POST.get("cursor", "") or self.request.GET.get("cursor", ""),
        }
        return self.page("workspace/returns/post_out.html", context, status=status)

    def _row(
        self, row: ReadyRow, to: Addressee, data: QueryDict, chosen: Chosen | None
    ) -> dict[str, Any]:
        return {
            "value": row.code,
            "chosen": chosen is None or row.code in chosen.values,
            "blocked": "",
            "row": row,
            "to": to,
            "waited": waited(row.ended_at, self.at),
            "version_name": version_name(row.code),
            "tracking_name": tracking_name(row.code),
            "tracking": data.get(tracking_name(row.code), ""),
        }


def tracking_name(code: str) -> str:
    return f"tracking-{code}"


def _fill_run(data: QueryDict, codes: tuple[str, ...], first: str) -> None:
    """A number for each ticked row, in the order of the page."""
    if first:
        for code, number in zip(codes, run_of_numbers(first, len(codes)), strict=False):
            data[tracking_name(code)] = number


def _envelope(row: ReadyRow, data: QueryDict) -> Envelope:
    return Envelope(
        code=row.code,
        seen_version=whole_number(data.get(version_name(row.code), "")) or 0,
        recipient_name=row.owner_name,
        tracking_number=data.get(tracking_name(row.code), "").strip(),
    )


class PostIn(StaffView):
    """GET: empty rows. POST `do=more`: more rows; `do=keep`: keep the list, then receive each."""

    permission = Permission.DOSSIER_REGISTER

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(PostInForm(self.at, carrier=last_carrier(self.actor, Direction.IN)))

    def post(self, request: HttpRequest) -> HttpResponse:
        data = seen(request.POST)
        form = PostInForm(self.at, data)
        if data.get("do") != "keep":
            form.errors.clear()
            return self._show(form)
        if not form.is_valid():
            return self._show(form, WRONG)
        try:
            made = enter_parcels(
                actor=self.actor,
                at=self.at,
                given=form.to_input(),
                request=request_key(self, data, form.cleaned_data["request_key"]),
            )
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            self._explain(form, refusal)
            return self._show(form, WRONG)
        return redirect("workspace:posting", posting_id=made)

    def _explain(self, form: PostInForm, refusal: Refusal) -> None:
        """The row that is meant is named; the rule counts only rows in which something stands."""
        field = refusal.field or ""
        if field in form.fields:
            form.add_error(field, sentence(refusal))
            return
        _name, _dash, place = field.partition("-")
        filled = [row for row in form.rows if any(row[name].strip() for name in ROW_FIELDS)]
        if place.isdigit() and int(place) < len(filled):
            row = filled[int(place)]
            row["error"] = sentence(refusal)
            told = _("Hàng %(place)s: %(problem)s")
            form.add_error(None, told % {"place": row["place"], "problem": sentence(refusal)})
            return
        form.add_error(None, sentence(refusal))

    def _show(self, form: PostInForm, status: int = 200) -> HttpResponse:
        context = {"form": form, "rows": form.rows}
        return self.page("workspace/returns/post_in.html", context, status=status)


ROW_FIELDS = ("sender", "tracking", "arrived", "note")
