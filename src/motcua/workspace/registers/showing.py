"""The register as pages show it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.dossiers.queries.register import RegisterLine, RegisterTotals, RegisterYear
from motcua.dossiers.vocabulary import ReturnMethod
from motcua.dossiers.wording import RETURN_METHODS
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.money import figures
from motcua.workspace.showing import Shown, due_mark, due_words, stage_shown


def year_rows(books: Iterable[RegisterYear]) -> list[dict[str, Any]]:
    return [
        {
            "url": f"{reverse('workspace:register', args=[book.year])}?agency={book.agency_id}",
            "year": book.year,
            "agency": book.agency_name,
            "last": figures(book.last),
            "state": book_state(book),
            "closed": closed_words(book),
        }
        for book in books
    ]


def book_state(book: RegisterYear) -> Shown:
    if book.closed_at is None:
        return Shown(_("Đang mở"), "info")
    return Shown(_("Đã khóa"), "success")


def closed_words(book: RegisterYear) -> str:
    if book.closed_at is None:
        return ""
    told = _("%(name)s khóa lúc %(moment)s")
    return told % {"name": book.closed_by, "moment": short_moment(book.closed_at)}


def line_rows(lines: Iterable[RegisterLine], at: datetime) -> list[dict[str, Any]]:
    return [
        {
            "number": line.number,
            "url": reverse("workspace:dossier", args=[line.code]),
            "code": line.code,
            "procedure": line.procedure_name,
            "sets": line.sets,
            "owner": line.owner_name,
            "contact": ", ".join(part for part in (line.address, line.phone) if part),
            "handled_by": line.handled_by,
            "taken_over": short_moment(line.taken_over_at) if line.taken_over_at else "",
            "received": short_moment(line.received_at),
            "due": due_words(line.stage, line.due_at),
            "mark": due_mark(line, at),
            "returned": short_moment(line.returned_at) if line.returned_at else "",
            "returned_by": line.returned_by,
            "returned_to": line.returned_to,
            "method": str(RETURN_METHODS[ReturnMethod(line.return_method)]),
            "stage": stage_shown(line.stage),
            "note": line.note,
        }
        for line in lines
    ]


def totals_shown(totals: RegisterTotals) -> list[dict[str, str]]:
    told = [
        (totals.total, _("hồ sơ"), ""),
        (totals.open, _("đang giải quyết"), ""),
        (totals.settled, _("có kết quả, chờ trả"), ""),
        (totals.returned, _("đã trả"), ""),
        (totals.stopped, _("rút, dừng"), ""),
        (totals.late, _("trễ hạn"), "danger" if totals.late else ""),
    ]
    return [
        {"value": figures(count), "label": label, **({"tone": tone} if tone else {})}
        for count, label, tone in told
    ]
