"""One page for every act: what will happen, the form, the act; nothing typed is ever lost."""

from __future__ import annotations

import uuid
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.rules.roles import Permission, may
from motcua.doors.uploads.reading import files_sent
from motcua.dossiers.acting import Asked, ChangedMeanwhile
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.policies import available_acts, can
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.repeating import RequestKeyReused
from motcua.dossiers.rules.transitions import ActNotAllowed
from motcua.dossiers.vocabulary import Act
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.queries import subject_of_request
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.workspace.acts.foretelling import foretold
from motcua.workspace.acts.forms.act_form import MACHINERY
from motcua.workspace.acts.forms.files import WithFiles
from motcua.workspace.acts.sheet import Sheet
from motcua.workspace.acts.showing import act_context
from motcua.workspace.acts.standing import Standing
from motcua.workspace.acts.table import PLANS, ActPlan
from motcua.workspace.numbers import whole_number
from motcua.workspace.papers.showing import papers_just_given
from motcua.workspace.staff import StaffView

DEFAULTS = ("position",)
"""What an address may choose beforehand: `?position=3`."""
ANSWERS = frozenset({Act.ACCEPT_OFFER, Act.REFUSE_OFFER})
GONE = gettext_lazy(
    "Hồ sơ này không còn chờ cơ quan bạn nhận: nơi giao đã rút lại, hoặc đồng nghiệp đã trả lời."
)
CHECKED = frozenset({"apply", "look"})


