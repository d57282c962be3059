"""What came of a dossier, as its page shows it: requests, results, hand-overs, files, dates."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.documents.vocabulary import MediaType
from motcua.doors.uploads.showing import size_words
from motcua.dossiers.queries.detail import DossierDetail
from motcua.dossiers.vocabulary import Decision, FileKind, ReturnMethod
from motcua.dossiers.wording import DECISIONS, FACTS, FILE_KINDS, RETURN_METHODS, acted_by
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.ledger.queries import FactRow

PICTURES = frozenset({MediaType.JPEG, MediaType.PNG, MediaType.WEBP})


def _moment(text: str | None) -> str:
    return short_moment(datetime.fromisoformat(text)) if text else ""


def requests_shown(detail: DossierDetail) -> list[dict[str, Any]]:
    """Each request with its items and what became of each."""
    return [
        {
            "title": _("Lần %(number)s, %(moment)s")
            % {"number": request["seq"], "moment": _moment(request["asked_at"])},
            "reason": request["reason"],
            "before_reception": request["before_reception"],
            "answered": _moment(request["answered_at"]),
            "items": [_item(item) for item in request["items"]],
        }
        for request in detail.requests
    ]


def _item(item: dict[str, Any]) -> dict[str, str]:
    state = {"ANSWERED": _("Đã nộp"), "WAIVED": _("Không còn cần")}
    known = item.get("state", "")
    return {
        "name": item["name"],
        "what": item["what"],
        "why": " · ".join(part for part in (item.get("why"), item.get("basis")) if part),
        "state": state.get(known, _("Chưa nộp")),
        "tone": "success" if known == "ANSWERED" else "neutral" if known else "warning",
    }


def results_shown(detail: DossierDetail) -> list[dict[str, Any]]:
    """Each version of the decision and its result, the valid one first."""
    replaced = {result.get("replaces_seq") for result in detail.results}
    names = {file["digest"]: file for file in detail.files}
    return [
        {
            "decision": str(DECISIONS[Decision(result["decision"])]),
            "is_replaced": result["seq"] in replaced,
            "rows": _result_rows(result),
            "files": [
                _file(detail.code, names[digest])
                for digest in result.get("digests", ())
                if digest in names
            ],
        }
        for result in reversed(detail.results)
    ]


def _result_rows(result: dict[str, Any]) -> list[dict[str, str]]:
    by = ", ".join(filter(None, (result.get("decided_by"), result.get("decided_by_title"))))
    day = result.get("document_date")
    rows = [
        (_("Quyết định lúc"), _moment(result.get("decided_at")), by),
        (_("Căn cứ"), result.get("grounds", ""), ""),
        (_("Số, ký hiệu"), result.get("document_number", ""), ""),
        (_("Ngày ban hành"), short_day(date.fromisoformat(day)) if day else "", ""),
        (_("Trích yếu"), result.get("subject", ""), ""),
        (_("Người ký"), result.get("signed_by", ""), ""),
        (_("Vì sao đính chính"), result.get("correction_reason", ""), ""),
    ]
    return [{"label": label, "value": value, "note": note} for label, value, note in rows if value]


def hand_overs_shown(detail: DossierDetail) -> list[dict[str, str]]:
    return [
        {
            "moment": _moment(one["returned_at"]),
            "recipient": " · ".join(
                filter(None, (one["recipient_name"], one.get("recipient_number")))
            ),
            "authority": one.get("authority", ""),
            "method": " · ".join(
                filter(
                    None,
                    (
                        str(RETURN_METHODS[ReturnMethod(one["method"])]),
                        one.get("tracking_number"),
                    ),
                )
            ),
            "note": one.get("note", ""),
        }
        for one in detail.hand_overs
    ]


def files_shown(detail: DossierDetail) -> list[dict[str, Any]]:
    """Files that are part of the dossier; pictures and PDF can be looked at in the page."""
    issued = {digest for result in detail.results for digest in result.get("digests", ())}
    return [
        {**_file(detail.code, file), "is_issued": file["digest"] in issued, **_place(detail, file)}
        for file in detail.files
        if not file.get("is_removed")
    ]


def _file(code: str, file: dict[str, Any]) -> dict[str, Any]:
    url = reverse("workspace:dossier-file", args=[code, file["position"]])
    return {
        "position": file["position"],
        "name": file["name"],
        "size": size_words(file["size"]),
        "url": url,
        "keep_url": f"{url}?keep=1",
        "is_picture": file["media_type"] in PICTURES,
        "is_pdf": file["media_type"] == MediaType.PDF,
    }


def _place(detail: DossierDetail, file: dict[str, Any]) -> dict[str, str]:
    place = file.get("paper_position")
    paper = detail.papers[place].name if place is not None and place < len(detail.papers) else ""
    kind = str(FILE_KINDS[FileKind(file["kind"])])
    added = _("%(by)s thêm lúc %(moment)s")
    told = added % {"by": file.get("added_by", ""), "moment": _moment(file["added_at"])}
    return {"kind": f"{kind}: {paper}" if paper else kind, "added": told}


def date_changes(detail: DossierDetail) -> list[str]:
    """Every change of the date after the first: to what, who, why."""
    told: list[str] = []
    promised: str | None = None
    for fact in detail.facts:
        if fact.payload.get("clock") is None:
            continue
        due = fact.payload.get("due_at")
        if promised is not None and due != promised:
            told.append(_change(fact, due))
        promised = due or (promised and "")
    return told


def _change(fact: FactRow, due: str | None) -> str:
    words = _("%(moment)s: %(due)s – %(what)s (%(by)s)")
    return words % {
        "moment": short_moment(fact.occurred_at),
        "due": _("hẹn trả %(due)s") % {"due": _moment(due)} if due else _("ngừng tính thời hạn"),
        "what": str(FACTS[fact.code]) % fact.payload,
        "by": acted_by(fact.actor),
    }
