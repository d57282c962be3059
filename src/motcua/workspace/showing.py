"""Rows as pages show them: words, tones and addresses ready, so that templates only lay out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.dossiers.queries.lists import DossierRow
from motcua.dossiers.rules.timeliness import is_due_soon, is_overdue
from motcua.dossiers.vocabulary import (
    BEFORE_RECEPTION,
    IN_HAND_STAGES,
    WAITING_STAGES,
    Stage,
    Status,
    Timeliness,
)
from motcua.dossiers.wording import CHANNELS, STAGES, STATUSES, TIMELINESS
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
STAGE_TONES = {
    Stage.IN_TRANSIT: "info",
    Stage.RECEIVED: "info",
    Stage.PROCESSING: "info",
    Stage.PROPOSED: "accent",
    Stage.DECIDED: "accent",
    Stage.COMPLETION_ASKED: "warning",
    Stage.SUPPLEMENT_REQUESTED: "warning",
    Stage.OBLIGATION_DUE: "warning",
    Stage.SETTLED: "success",
    Stage.RETURNED: "success",
}
TIMELINESS_TONES = {
    Timeliness.EARLY: "success",
    Timeliness.ON_TIME: "success",
    Timeliness.OVERDUE: "danger",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A word with a tone; the word says it, the tone only underlines."""

    word: str
    tone: str = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDossier:
    """One dossier in a list. `assignee` is empty while it is nobody's."""

    url: str
    code: str
    owner_name: str
    procedure_name: str
    procedure_code: str
    channel: str
    status: Shown
    stage: Shown
    assignee: str
    received: str
    due: str
    due_mark: Shown | None


class Dated(Protocol):
    """What of a dossier its date is told by."""

    @property
    def stage(self) -> Stage: ...
    @property
    def due_at(self) -> datetime | None: ...
    @property
    def due_soon_at(self) -> datetime | None: ...
    @property
    def timeliness(self) -> str: ...


def status_shown(status: str) -> Shown:
    known = Status(status)
    return Shown(str(STATUSES[known]), STATUS_TONES.get(known, "neutral"))


def stage_shown(stage: Stage, *, awaits_companion: bool = False) -> Shown:
    """What waits for another of its group is not on its way to anybody yet."""
    if awaits_companion and stage is Stage.IN_TRANSIT:
        return Shown(_("Chờ việc khác"), "info")
    return Shown(str(STAGES[stage]), STAGE_TONES.get(stage, "neutral"))


def due_words(stage: Stage, due_at: datetime | None) -> str:
    """The date, or why there is none."""
    if due_at is not None:
        return short_moment(due_at)
    if stage in WAITING_STAGES:
        return _("Đang chờ người nộp")
    if stage is Stage.NOT_RECEIVED:
        return _("Không tiếp nhận")
    if stage in BEFORE_RECEPTION:
        return _("Chưa tiếp nhận")
    if stage is Stage.IN_TRANSIT:
        return _("Tính khi cơ quan có thẩm quyền nhận")
    at_once = stage in IN_HAND_STAGES | {Stage.SETTLED, Stage.RETURNED}
    return _("Trả ngay") if at_once else _("Không còn")


def due_mark(of: Dated, at: datetime) -> Shown | None:
    """How a dossier stands against its date, or how it ended; nothing where there is no haste."""
    if of.timeliness:
        ended = Timeliness(of.timeliness)
        return Shown(str(TIMELINESS[ended]), TIMELINESS_TONES[ended])
    if is_overdue(of.stage, of.due_at, at):
        return Shown(_("Quá hạn"), "danger")
    if of.stage in WAITING_STAGES:
        return Shown(_("Chờ người nộp"), "info")
    if of.stage not in IN_HAND_STAGES or of.due_at is None:
        return None
    if local_day(of.due_at) == local_day(at):
        return Shown(_("Hẹn trả hôm nay"), "warning")
    if is_due_soon(of.stage, of.due_at, of.due_soon_at, at):
        return Shown(_("Sắp đến hạn"), "warning")
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
            stage=stage_shown(row.stage, awaits_companion=row.awaits_companion),
            assignee=row.assignee_name,
            received=short_moment(row.received_at),
            due=due_words(row.stage, row.due_at),
            due_mark=due_mark(row, at),
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
