"""The form page by page, and what is saved while one types."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from motcua.eforms.posted import items_of, posted_answers
from motcua.eforms.rules.reusing import Reuse
from motcua.eforms.rules.shapes import Field, Form, Item
from motcua.eforms.rules.structure import structure_of
from motcua.eforms.rules.validation import check, check_page
from motcua.eforms.showing import show, tell_all, tell_nothing
from motcua.eforms.showing_questions import part_label
from motcua.eforms.shown import ShownForm
from motcua.eforms.turning import Turned, turn
from motcua.eforms.wording import PARTS, fault_words
from motcua.filing.commands.drafting import save_page
from motcua.filing.prefilling import offered_answers
from motcua.filing.vocabulary import Difference, ForWhom, PageSaved
from motcua.kernel.verdict import NotFound
from motcua.portal.filing.draft_view import FORM, DraftView, step_words

SEEN = "seen"
VERSION_MAX = 10**9


class FormPageView(DraftView):
    step = FORM

    def open_form(self, code: str, token: str, page: str) -> Form:
        """Refusals: NotFound, also for a page that the form does not have."""
        whole = self.open(code, token)
        form = whole.version.form if whole.version else None
        if form is None or page not in {one.key for one in form.pages}:
            raise NotFound(kind="form-page")
        return form

    def save(self, form: Form, page: str, answers: dict[str, Any]) -> PageSaved:
        return save_page(
            actor=self.actor,
            at=self.at,
            token=self.whole.row.token,
            page_key=page,
            item_keys=frozenset(item.key for item in items_of(form, page)),
            seen=_seen(self.request),
            answers=answers,
        )


class FormPage(FormPageView):
    """One page of questions. GET shows what was answered, or what is known; POST saves and goes on."""

    holds_posts = True

    def get(self, request: HttpRequest, code: str, token: str, page: str) -> HttpResponse:
        form = self.open_form(code, token, page)
        asked = self._pages(form, self.whole.row.answers)
        if page not in asked:
            return HttpResponseRedirect(self._next(asked, page, form))
        offered = offered_answers(self.actor, self.whole)
        shown = show(
            form,
            offered.answers,
            on=self.whole.day,
            page_key=page,
            telling=tell_all if _comes_from_review(request) else tell_nothing,
            prefilled=offered.filled,
            is_own=self.whole.row.for_whom is not ForWhom.HELPER,
            reuse=Reuse(offered.people),
        )
        return self._shown(form, page, shown, version=self.whole.row.page_versions.get(page, 0))

    def post(self, request: HttpRequest, code: str, token: str, page: str) -> HttpResponse:
        form = self.open_form(code, token, page)
        turned = turn(
            form,
            self.whole.row.answers,
            request.POST,
            on=self.whole.day,
            page_key=page,
            is_own=self.whole.row.for_whom is not ForWhom.HELPER,
            known=offered_answers(self.actor, self.whole).people,
        )
        saved = self.save(form, page, turned.answers)
        if turned.is_settled and not saved.differences:
            asked = self._pages(form, turned.answers)
            return HttpResponseRedirect(self._next(asked, page, form))
        status = 422 if turned.is_sent else 200
        told = differences_shown(form, saved.differences)
        return self._shown(form, page, turned, version=saved.version, told=told, status=status)

    def _shown(
        self,
        form: Form,
        page: str,
        drawn: ShownForm | Turned,
        *,
        version: int,
        told: list[dict[str, str]] | None = None,
        **more: Any,
    ) -> HttpResponse:
        asked = self._pages(form, self.whole.row.answers)
        number = asked.index(page) + 1 if page in asked else 1
        title = next(one.title for one in form.pages if one.key == page)
        context = {
            "shown": drawn.shown if isinstance(drawn, Turned) else drawn,
            "new_questions": drawn.new_questions if isinstance(drawn, Turned) else (),
            "page_key": page,
            "page_title": title.said(get_language() or "vi"),
            "progress": step_words(number, max(len(asked), 1)),
            "version": version,
            "differences": told or [],
            "save_url": self.url("save-page", page=page),
            "back_url": self._before(asked, page),
            "doubted": self._doubted(form, asked, page),
        }
        return self.draft_page("portal/filing/form_page.html", context, **more)

    def _pages(self, form: Form, answers: Mapping[str, Any]) -> tuple[str, ...]:
        return check(form, answers, on=self.whole.day).pages

    def _next(self, asked: Collection[str], page: str, form: Form) -> str:
        """The next page that is asked, in the order of the form; after the last, the papers."""
        keys = [one.key for one in form.pages]
        later = [key for key in keys[keys.index(page) + 1 :] if key in asked]
        if _comes_from_review(self.request):
            return self.url("review")
        return self.url("form-page", page=later[0]) if later else self.url("papers")

    def _doubted(self, form: Form, asked: tuple[str, ...], page: str) -> list[str]:
        """What is worth another look on the page that was just sent on: a doubt keeps nobody there."""
        place = asked.index(page) if page in asked else 0
        if not place:
            return []
        answers = self.whole.row.answers
        before = check_page(form, asked[place - 1], answers, on=self.whole.day)
        return [fault_words(one) for one in before.doubts] if before.is_complete else []

    def _before(self, asked: tuple[str, ...], page: str) -> str:
        place = asked.index(page) if page in asked else 0
        return self.url("form-page", page=asked[place - 1]) if place else self.url("place")


class SavePage(FormPageView):
    """What stands on a page while one types; the answer is JSON with the version that it has now.
    Whoever is not signed in is told so by the page, which keeps what is typed."""

    def signed_out(self, request: HttpRequest) -> HttpResponse:
        return JsonResponse({}, status=401)

    def post(self, request: HttpRequest, code: str, token: str, page: str) -> HttpResponse:
        form = self.open_form(code, token, page)
        saved = self.save(form, page, posted_answers(form, request.POST, page_key=page))
        told = differences_shown(form, saved.differences)
        return JsonResponse({"version": saved.version, "differences": told})


def differences_shown(form: Form, differences: tuple[Difference, ...]) -> list[dict[str, str]]:
    """What another device had written, in the words of the form: nothing is passed over in silence."""
    items = {node.dotted: node.item for node in structure_of(form).nodes.values()}
    return [
        {"label": _question(items, one.path), "text": _plain(one.theirs)} for one in differences
    ]


def _question(items: Mapping[str, Item], path: str) -> str:
    """What was asked at this path; of a person or an address also which part of it."""
    keys = path.split(".")
    known = next((at for at in range(len(keys), 0, -1) if ".".join(keys[:at]) in items), 0)
    if not known:
        return path
    item = items[".".join(keys[:known])]
    label = item.label.said(get_language() or "vi")
    parts = [_part(item, key) for key in keys[known:]]
    return " – ".join((label.rstrip("?"), *parts)) if parts else label


def _part(item: Item, key: str) -> str:
    return part_label(item.kind, key) if isinstance(item, Field) and key in PARTS else key


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(filter(None, (_plain(one) for one in value.values())))
    if isinstance(value, list):
        return "; ".join(filter(None, (_plain(one) for one in value)))
    return str(value) if value not in (None, "") else _("(để trống)")


def _comes_from_review(request: HttpRequest) -> bool:
    """There everything was said to be done, so faults are told at once; else only when a page is sent
    on, never to whoever comes back to a page that is half filled in."""
    return "lai" in request.GET


def _seen(request: HttpRequest) -> int:
    text = request.POST.get(SEEN, "0")
    return int(text) if text.isascii() and text.isdigit() and int(text[:12]) < VERSION_MAX else 0
