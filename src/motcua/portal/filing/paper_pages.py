"""Papers one by one: photographed, chosen, taken over from earlier dossiers, put in order."""

from __future__ import annotations

import re
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.documents.rules.refusals import FileAltered, FileInfected, FileMissing
from motcua.documents.serving import file_response
from motcua.documents.wording import refusal_words as file_words
from motcua.doors.uploads.answering import BeginAnswers, FinishAnswers, PieceAnswers
from motcua.doors.uploads.reading import files_sent
from motcua.filing.commands.papers import (
    add_files,
    add_own_file,
    choose_way,
    move_file,
    remove_file,
)
from motcua.filing.queries.drafts import draft_file
from motcua.filing.queries.own_papers import may_offer, own_papers
from motcua.filing.rules.papers import WantedPaper, chosen_way
from motcua.filing.rules.sending import NOTHING_SENT
from motcua.filing.tasks import look_through_paper
from motcua.filing.vocabulary import OTHER, PaperWay, PreparedState
from motcua.filing.wording import OTHER_NAME, REFUSALS, WAYS, refusal_words
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.portal.citizen_view import CitizenView
from motcua.portal.filing.draft_view import PAPERS, DraftView
from motcua.portal.filing.showing_papers import (
    doubts_shown,
    files_shown,
    in_groups,
    own_shown,
    papers_shown,
    state_words,
)

DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
CHOSEN_WAYS = (PaperWay.SEND, PaperWay.BRING, PaperWay.NOT_MINE)
_FILE_NOT_HELD = gettext_lazy(
    "Phiên đăng nhập đã hết nên tệp vừa chọn chưa gửi được. Đăng nhập xong, hãy chọn lại tệp ấy; "
    "những gì đã gửi trước đó vẫn còn."
)


class Papers(DraftView):
    """All papers with how each stands."""

    step = PAPERS

    def get(self, request: HttpRequest, code: str, token: str) -> HttpResponse:
        whole = self.open(code, token)
        page = self.first_form_page()
        asked = whole.checked.pages if whole.checked else ()
        context = {
            **in_groups(papers_shown(whole, self.url)),
            "back_url": self.url("form-page", page=asked[-1]) if page else self.url("place"),
            "next_url": self.url("result"),
            "originals": whole.variant.originals_shown,
        }
        return self.draft_page("portal/filing/papers.html", context)


class Paper(DraftView):
    """One paper. POST takes files in, or does to a file what a button asks for."""

    step = PAPERS
    holds_posts = True

    def hold(self, request: HttpRequest, **kwargs: Any) -> None:
        """Of a stranger no file is kept, only what was chosen; that it must be sent again is said."""
        if request.FILES:
            messages.info(request, str(_FILE_NOT_HELD))
        else:
            super().hold(request, **kwargs)

    def get(self, request: HttpRequest, code: str, token: str, paper: str) -> HttpResponse:
        self.open(code, token)
        return self._shown(self._wanted(paper), "")

    def post(self, request: HttpRequest, code: str, token: str, paper: str) -> HttpResponse:
        self.open(code, token)
        wanted = self._wanted(paper)
        try:
            error = self._done(request, token, wanted)
        except Refusal as refusal:
            if refusal.code not in REFUSALS:
                raise
            error = refusal_words(refusal)
        if error:
            self.open(code, token)
            return self._shown(wanted, error, status=422)
        return self.go("paper", paper=paper)

    def _done(self, request: HttpRequest, token: str, wanted: WantedPaper) -> str:
        """What is wrong, in words; empty when it is done."""
        asked: dict[str, Any] = {"actor": self.actor, "at": self.at, "token": token}
        move, _colon, number = request.POST.get("move", "").partition(":")
        file_id = int(number) if number.isascii() and number.isdigit() and len(number) < 16 else 0
        if move == "remove":
            self._look_through(remove_file(**asked, file_id=file_id), wanted.key)
        elif move in ("up", "down"):
            draft_id = move_file(**asked, file_id=file_id, earlier=move == "up")
            self._look_through(draft_id, wanted.key)
        elif DIGEST.fullmatch(request.POST.get("own", "")):
            digest = request.POST["own"]
            draft_id = add_own_file(**asked, paper_key=wanted.key, digest=digest)
            self._look_through(draft_id, wanted.key)
        elif request.POST.get("way") in set(CHOSEN_WAYS):
            choose_way(**asked, paper_key=wanted.key, way=PaperWay(request.POST["way"]))
        else:
            return self._take_in(request, token, wanted)
        return ""

    def _take_in(self, request: HttpRequest, token: str, wanted: WantedPaper) -> str:
        sent = files_sent(self.actor, self.at, request, "files")
        if sent.rows:
            draft_id = add_files(
                actor=self.actor,
                at=self.at,
                token=token,
                paper_key=wanted.key,
                uploads=[row.token for row in sent.rows],
            )
            self._look_through(draft_id, wanted.key)
        return sent.error or ("" if sent.rows else _("Chưa chọn tệp nào."))

    def _look_through(self, draft_id: int, paper_key: str) -> None:
        look_through_paper.enqueue(draft_id, paper_key)

    def _wanted(self, key: str) -> WantedPaper:
        other = WantedPaper(key=OTHER, name=str(OTHER_NAME), is_optional=True)
        for paper in (*self.whole.wanted, other):
            if paper.key == key and not paper.is_settled:
                return paper
        raise NotFound(kind="paper")

    def _shown(self, wanted: WantedPaper, error: str, **more: Any) -> HttpResponse:
        there = self.whole.papers.get(wanted.key, NOTHING_SENT)
        way = chosen_way(wanted, self.whole.row.choices)
        context = {
            "paper": wanted,
            "files": files_shown(there, self.url),
            "doubts": doubts_shown(there, wanted.name),
            "state": state_words(there),
            "is_waiting": bool(there.files) and there.state is PreparedState.WAITING,
            "error": error,
            "way": way,
            "ways": [
                {"value": str(one), "label": WAYS[one], "chosen": one is way} for one in CHOSEN_WAYS
            ],
            **self._own(wanted, {file.digest for file in there.files}),
            "is_other": wanted.key == OTHER,
            "here_url": self.url("paper", paper=wanted.key),
            "list_url": self.url("papers"),
        }
        return self.draft_page("portal/filing/paper.html", context, **more)

    def _own(self, wanted: WantedPaper, here: set[str]) -> dict[str, Any]:
        """What the citizen has from before, or where he may agree to be offered it."""
        if not may_offer(self.actor):
            return {"own_papers": [], "consent_url": reverse("portal:account-consents")}
        found = own_papers(
            self.actor, paper_name=wanted.name, required_document_id=wanted.document_id
        )
        told = [own_shown(one, self.at) for one in found if one.digest not in here]
        return {"own_papers": told, "consent_url": ""}


class DraftFileContent(DraftView):
    """A file of one's own draft, as it was sent."""

    def get(self, request: HttpRequest, code: str, token: str, file_id: int) -> HttpResponseBase:
        row = draft_file(self.actor, token, file_id)
        try:
            return file_response(request, digest=row.digest, name=row.name, inline=True)
        except (FileInfected, FileMissing, FileAltered) as refusal:
            context = {"name": row.name, "reason": file_words(refusal)}
            return self.page("portal/filing/withheld.html", context, status=409)


class BeginUpload(BeginAnswers, CitizenView):
    """A citizen's file announced."""


class UploadPieces(PieceAnswers, CitizenView):
    """Its pieces."""


class FinishUpload(FinishAnswers, CitizenView):
    """Its end."""
