"""The returns counter: scan the slip, see all that is ready for this person, hand it over."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.acting import Asked, ChangedMeanwhile
from motcua.dossiers.commands.deciding import return_result
from motcua.dossiers.queries.returns import (
    TOGETHER_MAX,
    AtCounter,
    Collectable,
    at_the_counter,
    chosen_for_return,
)
from motcua.dossiers.queries.to_collect import ReadyFilter, ready_to_hand_over
from motcua.dossiers.queries.tracking import track
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.vocabulary import ReturnMethod
from motcua.dossiers.wording import RETURN_METHODS
from motcua.kernel.clock import local_day
from motcua.kernel.identifiers.citizen_card import parse_citizen_card
from motcua.kernel.paging import CursorFaulty
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.ui.choosing import Chosen, chosen_of
from motcua.workspace.numbers import whole_number
from motcua.workspace.reception.cards import find_card
from motcua.workspace.reception.reading import seen
from motcua.workspace.returns.debts import unpaid_asked
from motcua.workspace.returns.forms import (
    HandOverForm,
    back_name,
    given_back_of,
    needs_authority,
    version_name,
)
from motcua.workspace.returns.reading import meant
from motcua.workspace.returns.showing import (
    Marks,
    candidate_rows,
    debt_of,
    known_recipient,
    not_ready_rows,
    ready_rows,
    waiting_rows,
)
from motcua.workspace.showing_dossier import trace_lines
from motcua.workspace.staff import StaffView

TEMPLATE = "workspace/returns/counter.html"
OFFERED = version_name("")
GIVE, GIVE_UNPAID = "give", "give-unpaid"
GIVING = (GIVE, GIVE_UNPAID)
"""A debt stops the hand-over once, to be asked about; it never forbids it."""


class Returns(StaffView):
    """GET: the list of what waits, or (`?q=`) all for one person. POST `do=give`: hand it over."""

    permission = Permission.DOSSIER_RETURN_RESULT

    def get(self, request: HttpRequest) -> HttpResponse:
        asked = meant(request.GET.get("q", ""))
        if not asked:
            return self._list(request)
        found = at_the_counter(self.actor, asked)
        told = [one.code for one in found.together] + [one.code for one in found.candidates]
        self.note("returns.search", detail={"q": asked, "found": told})
        form = HandOverForm()
        form.initial["recipient_name"], form.initial["recipient_number"] = known_recipient(
            found.ready, asked
        )
        return self._show(asked, found, form, Marks())

    def post(self, request: HttpRequest) -> HttpResponse:
        data = seen(request.POST)
        offered = chosen_for_return(self.actor, _codes(data))
        chosen = chosen_of(data, [one.code for one in offered if one.is_ready])
        notices, is_read = self._read_card(data)
        form = HandOverForm(data)
        marks = _marks(data, chosen, offered)
        if data.get("do") not in GIVING or chosen.only_ticking or notices:
            form.errors.clear()
            return self._again(data, form, marks, notices=notices, is_read=is_read)
        if not form.is_valid() or not chosen.values:
            if not chosen.values:
                form.add_error(None, _("Chưa chọn kết quả nào để trao. Đánh dấu ít nhất một hàng."))
            return self._again(data, form, marks, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        by_code = {one.code: one for one in offered}
        owed = debt_of([by_code[code] for code in chosen.values])
        if owed and data.get("do") != GIVE_UNPAID:
            form.add_error(None, unpaid_asked(owed))
            status = HTTPStatus.UNPROCESSABLE_ENTITY
            return self._again(data, form, marks, status=status, asks_unpaid=True)
        wrong = self._hand_over([by_code[code] for code in chosen.values], form, data)
        given = [code for code in chosen.values if code not in wrong]
        if not wrong:
            return redirect(
                f"{reverse('workspace:returns')}?{urlencode({'given': given}, doseq=True)}"
            )
        return self._some_wrong(data, form, given, wrong)

    def _hand_over(
        self, chosen: list[Collectable], form: HandOverForm, data: Any
    ) -> dict[str, Refusal]:
        """One act for each; those that did not go through, with why."""
        wrong: dict[str, Refusal] = {}
        for one in chosen:
            given = form.to_input(one, given_back_of(data, one))
            try:
                return_result(self._asked(one.code, form, data), given)
            except NotPermitted:
                raise
            except Refusal as refusal:
                wrong[one.code] = refusal
        return wrong

    def _asked(self, code: str, form: HandOverForm, data: Any) -> Asked:
        """A double click or a resent form hands nothing over twice."""
        told = {name: data.getlist(name) for name in (*form.fields, back_name(code))}
        one = content_digest({"code": code})[:12]
        key = f"page:{self.actor.user_id}:{form.cleaned_data['request_key']}:{one}"
        return Asked(
            actor=self.actor,
            at=self.at,
            code=code,
            seen_version=whole_number(data.get(version_name(code), "")) or 0,
            request=RequestKey(key=key, digest=content_digest(told)),
        )

    def _some_wrong(
        self, data: Any, form: HandOverForm, given: list[str], wrong: dict[str, Refusal]
    ) -> HttpResponse:
        """Nothing typed is lost: those not handed over stay ticked, each with its sentence."""
        for code, refusal in wrong.items():
            form.add_error(None, f"{code}: {sentence(refusal)}")
            if refusal.field in form.fields and not form.errors.get(refusal.field or ""):
                form.add_error(refusal.field, sentence(refusal))
        if given:
            messages.success(self.request, _given_words(len(given)))
        problems = {code: sentence(refusal) for code, refusal in wrong.items()}
        offered = chosen_for_return(self.actor, _codes(data))
        back = _marks(data, Chosen(tuple(wrong), only_ticking=False), offered).given_back
        marks = Marks(chosen=frozenset(wrong), given_back=back, problems=problems)
        changed = any(isinstance(refusal, ChangedMeanwhile) for refusal in wrong.values())
        status = HTTPStatus.CONFLICT if changed else HTTPStatus.UNPROCESSABLE_ENTITY
        return self._again(data, form, marks, status=status, given=given)

    def _read_card(self, data: Any) -> tuple[list[tuple[str, str]], bool]:
        """The person of a card into the fields; what to say of it, and whether it was readable."""
        found = find_card(data)
        if found is None:
            return [], False
        data[found.field] = found.before
        try:
            card = parse_citizen_card(found.text, today=local_day(self.at))
        except Refusal as refusal:
            return [("danger", sentence(refusal))], False
        data["recipient_name"], data["recipient_number"] = card.name, card.personal_id
        return [("success", _("Đã đọc thẻ của %(name)s.") % {"name": card.name})], True

    def _again(
        self,
        data: Any,
        form: HandOverForm,
        marks: Marks,
        *,
        status: int = 200,
        **more: Any,
    ) -> HttpResponse:
        """The same people and rows as were on the page, as they stand now."""
        asked = meant(data.get("q", ""))
        found = AtCounter(together=chosen_for_return(self.actor, _codes(data)))
        return self._show(asked, found, form, marks, status=status, **more)

    def _show(
        self,
        asked: str,
        found: AtCounter,
        form: HandOverForm,
        marks: Marks,
        *,
        status: int = 200,
        **more: Any,
    ) -> HttpResponse:
        ready = ready_rows(found.ready, self.at, marks)
        name = str(form["recipient_name"].value() or "")
        context = {
            "q": asked,
            "ready": ready,
            "not_ready": not_ready_rows(found, self.at),
            "candidates": candidate_rows(found.candidates),
            "why": self._why(found),
            "form": form,
            "is_other": any(needs_authority(one, name) for one in found.ready),
            "may_collect_fee": bool(may(self.actor, Permission.FEE_COLLECT)),
            "notices": [],
            "is_read": False,
            "given": [],
            **more,
        }
        return self.page(TEMPLATE, context, status=status)

    def _why(self, found: AtCounter) -> list[Any]:
        """Why the date is what it is, of the dossier asked for when that is not ready yet."""
        first = found.together[0] if found.together else None
        if first is None or first.is_ready or first.due_at is None or first.hand_over:
            return []
        return trace_lines(track(first.code).trace)

    def _list(self, request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("method", "")
        method = ReturnMethod(asked) if asked in ReturnMethod.__members__ else None
        try:
            page = ready_to_hand_over(
                self.actor, ReadyFilter(method=method), cursor=request.GET.get("cursor", "")
            )
        except CursorFaulty:
            return redirect("workspace:returns")
        given = [code for code in request.GET.getlist("given") if code][:TOGETHER_MAX]
        self.note("returns.list", detail={"found": [row.code for row in page.rows]})
        context = {
            "q": "",
            "rows": waiting_rows(page.rows, self.at),
            "next_cursor": page.next_cursor,
            "is_first": not request.GET.get("cursor"),
            "method": asked if method else "",
            "methods": _methods(method),
            "given": self._really_given(given),
        }
        return self.page("workspace/returns/list.html", context)

    def _really_given(self, codes: list[str]) -> list[str]:
        """Those of the address that are handed over indeed."""
        found = chosen_for_return(self.actor, codes) if codes else ()
        return [one.code for one in found if one.hand_over]


def _codes(data: Any) -> list[str]:
    """The dossiers that were on the page: each brought its version."""
    return [name.removeprefix(OFFERED) for name in data if name.startswith(OFFERED)][:TOGETHER_MAX]


def _marks(data: Any, chosen: Chosen, offered: tuple[Collectable, ...]) -> Marks:
    back = {one.code: frozenset(data.getlist(back_name(one.code))) for one in offered}
    return Marks(chosen=frozenset(chosen.values), given_back=back)


def _given_words(count: int) -> str:
    return ngettext("Đã trao %(count)s kết quả.", "Đã trao %(count)s kết quả.", count) % {
        "count": count
    }


def _methods(chosen: ReturnMethod | None) -> list[dict[str, Any]]:
    home = reverse("workspace:returns")
    every = [{"url": home, "label": _("Tất cả"), "current": chosen is None}]
    return every + [
        {"url": f"{home}?method={method}", "label": str(words), "current": method is chosen}
        for method, words in RETURN_METHODS.items()
    ]
