"""Rows, counts and choices of the lists of work, ready to be laid out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.queries.colleagues import Colleague
from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import place_name
from motcua.dossiers.commands.bulk import BULK_ACTS
from motcua.dossiers.queries.bulk import Candidate, Outcome
from motcua.dossiers.queries.custody.lists import Elsewhere
from motcua.dossiers.queries.lists import DossierRow
from motcua.dossiers.queries.urgency import Urgency
from motcua.dossiers.queries.work import Whose, WorkFigures, WorkFilter
from motcua.dossiers.vocabulary import OPEN_STAGES, Act, Decision, Stage
from motcua.dossiers.wording import ACTS, DECISIONS, STAGES
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_moment
from motcua.ui.formats import number
from motcua.workspace.acts.table import slug_of
from motcua.workspace.showing import Shown, ShownDossier, dossier_rows
from motcua.workspace.work.asking import NOBODY, work_url

WHOSE = {
    Whose.MINE: gettext_lazy("Việc của tôi"),
    Whose.NOBODYS: gettext_lazy("Chưa có người giải quyết"),
    Whose.LED: gettext_lazy("Phần tôi phụ trách"),
    Whose.ALL: gettext_lazy("Mọi hồ sơ tôi được xem"),
}
URGENCIES = {
    Urgency.OVERDUE: (gettext_lazy("quá hạn"), "triangle-alert", "danger"),
    Urgency.DUE_TODAY: (gettext_lazy("hẹn trả hôm nay"), "calendar-clock", "warning"),
    Urgency.DUE_SOON: (gettext_lazy("sắp đến hạn"), "clock", "warning"),
    Urgency.LATER: (gettext_lazy("chưa đến hạn"), "inbox", ""),
    Urgency.WAITING: (gettext_lazy("chờ người nộp"), "circle-pause", ""),
}
IN_ORDER = (
    Act.START,
    Act.TAKE_OVER,
    Act.PROPOSE,
    Act.DECIDE,
    Act.ISSUE_RESULT,
    Act.ASSIGN,
    Act.SEND_BACK,
    Act.EXTEND,
    Act.APOLOGIZE,
    Act.NOTE,
)
"""The buttons under a list, in this order."""


def whose_tabs(
    actor: Actor, which: WorkFilter, counts: Mapping[Whose, int]
) -> list[dict[str, Any]]:
    """Other lists with the same filter; only leaders have people to whom they give work."""
    leads = may(actor, Permission.DOSSIER_ASSIGN)
    return [
        {"url": work_url(replace(which, whose=whose)), "label": label,
         "current": whose is which.whose, "count": number(counts[whose])}
        for whose, label in WHOSE.items()
        if leads or whose is not Whose.LED
    ]  # fmt: skip


def urgency_figures(which: WorkFilter, figures: WorkFigures) -> list[dict[str, Any]]:
    """One count a group, each a way to its list; all of them first."""
    every = {
        "key": "total",
        "value": figures.total,
        "label": _("tất cả"),
        "url": work_url(replace(which, urgency=None)),
        "icon": "layers",
        "tone": "",
        "current": which.urgency is None,
    }
    groups = [
        {
            "key": group.lower(),
            "value": getattr(figures, group.lower()),
            "label": label,
            "url": work_url(replace(which, urgency=group)),
            "icon": icon,
            "tone": tone if getattr(figures, group.lower()) else "",
            "current": which.urgency is group,
        }
        for group, (label, icon, tone) in URGENCIES.items()
    ]
    return [every, *groups]


@dataclass(frozen=True, slots=True, kw_only=True)
class TickedRow:
    """A dossier with a box before it; `blocked` says why it has none."""

    dossier: ShownDossier
    chosen: bool
    blocked: str = ""
    elsewhere: str = ""


def ticked_rows(
    rows: Iterable[DossierRow],
    at: datetime,
    chosen: Iterable[str] = (),
    away: Mapping[str, Elsewhere] | None = None,
) -> list[TickedRow]:
    ticked, held = frozenset(chosen), away or {}
    return [
        TickedRow(
            dossier=row,
            chosen=row.code in ticked,
            elsewhere=elsewhere_words(held[row.code], at) if row.code in held else "",
        )
        for row in dossier_rows(rows, at)
    ]


def elsewhere_words(one: Elsewhere, at: datetime) -> str:
    """Where a dossier is, and until when."""
    told = {"place": place_name(one.agency_id, one.unit_id, local_day(at))}
    if one.until is None:
        return _("đang ở %(place)s") % told
    told["moment"] = short_moment(one.until)
    return _("đang ở %(place)s, phải xong trước %(moment)s") % told


def acts_for(candidates: Iterable[Candidate]) -> list[dict[str, str]]:
    """The acts for many that fit at least one of the dossiers, as buttons."""
    fitting = {act for one in candidates for act in one.acts} & BULK_ACTS
    return [{"slug": slug_of(act), "label": str(ACTS[act])} for act in IN_ORDER if act in fitting]


def stage_choices(chosen: Stage | None) -> list[dict[str, Any]]:
    return choices(
        _("Mọi bước"),
        [(str(stage), STAGES[stage]) for stage in Stage if stage in OPEN_STAGES],
        str(chosen or ""),
    )


def people_choices(people: Iterable[Colleague], which: WorkFilter) -> list[dict[str, Any]]:
    chosen = NOBODY if which.unassigned else str(which.assignee_id or "")
    known = [(NOBODY, _("Chưa giao ai")), *((str(one.holding_id), one.name) for one in people)]
    return choices(_("Bất kỳ ai"), known, chosen)


def choices(first: str, known: Iterable[tuple[str, Any]], chosen: str) -> list[dict[str, Any]]:
    """For a select: everything first."""
    every = {"value": "", "label": first, "chosen": not chosen}
    return [
        every,
        *({"value": value, "label": str(label), "chosen": value == chosen}
          for value, label in known),
    ]  # fmt: skip


OUTCOME_LABELS = {
    Act.DECIDE: gettext_lazy("Đề xuất"),
    Act.ISSUE_RESULT: gettext_lazy("Quyết định"),
}


def outcomes_shown(outcomes: Mapping[str, Outcome]) -> dict[str, Shown]:
    """What was proposed or decided, by code; a no stands out."""
    return {
        code: Shown(
            str(DECISIONS[one.decision]),
            "danger" if one.decision is Decision.DECLINED else "success",
        )
        for code, one in outcomes.items()
    }
