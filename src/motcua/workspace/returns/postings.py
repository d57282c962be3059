"""The lists of envelopes: all of them, one with its envelopes, its paper, what became of each."""

from __future__ import annotations

import uuid
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.commands.lists.postings import ItemTold, tell_posted_item
from motcua.dossiers.queries.postings import (
    PostedRow,
    PostingDetail,
    PostingRow,
    likely_received,
    post_paper,
    posting_detail,
    postings_of,
)
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.rules.lists.posting import Direction, PostedState
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.paging import CursorFaulty
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.papers.queries import words_for
from motcua.papers.rendering import render
from motcua.papers.vocabulary import PaperKind
from motcua.ui.choosing import chosen_of
from motcua.workspace.returns.post_forms import moment_typed
from motcua.workspace.returns.words import DIRECTIONS, POSTED_STATES, POSTED_TONES
from motcua.workspace.showing import Shown
from motcua.workspace.staff import StaffView

KIND_OF = {Direction.OUT: PaperKind.POST_OUT, Direction.IN: PaperKind.POST_IN}
TOLD_OF_MANY = {
    str(PostedState.DELIVERED): PostedState.DELIVERED,
    str(PostedState.CAME_BACK): PostedState.CAME_BACK,
}


class ListPostings(StaffView):
    """All lists of the agency, newest first."""

    permission = Permission.DOSSIER_RETURN_RESULT

    def get(self, request: HttpRequest) -> HttpResponse:
        try:
            page = postings_of(self.actor, cursor=request.GET.get("cursor", ""))
        except CursorFaulty:
            return redirect("workspace:postings")
        context = {
            "rows": [posting_shown(row) for row in page.rows],
            "next_cursor": page.next_cursor,
            "is_first": not request.GET.get("cursor"),
        }
        return self.page("workspace/returns/postings.html", context)


class ShowPosting(StaffView):
    """GET: the envelopes. POST `do=DELIVERED|CAME_BACK` for those ticked; `do=received` with the
    code of the dossier that an envelope became."""

    permission = Permission.DOSSIER_RETURN_RESULT

    def get(self, request: HttpRequest, posting_id: int) -> HttpResponse:
        return self._show(posting_detail(self.actor, posting_id))

    def post(self, request: HttpRequest, posting_id: int) -> HttpResponse:
        detail = posting_detail(self.actor, posting_id)
        chosen = chosen_of(request.POST, [item.position for item in detail.items])
        wish = request.POST.get("do", "")
        if chosen.only_ticking or wish not in {*TOLD_OF_MANY, "received"}:
            return self._show(detail, chosen=frozenset(chosen.values))
        problem = self._tell(detail, wish, chosen.values)
        if problem:
            kept = frozenset(chosen.values)
            return self._show(detail, chosen=kept, problem=problem)
        messages.success(request, _("Đã ghi."))
        return redirect("workspace:posting", posting_id=posting_id)

    def _tell(self, detail: PostingDetail, wish: str, ticked: tuple[str, ...]) -> str:
        """What is wrong; empty when all went through."""
        sent = self.request.POST
        places = ticked if wish in TOLD_OF_MANY else (sent.get("position", ""),)
        known = {str(item.position): item.position for item in detail.items}
        if not places or any(place not in known for place in places):
            return _("Chưa chọn bưu gửi nào. Đánh dấu ít nhất một hàng.")
        code = "".join(sent.get("code", "").split())[:50] if wish == "received" else ""
        if wish == "received" and not code:
            return _("Chưa ghi mã hồ sơ đã tiếp nhận. Ghi mã in trên giấy tiếp nhận.")
        for place in places:
            told = ItemTold(
                posting_id=detail.row.id,
                position=known[place],
                state=TOLD_OF_MANY.get(wish, PostedState.RECEIVED),
                note=" ".join(sent.get("note", "").split()),
                dossier_code=code,
            )
            try:
                tell_posted_item(actor=self.actor, at=self.at, given=told)
            except NotPermitted:
                raise
            except NotFound:
                return _("Không có hồ sơ %(code)s trong phạm vi của bạn. Xem lại mã.") % {
                    "code": code
                }
            except Refusal as refusal:
                return sentence(refusal)
        return ""

    def _show(
        self,
        detail: PostingDetail,
        *,
        chosen: frozenset[str] = frozenset(),
        problem: str = "",
    ) -> HttpResponse:
        self.note("posting.read", subject_kind="posting", subject_id=detail.row.id)
        is_in = detail.row.direction is Direction.IN
        likely = likely_received(self.actor, detail) if is_in else {}
        context = {
            "posting": posting_shown(detail.row),
            "is_in": is_in,
            "items": [_item(item, chosen, likely.get(item.position, "")) for item in detail.items],
            "problem": problem,
            "typed": self.request.POST,
            "may_receive": bool(may(self.actor, Permission.DOSSIER_RECEIVE)),
        }
        status = HTTPStatus.UNPROCESSABLE_ENTITY if problem else HTTPStatus.OK
        return self.page("workspace/returns/posting.html", context, status=status)


class PrintPosting(StaffView):
    """The list as PDF, one copy for each side."""

    permission = Permission.DOSSIER_RETURN_RESULT

    def get(self, request: HttpRequest, posting_id: int) -> HttpResponse:
        kind = KIND_OF[posting_detail(self.actor, posting_id).row.direction]
        data = post_paper(self.actor, posting_id)
        words = words_for(kind, self.actor.agency_id or 0, local_day(data.head.at))
        self.note("posting.printed", subject_kind="posting", subject_id=posting_id)
        response = HttpResponse(render(kind, data, words=words), content_type="application/pdf")
        response["Content-Disposition"] = f'inline; filename="buu-chinh-{posting_id}.pdf"'
        return response


def posting_shown(row: PostingRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "url": reverse("workspace:posting", args=[row.id]),
        "print_url": reverse("workspace:print-posting", args=[row.id]),
        "number": f"{row.number}/{row.year}",
        "direction": str(DIRECTIONS[row.direction]),
        "day": short_day(row.day),
        "carrier": row.carrier,
        "note": row.note,
        "made": f"{row.made_by}, {short_moment(row.made_at)}",
        "count": row.count,
        "open": row.open,
    }


def _item(item: PostedRow, chosen: frozenset[str], likely: str) -> dict[str, Any]:
    return {
        "value": str(item.position),
        "chosen": str(item.position) in chosen,
        "blocked": "",
        "item": item,
        "url": reverse("workspace:dossier", args=[item.code]) if item.code else "",
        "state": Shown(str(POSTED_STATES[item.state]), POSTED_TONES[item.state]),
        "told": short_moment(item.told_at) if item.told_at else "",
        "arrived": short_moment(item.arrived_at) if item.arrived_at else "",
        "arrived_typed": moment_typed(item.arrived_at) if item.arrived_at else "",
        "key": str(uuid.uuid4()),
        "likely": likely,
        "waits": item.state is PostedState.WAITING,
        "reception_note": _reception_note(item),
    }


def _reception_note(item: PostedRow) -> str:
    """Why the moment of reception lies in the past; kept in the dossier, so Vietnamese."""
    return f"Nhận qua bưu chính {item.tracking_number}".strip()