class ActPage(StaffView):
    """GET: what would happen, and the form. POST `do=apply`: do it, then back to the dossier.

    Whether this act is the actor's to do is decided by `available_acts` and the command; who may not
    do it finds nothing here.
    """

    permission = Permission.DOSSIER_VIEW

    def get(self, request: HttpRequest, code: str, act: str) -> HttpResponse:
        plan, standing = self._plan(act), self._standing(code, act)
        can(self.actor, Permission(plan.act), standing.detail).demand()
        if plan.act not in available_acts(self.actor, standing.detail.stage, standing.detail):
            messages.warning(request, sentence(ActNotAllowed()))
            return redirect("workspace:dossier", code=code)
        form = plan.form(standing)
        form.initial.update({name: request.GET[name] for name in DEFAULTS if name in request.GET})
        return self._show(Sheet(plan, standing, form))

    def post(self, request: HttpRequest, code: str, act: str) -> HttpResponse:
        plan = self._plan(act)
        may(self.actor, Permission(plan.act)).demand()
        is_apply = request.POST.get("do") == "apply"
        if is_apply and self._made_before():
            messages.success(request, _("Đã ghi trước đó: %(act)s.") % {"act": plan.title})
            return self._away(code)
        standing = self._standing_or_none(plan, code)
        if standing is None:
            messages.warning(request, GONE)
            return redirect("workspace:hand-overs")
        sheet = Sheet(plan, standing, plan.form(standing, request.POST), seen=self._seen(standing))
        if isinstance(sheet.form, WithFiles):
            sent = files_sent(self.actor, self.at, request, "file")
            sheet.form.take_files(sent.rows, sent.error)
        if sheet.seen != standing.detail.version:
            return self._conflict(sheet)
        can(self.actor, Permission(plan.act), standing.detail).demand()
        sheet.is_checked = request.POST.get("do") in CHECKED and not sheet.form.only_looks
        if not is_apply or sheet.form.only_looks:
            return self._show(sheet, looks=sheet.is_checked)
        if not sheet.form.is_valid():
            return self._show(sheet, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        return self._carry_out(sheet)

    def _standing_or_none(self, plan: ActPlan, code: str) -> Standing | None:
        """None: what was offered to one's agency a moment ago is not any more."""
        try:
            return self._standing(code, plan.slug)
        except NotFound:
            if plan.act in ANSWERS:
                return None
            raise

    def _carry_out(self, sheet: Sheet) -> HttpResponse:
        """Files first, then the act itself: each a command of its own, none of them twice."""
        form, plan = sheet.form, sheet.plan
        steps = form.steps_before() if isinstance(form, WithFiles) else []
        try:
            for act, given in steps:
                perform(self._asked(sheet, f":{sheet.done}"), act, given)
                sheet.done += 1
            plan.command(self._asked(sheet, ""), form.to_input())
        except (NotPermitted, NotFound):
            raise
        except ChangedMeanwhile:
            return self._conflict(self._anew(sheet))
        except RequestKeyReused:
            form.renew(request_key=uuid.uuid4())
            form.mark("", sentence(RequestKeyReused()))
            return self._show(sheet, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        except Refusal as refusal:
            sheet = self._anew(sheet) if sheet.done else sheet
            sheet.form.refuse(refusal)
            return self._show(sheet, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        away = self._away(sheet.standing.detail.code, plan)
        for warning in form.warnings_after():
            messages.warning(self.request, warning)
        return away

    def _away(self, code: str, plan: ActPlan | None = None) -> HttpResponse:
        """Back to the dossier; to one's own work where the act has given the dossier away. `plan`: the
        act that has just been done, to be told with the papers that follow from it."""
        try:
            detail = dossier_detail(self.actor, code)
        except NotFound:
            detail = None
        if plan is not None:
            papers = papers_just_given(self.actor, detail) if detail else ""
            messages.success(self.request, format_html("{} {}", _done_words(plan), papers))
        if detail is None:
            return redirect("workspace:desk")
        return redirect("workspace:dossier", code=code)

    def _anew(self, sheet: Sheet) -> Sheet:
        """The same form on the dossier as it is now."""
        standing = self._standing(sheet.standing.detail.code, sheet.plan.slug)
        form = sheet.plan.form(standing, self.request.POST)
        if isinstance(form, WithFiles) and isinstance(sheet.form, WithFiles):
            form.take_files(sheet.form.sent_files, "")
        form.renew(seen_version=standing.detail.version)
        form.is_valid()
        return Sheet(sheet.plan, standing, form, seen=sheet.seen, is_checked=True)

    def _conflict(self, sheet: Sheet) -> HttpResponse:
        """Somebody came first: tell who did what, keep what is typed, let it be sent again."""
        sheet.is_conflict = True
        detail = sheet.standing.detail
        if sheet.plan.act not in available_acts(self.actor, detail.stage, detail):
            sheet.hindrance = sentence(ActNotAllowed())
        sheet.form.is_valid()
        sheet.form.renew(seen_version=detail.version)
        return self._show(sheet, status=HTTPStatus.CONFLICT)

    def _show(self, sheet: Sheet, *, looks: bool = False, status: int = 200) -> HttpResponse:
        """The page; `looks` says what would follow from what is typed."""
        form = sheet.form
        given = form.to_input() if looks and form.is_valid() else None
        told: list[str] = []
        try:
            told = foretold(sheet.standing, sheet.plan.act, given)
        except Refusal as refusal:
            if given is not None:
                form.refuse(refusal)
                status = HTTPStatus.UNPROCESSABLE_ENTITY
            else:
                sheet.hindrance = sheet.hindrance or sentence(refusal)
        context: dict[str, Any] = act_context(sheet, told)
        if "request_key" in form.errors or "seen_version" in form.errors:
            form.renew(request_key=uuid.uuid4(), seen_version=sheet.standing.detail.version)
        return self.page(sheet.form.template, context, status=status)

    def _plan(self, slug: str) -> ActPlan:
        if slug not in PLANS:
            raise NotFound(kind="act")
        return PLANS[slug]

    def _standing(self, code: str, slug: str) -> Standing:
        detail = dossier_detail(self.actor, code)
        self.note(
            "dossier.act-asked", subject_kind="dossier", subject_id=detail.id, detail={"act": slug}
        )
        return Standing(self.actor, self.at, detail)

    def _asked(self, sheet: Sheet, suffix: str) -> Asked:
        """Each step is asked for once: a double click or a resent form does nothing twice."""
        key = RequestKey(key=f"{self._key()}{suffix}", digest=self._digest())
        return Asked(
            actor=self.actor,
            at=self.at,
            code=sheet.standing.detail.code,
            seen_version=sheet.seen + sheet.done,
            request=key,
        )

    def _key(self) -> str:
        return f"page:{self.actor.user_id}:{self.request.POST.get('request_key', '')[:40]}"

    def _digest(self) -> str:
        lists = self.request.POST.lists()
        return content_digest({name: values for name, values in lists if name not in MACHINERY})

    def _made_before(self) -> bool:
        """Whether this very form has been carried out: then the dossier may have gone far since."""
        found = subject_of_request(self._key())
        return found is not None and found[1] == self._digest()

    def _seen(self, standing: Standing) -> int:
        """The version that was on the screen; a page that says none is as if it were new."""
        typed = whole_number(self.request.POST.get("seen_version", ""))
        return standing.detail.version if typed is None else typed


def _done_words(plan: ActPlan) -> str:
    return _("Đã ghi: %(act)s.") % {"act": plan.title}
