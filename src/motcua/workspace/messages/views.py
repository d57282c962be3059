"""The inbox, the messages of one dossier, and the files of a dossier as its citizen sent them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.documents.wording import DOUBTS
from motcua.dossiers.queries.detail import dossier_detail
from motcua.filing.commands.messages import mark_seen, write_message
from motcua.filing.queries.messages import messages_about, messages_waiting
from motcua.filing.queries.of_dossier import SentPaper, original_file, sent_papers
from motcua.filing.rules.bounds import MESSAGE_LENGTH_MAX
from motcua.filing.wording import REFUSALS, refusal_words
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.refusal import Refusal
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.workspace.staff import StaffView
from motcua.workspace.uploads.serving import file_response

KEY_LENGTH = 22
SHOWN_LENGTH_MAX = 160


class Inbox(StaffView):
    """Unread ones, the oldest first."""

    permission = Permission.MESSAGE_WRITE

    def get(self, request: HttpRequest) -> HttpResponse:
        page = messages_waiting(self.actor, cursor=request.GET.get("cursor", ""))
        self.note("message.read", detail={"found": [row.dossier_code for row in page.rows]})
        rows = [
            {
                "code": row.dossier_code,
                "url": reverse("workspace:dossier-messages", args=[row.dossier_code]),
                "owner_name": row.owner_name,
                "text": row.text[:SHOWN_LENGTH_MAX],
                "written": short_moment(row.written_at),
            }
            for row in page.rows
        ]
        context = {
            "rows": rows,
            "next_cursor": page.next_cursor,
            "is_first": not request.GET.get("cursor"),
        }
        return self.page("workspace/messages/inbox.html", context)


class DossierMessages(StaffView):
    """All messages about one dossier. Opened, what its citizen wrote counts as read."""

    permission = Permission.MESSAGE_WRITE

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        return self._shown(code, "", "")

    def post(self, request: HttpRequest, code: str) -> HttpResponse:
        text, key = request.POST.get("text", ""), request.POST.get("key", "")
        digest = content_digest(text)
        is_key = len(key) == KEY_LENGTH and key.isascii() and key.isalnum()
        asked = RequestKey(key=f"message-h{self.actor.holding_id}-{key}", digest=digest)
        try:
            write_message(
                actor=self.actor,
                at=self.at,
                code=code,
                text=text,
                request=asked if is_key else None,
            )
        except Refusal as refusal:
            if refusal.code not in REFUSALS:
                raise
            return self._shown(code, text, refusal_words(refusal), status=422)
        return HttpResponseRedirect(reverse("workspace:dossier-messages", args=[code]))

    def _shown(self, code: str, text: str, error: str, *, status: int = 200) -> HttpResponse:
        detail = dossier_detail(self.actor, code)
        rows = messages_about(self.actor, code)
        self.note("message.read", subject_kind="dossier", subject_id=detail.id)
        is_new = any(not row.from_office and row.seen_at is None for row in rows)
        if self.request.method == "GET" and is_new:
            mark_seen(actor=self.actor, at=self.at, code=code)
        context = {
            "dossier": detail,
            "messages_shown": rows,
            "sent": [_sent(code, one) for one in sent_papers(self.actor, code)],
            "may_write": detail.received_by.get("citizen") is not None,
            "text": text,
            "error": error,
            "key": get_random_string(KEY_LENGTH),
            "length_max": MESSAGE_LENGTH_MAX,
        }
        return self.page("workspace/messages/dossier.html", context, status=status)


class Original(StaffView):
    """A file as the citizen sent it, before it was straightened."""

    permission = Permission.DOSSIER_VIEW

    def get(self, request: HttpRequest, code: str, file_id: int) -> HttpResponseBase:
        row = original_file(self.actor, code, file_id)
        self.note("dossier.read", detail={"code": code, "file": row.name})
        return file_response(self, digest=row.digest, name=row.name, inline=True)


def _sent(code: str, paper: SentPaper) -> dict[str, Any]:
    told = [
        _("Trang %(number)s: %(words)s") % {"number": number, "words": DOUBTS[doubt]}
        for number, doubt in paper.doubts
    ]
    if paper.pages_said > paper.page_count:
        counts = {"said": paper.pages_said, "sent": paper.page_count}
        told.append(_("Giấy ghi %(said)s trang, gửi đến %(sent)s trang.") % counts)
    return {
        "originals": [
            {"name": file.name, "url": reverse("workspace:original", args=[code, file.id])}
            for file in paper.originals
        ],
        "doubts": told,
    }
