"""A long run as its page shows it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.agencies.successions import slugs_of
from motcua.dossiers.commands.carry_out_succession import ChangedSinceRehearsal
from motcua.dossiers.long_runs.standing import LongStanding, ToldMove
from motcua.dossiers.rules.exports import RunOutcome
from motcua.dossiers.rules.long_runs import LongKind
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.money import figures
from motcua.kernel.refusal import Refusal
from motcua.workspace.agencies.rehearsal import PARTS
from motcua.workspace.agencies.showing import worded


def long_run_shown(run: LongStanding, at: datetime) -> dict[str, Any]:
    """Its title, how far it is, what has moved, and where to go afterwards."""
    return {
        "title": _title(run),
        "label": _label(run, at),
        "told": _told(run),
        "moves": [_move(run.kind, one) for one in run.moves],
        "hidden_count": max(0, run.moved - len(run.moves)),
        "why": _why(run.refusal) if run.refusal else "",
        "afterwards": _afterwards(run),
    }


def _title(run: LongStanding) -> str:
    if run.kind is LongKind.DAY_OFF:
        name = run.special.name if run.special else ""
        told = {"day": short_day(run.day), "name": name}
        return _("Tính lại ngày hẹn trả: %(name)s, %(day)s") % told
    return _("Sắp xếp cơ quan từ ngày %(day)s") % {"day": short_day(run.day)}


def _label(run: LongStanding, at: datetime) -> str:
    if run.outcome is RunOutcome.DONE:
        return _("Đã xong")
    if run.outcome is not None:
        return _("Chưa thực hiện")
    if run.is_still(at):
        return _("Đứng yên")
    if not run.begun:
        return _("Đang đối chiếu với lần thử")
    return _("Đang đổi từng hồ sơ") if run.done else _("Chờ đến lượt")


def _told(run: LongStanding) -> str:
    if run.total is None and not run.is_over:
        return _("Chưa đếm xong")
    if run.kind is LongKind.DAY_OFF:
        words = ngettext(
            "đã xem %(done)s, đổi ngày hẹn %(num)s hồ sơ",
            "đã xem %(done)s, đổi ngày hẹn %(num)s hồ sơ",
            run.moved,
        )
    else:
        words = ngettext(
            "đã xem %(done)s, đã chuyển %(num)s hồ sơ",
            "đã xem %(done)s, đã chuyển %(num)s hồ sơ",
            run.moved,
        )
    done = f"{figures(run.done)}/{figures(run.total or run.done)}"
    return words % {"done": done, "num": figures(run.moved)}


def _move(kind: LongKind, one: ToldMove) -> dict[str, str]:
    shown = _moment if kind is LongKind.DAY_OFF else str
    return {
        "code": one.code,
        "before": shown(one.before) or _("Trả ngay"),
        "after": shown(one.after) or _("Trả ngay"),
    }


def _moment(text: str) -> str:
    return short_moment(datetime.fromisoformat(text)) if text else ""


def _why(refusal: Refusal) -> str:
    """Why nothing has changed; parts that are not as they were rehearsed are named in words."""
    if refusal.code == ChangedSinceRehearsal.code:
        changed = ", ".join(str(PARTS[part]) for part in str(refusal.params["what"]).split(", "))
        words = _("Đã có thay đổi từ khi thử: %(parts)s. Thử lại, xem kết quả mới rồi thực hiện.")
        return words % {"parts": changed}
    return worded(refusal)


def _afterwards(run: LongStanding) -> dict[str, str]:
    """Where the change is to be seen."""
    if run.kind is LongKind.DAY_OFF:
        url = f"{reverse('workspace:calendar')}?year={run.day.year}"
        return {"url": url, "label": _("Xem lịch làm việc")}
    slugs = slugs_of(frozenset(run.successor_ids[:1]))
    if not slugs:
        return {"url": reverse("workspace:agencies"), "label": _("Xem các cơ quan")}
    url = reverse("workspace:agency", args=[slugs[run.successor_ids[0]]])
    return {"url": url, "label": _("Xem cơ quan kế thừa")}
