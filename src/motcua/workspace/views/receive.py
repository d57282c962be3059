"""Reception: one page, one form, Enter receives. Works the same without a script."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.repeating import RequestKeyReused
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.workspace.reception.page import ReceptionPage
from motcua.workspace.reception.showing import reception_context
from motcua.workspace.staff import StaffView

NOT_CONTENT = frozenset({"csrfmiddlewaretoken", "request_key", "do", "find"})


class ReceiveDossier(StaffView):
    """GET: an empty page (`?procedure=` chooses one). POST: fill, look again, or receive."""

    permission = Permission.DOSSIER_RECEIVE

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._show(
            ReceptionPage.fresh(self.actor, self.at, request.GET.get("procedure", ""))
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        looks_again = request.POST.get("do") != "receive" or "find" in request.POST
        shows_people = looks_again and request.htmx.target in (None, "people")  # type: ignore[attr-defined]
        page = ReceptionPage.sent(self.actor, self.at, request.POST, recognizes=shows_people)
        if page.known:
            found = [person.dossier_code for person in page.known.values()]
            self.note("person.search", detail={"found": found})
        if page.has_card or page.was_chosen or looks_again:
            return self._show(page)
        page.problems += page.field_problems()
        if page.problems or page.given is None:
            return self._show(page, status=422)
        return self._receive(page)

    def _receive(self, page: ReceptionPage) -> HttpResponse:
        assert page.given is not None
        try:
            received = receive_dossier(
                actor=self.actor, at=self.at, given=page.given, request=self._request_key(page)
            )
        except NotPermitted:
            raise
        except RequestKeyReused:
            page.offer_anew()
            return self._show(page, status=422)
        except Refusal as refusal:
            page.refuse(refusal)
            return self._show(page, status=422)
        done = (
            _("Đã tiếp nhận trước đó: %(code)s.")
            if received.repeated
            else _("Đã tiếp nhận hồ sơ %(code)s.")
        )
        messages.success(self.request, done % {"code": received.code})
        return redirect("workspace:dossier", code=received.code)

    def _request_key(self, page: ReceptionPage) -> RequestKey:
        """The page's own key: a double click or a resent form makes one dossier."""
        content = {name: values for name, values in page.data.lists() if name not in NOT_CONTENT}
        key = f"page:{self.actor.user_id}:{page.matter.cleaned_data['request_key']}"
        return RequestKey(key=key, digest=content_digest(content))

    def _show(self, page: ReceptionPage, *, status: int = 200) -> HttpResponse:
        context: dict[str, Any] = reception_context(page)
        return self.page("workspace/reception/page.html", context, status=status)
