"""Papers of a draft in words: what came, what was seen of it, what is still wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.documents.rules.doubts import pages_missing
from motcua.documents.vocabulary import ScanState
from motcua.documents.wording import DOUBTS, SCAN_STATES
from motcua.doors.uploads.showing import size_words
from motcua.filing.rules.fitting import is_old
from motcua.filing.rules.papers import WantedPaper, chosen_way
from motcua.filing.rules.sending import NOTHING_SENT
from motcua.filing.vocabulary import (
    OTHER,
    DraftFileRow,
    DraftPaperRow,
    OwnPaper,
    PaperWay,
    PreparedState,
)
from motcua.filing.whole import WholeDraft
from motcua.filing.wording import OTHER_NAME, WAYS
from motcua.ui.formats import day

Url = Callable[..., str]


def papers_shown(whole: WholeDraft, url: Url) -> list[dict[str, Any]]:
    """Each paper with how it stands, and where it is sent; any other papers at the end."""
    other = WantedPaper(key=OTHER, name=str(OTHER_NAME), is_optional=True)
    return [_line(whole, paper, url) for paper in (*whole.wanted, other)]


def in_groups(papers: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Needed ones and those that something was sent or chosen for first; what only some cases need, and
    what nobody has to send, apart."""
    needed = [one for one in papers if not one["is_settled"] and not one["is_idle"]]
    only_if = [one for one in papers if one["is_idle"]]
    return {
        "papers": needed,
        "only_if": only_if,
        "settled": [one for one in papers if one["is_settled"]],
    }


def _line(whole: WholeDraft, paper: WantedPaper, url: Url) -> dict[str, Any]:
    there = whole.papers.get(paper.key, NOTHING_SENT)
    way = chosen_way(paper, whole.row.choices)
    count = len(there.files)
    told, tone = _standing(paper, way, count)
    return {
        "key": paper.key,
        "name": paper.name,
        "told": told,
        "tone": tone,
        "is_optional": paper.is_optional,
        "is_settled": paper.is_settled,
        "is_sent": paper.is_settled or bool(count) or way is PaperWay.BRING,
        "is_idle": paper.is_optional and not paper.is_settled and not count and way is paper.way,
        "url": "" if paper.is_settled else url("paper", paper=paper.key),
        "doubts": doubts_shown(there, paper.name) if way is PaperWay.SEND else [],
    }


def _standing(paper: WantedPaper, way: PaperWay, count: int) -> tuple[str, str]:
    if way is PaperWay.BRING and paper.is_filled_at_desk and not paper.is_settled:
        return _("Điền tại quầy, bạn không phải gửi"), "info"
    if paper.is_settled or way in (PaperWay.BRING, PaperWay.NOT_MINE):
        return str(WAYS[way]), "success" if paper.is_settled else "info"
    if count:
        return ngettext("Đã gửi %(count)s tệp", "Đã gửi %(count)s tệp", count) % {
            "count": count
        }, "success"
    return (_("Không bắt buộc"), "neutral") if paper.is_optional else (_("Chưa có"), "warning")


def doubts_shown(paper: DraftPaperRow, name: str) -> list[str]:
    """What is worth a look, page by page; nothing of it stands in the way."""
    told = []
    several = len(paper.pages) > 1
    for number, page in enumerate(paper.pages, start=1):
        for doubt in page.doubts:
            words = str(DOUBTS[doubt])
            told.append(
                _("Trang %(number)s: %(words)s") % {"number": number, "words": words}
                if several
                else words
            )
    missing = pages_missing(sent=len(paper.pages), said=paper.pages_said, paper_name=name)
    if missing:
        words = ngettext(
            "Có thể thiếu %(count)s trang. Thẻ cần đủ mặt trước và mặt sau.",
            "Có thể thiếu %(count)s trang. Thẻ cần đủ mặt trước và mặt sau.",
            missing,
        )
        told.append(words % {"count": missing})
    return told


def files_shown(paper: DraftPaperRow, url: Url) -> list[dict[str, Any]]:
    last = len(paper.files) - 1
    return [
        {
            "id": file.id,
            "name": file.name,
            "size": size_words(file.size),
            "url": url("draft-file", file_id=file.id),
            "is_picture": file.media_type.startswith("image/"),
            "note": _scan_note(file),
            "can_go_up": place > 0,
            "can_go_down": place < last,
        }
        for place, file in enumerate(paper.files)
    ]


def own_shown(paper: OwnPaper, at: datetime) -> dict[str, Any]:
    """A paper from before: of which dossier, how fresh."""
    told = {"day": day(paper.given_on), "code": paper.dossier_code}
    return {
        "value": paper.digest,
        "name": paper.paper_name or paper.name,
        "told": _("có từ %(day)s, hồ sơ %(code)s") % told,
        "is_old": is_old(paper, at),
    }


def state_words(paper: DraftPaperRow) -> str:
    """How far the looking through has come; empty when there is nothing to wait for."""
    if not paper.files:
        return ""
    if paper.state is PreparedState.WAITING:
        return _("Đang làm thẳng và kiểm tra ảnh… Bạn cứ làm bước tiếp theo, không phải chờ.")
    if paper.state is PreparedState.UNREADABLE:
        return _("Chưa kiểm tra được tệp này. Tệp vẫn được gửi nguyên như bạn đã chọn.")
    if any(page.is_straightened for page in paper.pages):
        return _("Ảnh đã được cắt và làm thẳng.")
    return _("Đã kiểm tra.")


def _scan_note(file: DraftFileRow) -> str:
    """Only what one must know: the officer cannot open what holds something harmful."""
    return str(SCAN_STATES[file.scan]) if file.scan is ScanState.INFECTED else ""
