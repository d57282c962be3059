"""The form tried out as citizens (page by page) and officers (all on one screen) meet it. Nothing is kept:
the answers travel in the page."""

from __future__ import annotations

from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse

from motcua.accounts.rules.roles import Permission
from motcua.eforms.declaration import DeclarationHead, print_declaration
from motcua.eforms.queries.forms import form_version
from motcua.eforms.reviewing import review
from motcua.eforms.rules.definition import Form, form_of
from motcua.eforms.rules.validation import check
from motcua.eforms.showing import show
from motcua.eforms.turning import turn
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.workspace.eforms.room import FormView, address
from motcua.workspace.numbers import whole_number

KEPT_LENGTH_MAX = 200_000
PAGES, WHOLE = "pages", "whole"


class PreviewForm(FormView):
    """The draft, or `?version=`. `?view=whole`: all on one screen. POST: as the real thing does."""

    permission = Permission.EFORM_CHANGE

    def get(self, request: HttpRequest, procedure_id: int) -> HttpResponse:
        form = self._tried(procedure_id)
        return self._page(procedure_id, form, {}, page_key=self._first(form))

    def post(self, request: HttpRequest, procedure_id: int) -> HttpResponse:
        form, kept = self._tried(procedure_id), self._kept()
        asked = request.POST.get("page", "")
        known = {page.key for page in form.pages}
        page_key = asked if asked in known else ""
        do = request.POST.get("do", "")
        if do == "again":
            return self._page(procedure_id, form, {}, page_key=self._first(form))
        if do.startswith("go:"):
            return self._page(procedure_id, form, kept, page_key=do.removeprefix("go:"))
        turned = turn(form, kept, request.POST, on=local_day(self.at), page_key=page_key)
        if do == "paper":
            return self._paper(form, turned.answers)
        if not turned.is_settled:
            return self._page(
                procedure_id, form, turned.answers, page_key=page_key, shown=turned.shown
            )
        following = self._next(form, turned.answers, page_key)
        if following:
            return self._page(procedure_id, form, turned.answers, page_key=following)
        return self._page(procedure_id, form, turned.answers, page_key="", reviews=True)

    def _tried(self, procedure_id: int) -> Form:
        version_id = whole_number(self.request.GET.get("version", ""))
        if version_id is None:
            return form_of(self.draft(procedure_id).definition)
        found = form_version(version_id)
        if found is None or found.procedure_id != procedure_id:
            raise NotFound(kind="form-version")
        return found.form

    def _is_whole(self) -> bool:
        return self.request.GET.get("view") == WHOLE

    def _first(self, form: Form) -> str:
        return "" if self._is_whole() else self._next(form, {}, "")

    def _next(self, form: Form, answers: dict[str, Any], page_key: str) -> str:
        """The page asked after this one; "" at the end, and where all stands on one screen."""
        if self._is_whole():
            return ""
        asked = check(form, answers, on=local_day(self.at)).pages
        keys = [page.key for page in form.pages]
        past = keys.index(page_key) + 1 if page_key in keys else 0
        return next((key for key in keys[past:] if key in asked), "")

    def _kept(self) -> dict[str, Any]:
        text = self.request.POST.get("kept", "")
        if not text or len(text) > KEPT_LENGTH_MAX:
            return {}
        try:
            kept = orjson.loads(text)
        except orjson.JSONDecodeError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def _page(
        self,
        procedure_id: int,
        form: Form,
        answers: dict[str, Any],
        *,
        page_key: str,
        shown: Any = None,
        reviews: bool = False,
    ) -> HttpResponse:
        on, version = local_day(self.at), self.request.GET.get("version", "")
        view = WHOLE if self._is_whole() else PAGES
        shown = shown or show(form, answers, on=on, page_key=page_key)
        context = {
            "procedure": self.label(procedure_id),
            "procedure_id": procedure_id,
            "version": version,
            "shown": shown,
            "page_key": page_key,
            "is_whole": self._is_whole(),
            "here": address("preview-eform", procedure_id, version=version, view=view),
            "other": address(
                "preview-eform",
                procedure_id,
                version=version,
                view=PAGES if self._is_whole() else WHOLE,
            ),
            "kept": orjson.dumps(answers).decode(),
            "reviews": review(form, answers, on=on) if reviews else None,
            "page_title": next((page.title for page in shown.pages), ""),
        }
        status = 422 if shown.faults else 200
        return self.page("workspace/eforms/preview.html", context, status=status)

    def _paper(self, form: Form, answers: dict[str, Any]) -> HttpResponse:
        head = DeclarationHead(at=self.at, place_name="…", addressed_to="…")
        pdf = print_declaration(form, answers, head)
        response = HttpResponse(pdf, content_type="application/pdf")
        response["Content-Disposition"] = f'inline; filename="{form.code}.pdf"'
        return response
