"""A draft tried on last year's dossiers before it is published: asked for, watched, told in numbers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.accounts.rules.roles import Permission
from motcua.kernel.actor import Role
from motcua.kernel.money import figures
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.processes.queries.drafts import process_draft
from motcua.processes.rules.document import digest_of
from motcua.processes.rules.shapes import Who
from motcua.processes.vocabulary import WhoKind
from motcua.processes.who_words import who_words
from motcua.workflow.replay.beginning import begin_replay
from motcua.workflow.replay.standing import ReplayStanding, last_replay
from motcua.workflow.tasks import go_on_replay
from motcua.workspace.processes.room import ProcessView

HOUR = 60
DAY_MINUTES = 24 * HOUR


class TryProcess(ProcessView):
    """GET: how the last trial stands. POST `do`: begin, or go-on when nothing moves."""

    permission = Permission.PROCESS_CHANGE

    def get(self, request: HttpRequest, process_id: int) -> HttpResponse:
        identity = self.identity(process_id)
        run = last_replay(self.actor, self.at, process_id)
        draft = process_draft(self.actor, process_id)
        is_other = bool(run and draft and digest_of(draft.definition) != run.digest)
        context: dict[str, Any] = {
            "identity": identity,
            "draft": draft,
            "run": run,
            "here": request.path,
            "is_still": bool(run and run.is_still(self.at)),
            "is_other": is_other,
            **(self._told(run) if run else {}),
        }
        return self.page("workspace/processes/try.html", context)

    def post(self, request: HttpRequest, process_id: int) -> HttpResponse:
        do = request.POST.get("do", "")
        run = last_replay(self.actor, self.at, process_id)
        if do == "go-on" and run is not None and run.is_still(self.at):
            go_on_replay.enqueue(run.id)
        if do == "begin":
            try:
                go_on_replay.enqueue(
                    begin_replay(actor=self.actor, at=self.at, process_id=process_id)
                )
            except (NotFound, NotPermitted):
                raise
            except Refusal as refusal:
                self.tell(refusal)
        return self.away("try-process", process_id)

    def _told(self, run: ReplayStanding) -> dict[str, Any]:
        names = self.names(self.identity(run.process_id), run.process)
        return {
            "label": _("Đã thử trên hồ sơ cũ"),
            "progress": ngettext("%(done)s/%(total)s hồ sơ", "%(done)s/%(total)s hồ sơ", run.done)
            % {"done": figures(run.done), "total": figures(run.total or 0)},
            "by_hand": run.tally.counts.get("by_hand", 0),
            "without_old": run.tally.counts.get("without_old", 0),
            "dates": _dates(run),
            "late": _late(run),
            "steps": _steps(run),
            "loads": _loads(run, names),
        }


def _dates(run: ReplayStanding) -> list[dict[str, str]]:
    numbers = run.tally.dates

    def farthest(name: str) -> str:
        minutes = numbers.get(name, 0)
        return _("xa nhất %(days)s ngày") % {"days": _days(minutes)} if minutes else ""

    return [
        {"label": label, "value": figures(numbers.get(name, 0)), "note": note}
        for name, label, note in (
            ("same", _("Ngày hẹn như cũ"), ""),
            ("earlier", _("Hẹn sớm hơn"), farthest("earliest")),
            ("later", _("Hẹn muộn hơn"), farthest("latest")),
            ("unknown", _("Đang tạm dừng, chưa có ngày"), ""),
        )
    ]


def _late(run: ReplayStanding) -> list[dict[str, str]]:
    numbers = run.tally.late
    return [
        {"label": label, "value": figures(numbers.get(name, 0))}
        for name, label in (
            ("ended", _("Hồ sơ đã xong")),
            ("before", _("Đã trễ theo ngày hẹn cũ")),
            ("after", _("Sẽ trễ theo quy trình thử")),
            ("newly", _("Trước đúng hạn, nay trễ")),
            ("no_longer", _("Trước trễ, nay đúng hạn")),
        )
    ]


def _steps(run: ReplayStanding) -> list[dict[str, str]]:
    """Rows for the steps whose end is known, where time goes over first."""
    told = [
        (row["over"] / row["measured"], key, row)
        for key, row in run.tally.steps.items()
        if row.get("measured") and run.process.has(key)
    ]
    return [
        {
            "number": run.process.step(key).number,
            "name": run.process.step(key).name,
            "measured": figures(row["measured"]),
            "over": figures(row["over"]),
            "share": f"{round(share * 100)}%",
            "taken": _hours(row["minutes"] / row["measured"]),
            "allotted": _hours(row["allotted"] / row["measured"]),
        }
        for share, key, row in sorted(told, key=lambda one: (-one[0], one[1]))
    ]


def _loads(run: ReplayStanding, names: Any) -> list[dict[str, str]]:
    """Who would have how much to do, against the process of the day."""
    new, old = run.tally.loads.get("new", {}), run.tally.loads.get("old", {})
    rows = []
    for place in sorted({*new, *old}, key=lambda one: -new.get(one, {}).get("minutes", 0)):
        week, minutes = run.tally.peak("new", place)
        year, _dash, number = week.partition("-")
        rows.append(
            {
                "who": _place(place, names),
                "tasks_old": figures(old.get(place, {}).get("tasks", 0)),
                "tasks": figures(new.get(place, {}).get("tasks", 0)),
                "hours_old": _hours(old.get(place, {}).get("minutes", 0)),
                "hours": _hours(new.get(place, {}).get("minutes", 0)),
                "peak": _("%(hours)s giờ, tuần %(week)s/%(year)s")
                % {"hours": _hours(minutes), "week": number, "year": year}
                if week
                else "—",
            }
        )
    return rows


def _place(place: str, names: Any) -> str:
    role, unit, agency = place.split("/")
    kind = WhoKind.AGENCY if agency else WhoKind.ROLE if role else WhoKind.UNIT
    who = Who(kind=kind, role=Role(role) if role else None, unit=unit, agency=agency)
    return who_words(who, names)


def _hours(minutes: float) -> str:
    """One decimal, as it is written here."""
    return f"{minutes / HOUR:.1f}".replace(".", ",").removesuffix(",0")


def _days(minutes: int) -> str:
    return f"{minutes / DAY_MINUTES:.1f}".replace(".", ",").removesuffix(",0")
