"""Reception: one page, one form, Enter receives. Works the same without a script."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.queries.detail import dossier_detail
from motcua.workspace.numbers import whole_number
from motcua.workspace.reception import counters, matters
from motcua.workspace.reception.asking import panel_of
from motcua.workspace.reception.copying import copied_from, over
from motcua.workspace.reception.elsewhere import agencies_called
from motcua.workspace.reception.filling import fresh_page, sent_page
from motcua.workspace.reception.page import ReceptionPage
from motcua.workspace.reception.reading import seen
from motcua.workspace.reception.receiving import UNPROCESSABLE, Receiving
from motcua.workspace.staff import StaffView

ASKED_BY_NUMBER = "know"
ANSWERS = frozenset({"ask-now", "refuse-now"})


class ReceiveDossier(Receiving):
    """GET: an empty page (`?procedure=` chooses one, `?copy=` fills it as an earlier dossier).

    POST: fill, look again, set a matter aside, or receive what there is.
    """

    def get(self, request: HttpRequest) -> HttpResponse:
        counter = counters.remembered(request)
        if "copy" in request.GET:
            page = self._copied(QueryDict(mutable=True), request.GET["copy"])
            page.data.setdefault("counter", counter)
            return self.show(page)
        chosen = request.GET.get("procedure", "")
        return self.show(fresh_page(self.actor, self.at, procedure=chosen, counter=counter))

    def post(self, request: HttpRequest) -> HttpResponse:
        do = request.POST.get("do", "")
        data = seen(request.POST)
        act, _dash, which = do.partition(":")
        if act == "copy":
            return self.show(self._copied(data, which))
        data = self._rearranged(data, act, whole_number(which) or 0)
        page = self._read(data, looks_again=do not in {"receive", "add", *ANSWERS})
        if do == ASKED_BY_NUMBER and not page.known:
            return HttpResponse(status=HTTPStatus.NO_CONTENT)
        self.scans, self.scans_error = self.scans_sent()
        panel = panel_of(page, do)
        looks_again = do not in {"receive", "add", *ANSWERS} or "find" in request.POST
        page.is_sending = not looks_again
        looks_again = looks_again or bool(page.declaring and page.declaring.looks_again)
        if page.has_card or page.was_chosen or looks_again:
            return self.show(page, panel)
        if do == "receive" and matters.set_aside(page.data):
            return self.receive_all(page)
        if not self.is_sound(page):
            return self.show(page, panel, status=UNPROCESSABLE)
        if do == "add":
            return self.set_aside(page)
        return self.answer(page, panel) if do in ANSWERS and panel else self.receive(page)

    def _read(self, data: QueryDict, *, looks_again: bool) -> ReceptionPage:
        """The page as sent; who is recognized on it leaves a trace."""
        shows_people = looks_again and self.request.htmx.target in (None, "people")  # type: ignore[attr-defined]
        page = sent_page(self.actor, self.at, data, recognizes=shows_people)
        if page.known:
            found = [person.dossier_code for person in page.known.values()]
            self.note("person.search", detail={"found": found})
        return page

    def _rearranged(self, data: QueryDict, act: str, place: int) -> QueryDict:
        """One of the matters set aside taken up again, or dropped."""
        aside = matters.set_aside(data)
        if act not in {"edit", "drop"} or not 0 <= place < len(aside) + 1:
            return data
        whole = matters.all_matters(data) if matters.is_begun(data) else aside
        if act == "edit":
            return matters.with_current(data, whole, place)
        current = matters.place_of_current(data) if matters.is_begun(data) else len(aside)
        kept = [one for at, one in enumerate(whole) if at != place]
        return matters.with_current(data, kept, current - (place < current))

    def _copied(self, data: QueryDict, code: str) -> ReceptionPage:
        """The page filled as an earlier dossier that the actor may see. Refusals: NotFound."""
        detail = dossier_detail(self.actor, code)
        self.note("dossier.read", subject_kind="dossier", subject_id=detail.id)
        copied = copied_from(detail, self.at)
        fields = over(data, copied.fields)
        if not fields.get("request_key"):
            fields["request_key"] = str(fresh_page(self.actor, self.at).data["request_key"])
        page = sent_page(self.actor, self.at, fields, recognizes=False)
        page.notices += copied.told
        return page


class SuggestAgencies(StaffView):
    """`?q=`: agencies of the province that could settle a matter received here."""

    permission = Permission.DOSSIER_RECEIVE_FOR_ANOTHER

    def get(self, request: HttpRequest) -> HttpResponse:
        found = agencies_called(self.actor, self.at, request.GET.get("q", "")[:200])
        options = [{"value": one.id, "label": one.name, "note": one.above} for one in found]
        return render(request, "workspace/reception/agencies.html", {"options": options})
