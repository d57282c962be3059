"""The pages that say whether a paper or a file is genuine. Nobody is named, no file is kept."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views import View

from motcua.dossiers.papers_filled.genuine import check_paper, check_result, is_this_paper
from motcua.dossiers.rules.paper_checks import LENGTH_MAX
from motcua.kernel import clock
from motcua.kernel.pacing import Pace
from motcua.ledger.caching import one_revision
from motcua.portal.codes import code_typed, pasted
from motcua.portal.pacing import caller_of, note_miss, wait_of
from motcua.portal.public import public, public_page

FILES_PER_MINUTE_MAX = 10
files_asked = Pace(FILES_PER_MINUTE_MAX)


@public
def ask_check(request: HttpRequest) -> HttpResponse:
    """Two boxes: the code of the dossier and the check that stands on the paper."""
    given, typed = pasted(request.GET.get("ma", "")), pasted(request.GET.get("giay", ""))
    code = code_typed(given.code or (typed.code if typed.mark else ""))
    mark = _mark(typed.mark or typed.code) or _mark(given.mark)
    if code and mark:
        return redirect("portal:check-paper", code=code, mark=mark)
    context = {"code": code, "mark": mark, "is_half": not {"ma", "giay"}.isdisjoint(request.GET)}
    return public_page(request, "portal/checking/ask.html", context)


class CheckPaper(View):
    """What this paper is. A wrong check and an unknown dossier are answered alike."""

    at: datetime

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.at = clock.now()
        wait = wait_of(request, self.at)
        if wait:
            return _too_many(request, wait)
        with one_revision():
            return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, code: str, mark: str) -> HttpResponse:
        return self._shown(request, code, mark, {})

    def post(self, request: HttpRequest, code: str, mark: str) -> HttpResponse:
        """A file that somebody holds, beside the paper as the office has it."""
        fault, sha256 = _digest_of(request, self.at)
        if fault:
            return self._shown(request, code, mark, {"fault": fault}, status=422)
        address = settings.PUBLIC_ADDRESS.rstrip("/")
        same = is_this_paper(code_typed(code), _mark(mark), sha256, address=address)
        return self._shown(request, code, mark, {"is_compared": True, "is_same": same})

    def _shown(
        self, request: HttpRequest, code: str, mark: str, more: dict[str, Any], status: int = 200
    ) -> HttpResponse:
        code, mark = code_typed(code), _mark(mark)
        paper = check_paper(code, mark)
        if paper is None:
            note_miss(request, self.at)
            context: dict[str, Any] = {"code": code, "mark": mark, "is_wrong": True}
            return public_page(request, "portal/checking/ask.html", context, status=404)
        context = {"paper": paper, "fault": "", "is_compared": False, **more}
        return public_page(request, "portal/checking/paper.html", context, status=status)


class CheckFile(View):
    """Whether a file is a result that the office gave out: by its digest, without keeping it."""

    def get(self, request: HttpRequest) -> HttpResponse:
        context = {"fault": "", "is_asked": False, "results": ()}
        return public_page(request, "portal/checking/file.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        fault, sha256 = _digest_of(request, clock.now())
        with one_revision():
            results = () if fault else check_result(sha256)
        context = {"fault": fault, "is_asked": not fault, "results": results}
        status = 422 if fault else 200
        return public_page(request, "portal/checking/file.html", context, status=status)


def _mark(typed: str) -> str:
    return "".join(typed[:LENGTH_MAX].split()).upper()


def _digest_of(request: HttpRequest, at: datetime) -> tuple[str, str]:
    """What is wrong with the file that was sent, else "" and its digest."""
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile) or not file.size:
        return _("Chưa chọn tệp. Hãy chọn tệp PDF cần kiểm tra."), ""
    if file.size > settings.FILE_BYTES_MAX:
        most = settings.FILE_BYTES_MAX // (1024 * 1024)
        return _("Tệp lớn hơn %(most)s MB. Tệp của cơ quan không lớn như vậy.") % {"most": most}, ""
    if files_asked.take(caller_of(request), at):
        return _("Đã kiểm tra nhiều tệp trong một phút. Hãy chờ một phút rồi thử lại."), ""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return "", digest.hexdigest()


def _too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    context = {"code": "", "mark": "", "is_too_many": True}
    response = public_page(request, "portal/checking/ask.html", context, status=429)
    response["Retry-After"] = str(seconds)
    return response
