"""What the reception page can do with what is sent: receive one or all, set aside, answer; or show it again."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.documents.vocabulary import StoredFileRow
from motcua.doors.uploads.reading import files_sent
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.receive_group import GroupMemberRefused
from motcua.dossiers.queries.duplicates import Duplicate
from motcua.dossiers.repeating import RequestKeyReused
from motcua.dossiers.rules.intake import decide
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.workspace.reception import carrying_out, counters, matters, mending
from motcua.workspace.reception.asking import ASK, Panel, refuse_panel
from motcua.workspace.reception.carrying_out import Done
from motcua.workspace.reception.doubles import are_news, doubles_of
from motcua.workspace.reception.filling import sent_page
from motcua.workspace.reception.page import ReceptionPage
from motcua.workspace.reception.reading import Problem
from motcua.workspace.reception.scans import attach_scans
from motcua.workspace.reception.showing import Shown, reception_context
from motcua.workspace.staff import StaffView

UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY


class Receiving(StaffView):
    """The acts of the reception page; `ReceiveDossier` chooses among them."""

    permission = Permission.DOSSIER_RECEIVE
    scans: tuple[StoredFileRow, ...] = ()
    scans_error = ""

    def is_sound(self, page: ReceptionPage) -> bool:
        page.problems += mending.field_problems(page)
        return not page.problems and page.given is not None

    def set_aside(self, page: ReceptionPage) -> HttpResponse:
        """Keep the matter in the form and begin another for the same person, once it could come in."""
        assert page.given is not None
        assert page.ground is not None
        try:
            decide(
                page.given,
                page.ground.intake_facts(page.given.variant_id, page.given.declared),
                at=self.at,
            )
        except Refusal as refusal:
            mending.refuse(page, refusal)
            return self.show(page, status=UNPROCESSABLE)
        if not matters.fits(page.data):
            page.problems.append(
                Problem(text=_("Không thêm được hồ sơ nữa. Tiếp nhận các hồ sơ đã có trước."))
            )
            return self.show(page, status=UNPROCESSABLE)
        whole = matters.all_matters(page.data)
        arranged = matters.with_current(page.data, whole, len(whole))
        return self.show(sent_page(self.actor, self.at, arranged, recognizes=False))

    def receive(self, page: ReceptionPage) -> HttpResponse:
        doubles = doubles_of(page)
        if are_news(page, doubles, carrying_out.key_text(page)):
            return self.show(page, doubles=doubles, stops=True)
        try:
            done = carrying_out.receive_one(page)
        except (NotPermitted, NotFound):
            raise
        except RequestKeyReused:
            mending.offer_anew(page)
            return self.show(page, doubles=doubles, stops=bool(doubles), status=UNPROCESSABLE)
        except Refusal as refusal:
            mending.refuse(page, refusal)
            return self.show(page, status=UNPROCESSABLE)
        words = (
            _("Đã tiếp nhận trước đó: %(code)s.")
            if done.repeated
            else _("Đã tiếp nhận hồ sơ %(code)s.")
        )
        return self._away(page, done, words)

    def receive_all(self, page: ReceptionPage) -> HttpResponse:
        """Every matter on the page, or none: the first that cannot be received is shown again."""
        pages = self._members(page)
        unseen = next((one for one in pages if one.declaring and one.declaring.looks_again), None)
        if unseen is not None:
            return self.show(unseen)
        faulty = next((member for member in pages if not self.is_sound(member)), None)
        if faulty is not None:
            return self.show(faulty, status=UNPROCESSABLE)
        if len(pages) == 1:
            return self.receive(pages[0])
        for member in pages:
            doubles = doubles_of(member)
            if are_news(member, doubles, carrying_out.key_text(member)):
                return self.show(member, doubles=doubles, stops=True)
        return self._together(pages)

    def _members(self, page: ReceptionPage) -> list[ReceptionPage]:
        """A page for each matter, that matter in its fields and the others aside."""
        aside, is_begun = matters.set_aside(page.data), matters.is_begun(page.data)
        whole = matters.all_matters(page.data) if is_begun else aside
        arranged = [matters.with_current(page.data, whole, place) for place in range(len(whole))]
        pages = [sent_page(self.actor, self.at, one, recognizes=False) for one in arranged]
        for one in pages:
            one.is_sending = True
        return pages

    def _together(self, pages: list[ReceptionPage]) -> HttpResponse:
        given = tuple(member.given for member in pages if member.given is not None)
        try:
            done = carrying_out.receive_all(pages[0], given)
        except GroupMemberRefused as refused:
            member = pages[refused.place - 1]
            mending.refuse(member, refused.problem)
            return self.show(member, status=UNPROCESSABLE)
        except RequestKeyReused:
            mending.offer_anew(pages[-1])
            return self.show(pages[-1], status=UNPROCESSABLE)
        words = _("Đã tiếp nhận %(count)s hồ sơ của một người.") % {"count": done.count}
        self._attach(done, len(given[0].papers))
        messages.success(self.request, words)
        response = redirect("workspace:received-together", code=done.first.code)
        counters.remember(response, given[0].counter_id)
        return response

    def answer(self, page: ReceptionPage, panel: Panel) -> HttpResponse:
        """Not received: registered, and asked to complete or refused, as one."""
        try:
            done = carrying_out.answer(page, panel)
        except (NotPermitted, NotFound):
            raise
        except RequestKeyReused:
            mending.offer_anew(page)
            return self.show(page, panel, status=UNPROCESSABLE)
        except Refusal as refusal:
            if not refuse_panel(page, panel, refusal):
                mending.refuse(page, refusal)
            return self.show(page, panel, status=UNPROCESSABLE)
        words = (
            _("Đã ghi yêu cầu hoàn thiện hồ sơ %(code)s. In phiếu yêu cầu cho người nộp.")
            if panel.kind == ASK
            else _("Đã từ chối tiếp nhận hồ sơ %(code)s. In phiếu từ chối cho người nộp.")
        )
        return self._away(page, done, words)

    def _away(self, page: ReceptionPage, done: Done, words: str) -> HttpResponse:
        """To the dossier's page, its scans attached."""
        assert page.given is not None
        code = done.first.code
        self._attach(done, len(page.given.papers))
        messages.success(self.request, words % {"code": code})
        response = redirect("workspace:dossier", code=code)
        counters.remember(response, page.given.counter_id)
        return response

    def _attach(self, done: Done, papers: int) -> None:
        """The scans go to the dossier, of a group to its first; what could not be kept is told."""
        if done.repeated:
            return
        asked = Asked(actor=self.actor, at=self.at, code=done.first.code)
        unfit = attach_scans(asked, self.scans, papers=papers)
        for told in (*unfit, self.scans_error):
            if told:
                messages.warning(self.request, told)

    def scans_sent(self) -> tuple[tuple[StoredFileRow, ...], str]:
        """The scans sent so far, by a script before the form or with it."""
        if not self.request.FILES and "scans-token" not in self.request.POST:
            return (), ""
        if not may(self.actor, Permission.DOSSIER_ATTACH):
            return (), ""
        sent = files_sent(self.actor, self.at, self.request, "scans")
        return sent.rows, sent.error

    def show(
        self,
        page: ReceptionPage,
        panel: Panel | None = None,
        *,
        doubles: tuple[Duplicate, ...] = (),
        stops: bool = False,
        status: int = 200,
    ) -> HttpResponse:
        told = Shown(
            page=page,
            panel=panel,
            doubles=doubles or self._doubles(page),
            stops=stops,
            scans=self.scans,
            scans_error=self.scans_error,
        )
        context: dict[str, Any] = reception_context(told)
        return self.page("workspace/reception/page.html", context, status=status)

    def _doubles(self, page: ReceptionPage) -> tuple[Duplicate, ...]:
        """Not looked for when only the people of the page will be drawn."""
        only_people = self.request.htmx.target == "people"  # type: ignore[attr-defined]
        return () if only_people else doubles_of(page)
