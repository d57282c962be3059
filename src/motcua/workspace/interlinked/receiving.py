"""Receive a group at the desk: look again, or receive every member at once."""

from __future__ import annotations

import uuid
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.commands.receive_group import GroupMemberRefused
from motcua.dossiers.repeating import DossierRef, RequestKeyReused
from motcua.dossiers.vocabulary import PartyRole
from motcua.interlinked.commands.receive_interlinked import receive_interlinked
from motcua.interlinked.inputs import SubmissionInput
from motcua.interlinked.queries.groups import group_version
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.workspace.interlinked.page import GroupPage
from motcua.workspace.interlinked.showing import context_of
from motcua.workspace.reception import counters
from motcua.workspace.reception.reading import Problem, problems_of, seen
from motcua.workspace.staff import StaffView

NOT_CONTENT = frozenset({"csrfmiddlewaretoken", "request_key", "do", "counter"})
UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY


class ReceiveInterlinked(StaffView):
    """GET: an empty page, every member chosen. POST: look again, or receive."""

    permission = Permission.DOSSIER_RECEIVE

    def get(self, request: HttpRequest, interlinked_id: int) -> HttpResponse:
        data = QueryDict(mutable=True)
        data["counter"] = counters.remembered(request)
        return self._show(self._page(interlinked_id, data, is_sent=False))

    def post(self, request: HttpRequest, interlinked_id: int) -> HttpResponse:
        page = self._page(interlinked_id, seen(request.POST), is_sent=True)
        if request.POST.get("do") != "receive":
            return self._show(page)
        page.find_problems()
        given = page.given
        if given is None or page.problems:
            return self._show(page, status=UNPROCESSABLE)
        return self._receive(page, given)

    def _page(self, interlinked_id: int, data: QueryDict, *, is_sent: bool) -> GroupPage:
        held = group_version(interlinked_id)
        if held is None:
            raise NotFound(kind="interlinked-group")
        return GroupPage(self.actor, self.at, held, data, is_sent)

    def _receive(self, page: GroupPage, given: SubmissionInput) -> HttpResponse:
        try:
            refs = receive_interlinked(
                actor=self.actor, at=self.at, given=given, request=self._key(page)
            )
        except (NotPermitted, NotFound):
            raise
        except RequestKeyReused:
            page.data["request_key"] = str(uuid.uuid4())
            told = _(
                "Trang này đã tiếp nhận rồi, từ đó nội dung đã thay đổi. Bấm lần nữa nếu là mới."
            )
            page.problems.append(Problem(told))
            return self._show(page, status=UNPROCESSABLE)
        except GroupMemberRefused as refused:
            name = page.chosen[refused.place - 1].member.name
            for one in problems_of(refused.problem):
                is_of_all = one.field.partition("-")[0].upper() in set(PartyRole)
                page.problems.append(
                    one if is_of_all else Problem(f"{name}: {one.text}", one.field)
                )
            return self._show(page, status=UNPROCESSABLE)
        except Refusal as refusal:
            page.problems += problems_of(refusal)
            return self._show(page, status=UNPROCESSABLE)
        return self._away(refs, given)

    def _key(self, page: GroupPage) -> RequestKey:
        """The page's own: a double click or a resent form makes one submission."""
        lists = page.data.lists()
        content = {name: values for name, values in lists if name not in NOT_CONTENT}
        text = page.data.get("request_key", "")[:40]
        key = f"group:{self.actor.user_id}:{text}"
        return RequestKey(key=key, digest=content_digest(content))

    def _away(self, refs: tuple[DossierRef, ...], given: SubmissionInput) -> HttpResponse:
        words = (
            _("Đã tiếp nhận trước đó: %(count)s hồ sơ của nhóm.")
            if refs[0].repeated
            else _("Đã tiếp nhận %(count)s hồ sơ của nhóm.")
        )
        messages.success(self.request, words % {"count": len(refs)})
        response = redirect("workspace:interlinked-submission", code=refs[0].code)
        counters.remember(response, given.counter_id)
        return response

    def _show(self, page: GroupPage, *, status: int = 200) -> HttpResponse:
        return self.page("workspace/interlinked/receive.html", context_of(page), status=status)
