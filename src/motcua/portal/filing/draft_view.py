"""What every page of a draft has in common: the draft, its steps, and where one goes when it is sent."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.filing.queries.drafts import draft_of, papers_of
from motcua.filing.rules.refusals import DraftSentAlready
from motcua.filing.vocabulary import DraftKind, ForWhom
from motcua.filing.whole import WholeDraft, whole_draft
from motcua.kernel import clock
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.portal.citizen_view import CitizenView
from motcua.portal.filing.held_posts import hold, take
from motcua.portal.finding.lines import name_read

PLACE, FORM, PAPERS, RESULT, REVIEW = "place", "form", "papers", "result", "review"
STEPS = (
    (PLACE, gettext_lazy("Nơi nộp, người đứng tên")),
    (FORM, gettext_lazy("Tờ khai")),
    (PAPERS, gettext_lazy("Giấy tờ")),
    (RESULT, gettext_lazy("Nhận kết quả")),
    (REVIEW, gettext_lazy("Xem lại và nộp")),
)

_HELD = gettext_lazy(
    "Phần bạn vừa gõ được giữ trong 1 giờ. Đăng nhập xong sẽ được lưu vào hồ sơ, không phải gõ lại."
)


class DraftView(CitizenView):
    """`step`: which of the steps the page belongs to. What is sent already leads to its receipt.
    `holds_posts`: what is sent without a session counts as sent once its citizen is back."""

    step = PLACE
    holds_posts: ClassVar[bool] = False
    whole: WholeDraft

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return super().dispatch(self._with_held(request), *args, **kwargs)
        except DraftSentAlready:
            return HttpResponseRedirect(reverse("portal:sent", kwargs=kwargs_of(kwargs)))

    def hold(self, request: HttpRequest, **kwargs: Any) -> None:
        if self.holds_posts and hold(request, self.at, kwargs["token"]):
            messages.info(request, str(_HELD))

    def _with_held(self, request: HttpRequest) -> HttpRequest:
        """The same visit, with what its citizen had sent before signing in."""
        is_in = request.actor.citizen_id is not None  # type: ignore[attr-defined]
        if self.holds_posts and is_in and request.method == "GET":
            held = take(request, clock.now())
            if held is not None:
                request.method, request.POST = "POST", held  # type: ignore[assignment]
        return request

    def open(self, code: str, token: str) -> WholeDraft:
        """Refusals: NotFound, DraftSentAlready."""
        row = draft_of(self.actor, token)
        if row.kind is not DraftKind.NEW:
            raise NotFound(kind="draft")
        if row.is_sent:
            raise DraftSentAlready(code=row.dossier_code)
        self.whole = whole_draft(self.actor, self.at, row, papers_of(self.actor, token))
        if self.whole.detail.code != code:
            raise NotFound(kind="draft")
        return self.whole

    def url(self, name: str, **more: Any) -> str:
        """A page of this draft."""
        given = {"code": self.whole.detail.code, "token": self.whole.row.token}
        return reverse(f"portal:{name}", kwargs=given | more)

    def go(self, name: str, **more: Any) -> HttpResponse:
        return HttpResponseRedirect(self.url(name, **more))

    def draft_page(
        self, template: str, context: dict[str, Any], *, status: int = 200
    ) -> HttpResponse:
        steps = steps_shown(self.whole, self.step, self.url)
        told = {
            "whole": self.whole,
            "procedure_name": self._name(),
            "steps": steps,
            "step_words": _step_words(steps),
            "draft_token": self.whole.row.token,
            "page_versions": dict(self.whole.row.page_versions),
            "delete_url": self.url("delete-draft"),
            "leave_url": reverse("portal:mine"),
            "kept_until": self.whole.row.expires_at,
        }
        return self.page(template, {**told, **context}, status=status)

    def _name(self) -> str:
        """Of the procedure, or of the group that is asked for."""
        if self.whole.group is not None:
            return self.whole.group.held.group.name
        detail = self.whole.detail
        return name_read(detail.code, detail.name, local_day(self.at))

    def first_form_page(self) -> str:
        """Where the form begins; "" without a form."""
        checked = self.whole.checked
        return checked.pages[0] if checked and checked.pages else ""

    def after_people(self) -> HttpResponse:
        page = self.first_form_page()
        return self.go("form-page", page=page) if page else self.go("papers")


def kwargs_of(kwargs: dict[str, Any]) -> dict[str, Any]:
    return {"code": kwargs["code"], "token": kwargs["token"]}


def steps_shown(whole: WholeDraft, current: str, url: Any) -> list[dict[str, str]]:
    """Each step with its state and its way back; one without a form has no step for it."""
    names = [(key, label) for key, label in STEPS if key != FORM or whole.version is not None]
    place = [key for key, _label in names].index(current)
    ways = {
        PLACE: "people" if needs_people(whole) else "place",
        PAPERS: "papers",
        RESULT: "result",
        REVIEW: "review",
    }
    shown = []
    for at, (key, label) in enumerate(names):
        state = "done" if at < place else "current" if at == place else "todo"
        step = {"label": str(label), "state": state}
        if at < place and key in ways:
            step["url"] = url(ways[key])
        shown.append(step)
    return shown


def needs_people(whole: WholeDraft) -> bool:
    """Whether somebody else's name and number must be said."""
    return whole.row.for_whom in (ForWhom.HELPER, ForWhom.REPRESENTATIVE)


def step_words(number: int, total: int) -> str:
    return _("Trang %(number)s trên %(total)s") % {"number": number, "total": total}


def _step_words(steps: list[dict[str, str]]) -> str:
    """For a narrow screen, in place of the whole row of steps."""
    place = next(at for at, step in enumerate(steps, start=1) if step["state"] == "current")
    told = {"number": place, "total": len(steps), "label": steps[place - 1]["label"]}
    return _("Bước %(number)s trên %(total)s: %(label)s") % told
