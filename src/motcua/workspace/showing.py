"""Rows as pages show them: words, tones and addresses ready, so that templates only lay out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.dossiers.queries.lists import DossierRow
from motcua.dossiers.vocabulary import OPEN, Status
from motcua.dossiers.wording import CHANNELS, STATUSES
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_moment
from motcua.procedures.vocabulary import Channel

STATUS_TONES = {
    Status.RECEIVED: "info",
    Status.PROCESSING: "info",
    Status.SUPPLEMENT_REQUESTED: "warning",
    Status.OBLIGATION_DUE: "warning",
    Status.SETTLED: "success",
    Status.RETURNED: "success",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A word with a tone; the word says it, the tone only underlines."""

    word: str
    tone: str = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDossier:
    """One dossier in a list."""

    url: str
    code: str
    owner_name: str
    procedure_name: str
    procedure_code: str
    channel: str
    status: Shown
    received: str
    due: str
    due_mark: Shown | None


def status_shown(status: str) -> Shown:
    known = Status(status)
    return Shown(str(STATUSES[known]), STATUS_TONES.get(known, "neutral"))


def due_mark(status: str, due_at: datetime | None, at: datetime) -> Shown | None:
    """Whether an open dossier is late or due today; nothing for the others."""
    if due_at is None or Status(status) not in OPEN:
        return None
    if due_at < at:
        return Shown(_("Quá hạn"), "danger")
    if local_day(due_at) == local_day(at):
        return Shown(_("Hẹn trả hôm nay"), "warning")
    return None


def dossier_rows(rows: Iterable[DossierRow], at: datetime) -> list[ShownDossier]:
    return [
        ShownDossier(
            url=reverse("workspace:dossier", args=[row.code]),
            code=row.code,
            owner_name=row.owner_name,
            procedure_name=row.procedure_name,
            procedure_code=row.procedure_code,
            channel=str(CHANNELS[Channel(row.channel)]),
            status=status_shown(row.status),
            received=short_moment(row.received_at),
            due=short_moment(row.due_at) if row.due_at else _("Trả ngay"),
            due_mark=due_mark(row.status, row.due_at, at),
        )
        for row in rows
    ]


def status_choices(chosen: str) -> list[dict[str, object]]:
    """The states to filter by, "all" first."""
    every = [{"value": "", "label": _("Mọi trạng thái"), "chosen": not chosen}]
    return every + [
        {"value": str(status), "label": str(word), "chosen": str(status) == chosen}
        for status, word in STATUSES.items()
    ]
