"""What an act will do, in words, before it is done: where the dossier goes, what the clock does."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.dossiers.events import LifeEvent
from motcua.dossiers.inputs import Offer
from motcua.dossiers.rules.facts import DossierFacts
from motcua.dossiers.rules.timeliness import is_overdue
from motcua.dossiers.vocabulary import OPEN_STAGES, Act, Stage, Timeliness
from motcua.dossiers.wording import STAGES, TIMELINESS
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_moment
from motcua.workspace.acts.rehearsal import rehearse
from motcua.workspace.acts.standing import Standing
from motcua.workspace.acts.task_time import end_words

LATER = frozenset({Act.EXTEND, Act.APOLOGIZE})


def foretold(standing: Standing, act: Act, given: Any = None) -> list[str]:
    """One or two sentences. Refusals: those of the rule, when it would say no."""
    event = rehearse(standing, act, given)
    if event is None:
        return [_("Trạng thái và ngày hẹn trả không đổi.")]
    told = [_stage(standing.facts, event)]
    if isinstance(given, Offer):
        told += end_words(standing, given)
    late = _late(standing, event)
    if late:
        return [*told, late]
    date = _date(standing.facts, event, is_chosen=act not in LATER or given is not None)
    return [*told, date] if date else told


def _stage(facts: DossierFacts, event: LifeEvent) -> str:
    stage = Stage(event.stage)
    if stage is facts.stage:
        return _("Hồ sơ vẫn ở trạng thái “%(stage)s”.") % {"stage": STAGES[stage]}
    return _("Hồ sơ chuyển sang trạng thái “%(stage)s”.") % {"stage": STAGES[stage]}


def _late(standing: Standing, event: LifeEvent) -> str:
    """What is owed for a dossier whose date is past and which stays open as it is."""
    facts = standing.facts
    moves = event.clock is not None or {"appointment_at", "ended_at"} & set(event.changes)
    if (
        moves
        or facts.due_at is None
        or not is_overdue(Stage(event.stage), facts.due_at, standing.at)
    ):
        return ""
    days = (local_day(standing.at) - local_day(facts.due_at)).days
    words = ngettext(
        "Hạn trả %(due)s đã qua %(days)s ngày.", "Hạn trả %(due)s đã qua %(days)s ngày.", days
    )
    told = words % {"due": short_moment(facts.due_at), "days": days}
    owed = _("Phải xin lỗi và hẹn lại ngày trả.")
    if facts.appointment_at is not None and facts.appointment_at > facts.due_at:
        renewed = short_moment(facts.appointment_at)
        owed = _("Đã xin lỗi, hẹn lại %(moment)s.") % {"moment": renewed}
    return f"{told} {owed}"


def _date(facts: DossierFacts, event: LifeEvent, *, is_chosen: bool) -> str:
    appointment = event.changes.get("appointment_at")
    if appointment is not None:
        words = (
            _("Hẹn lại %(to)s; hạn %(due)s vẫn giữ để tính đúng hạn hay quá hạn.")
            if is_chosen
            else _("Hẹn lại ngày bạn chọn, sớm nhất %(to)s; hạn %(due)s vẫn giữ để tính quá hạn.")
        )
        due = short_moment(facts.due_at) if facts.due_at else ""
        return words % {"to": short_moment(appointment), "due": due}
    if event.clock is not None:
        return _counted_anew(facts, event, is_chosen=is_chosen)
    if event.changes.get("ended_at") is not None:
        return _ended(event.changes.get("timeliness", ""))
    if facts.due_at is not None and Stage(event.stage) in OPEN_STAGES:
        return _("Ngày hẹn trả giữ nguyên: %(due)s.") % {"due": short_moment(facts.due_at)}
    return ""


def _counted_anew(facts: DossierFacts, event: LifeEvent, *, is_chosen: bool) -> str:
    if event.due_at is None and facts.due_at is None:
        return _("Thời hạn bắt đầu tính khi cơ quan có thẩm quyền nhận hồ sơ.")
    if event.due_at is None:
        return _(
            "Ngừng tính thời hạn từ bây giờ; ngày hẹn được tính lại khi người nộp làm xong phần mình."
        )
    to = short_moment(event.due_at)
    if facts.due_at is None:
        return _("Hẹn trả kết quả: %(to)s.") % {"to": to}
    if facts.due_at == event.due_at:
        return _("Thời hạn vẫn tính, ngày hẹn trả giữ nguyên: %(to)s.") % {"to": to}
    words = (
        _("Ngày hẹn trả chuyển từ %(before)s sang %(to)s.")
        if is_chosen
        else _("Ngày hẹn trả chuyển từ %(before)s sang ngày bạn chọn, sớm nhất %(to)s.")
    )
    return words % {"before": short_moment(facts.due_at), "to": to}


def _ended(outcome: str) -> str:
    if not outcome:
        return _("Hồ sơ kết thúc.")
    return _("Thời hạn tính đến lúc này: %(outcome)s.") % {
        "outcome": str(TIMELINESS[Timeliness(outcome)]).lower()
    }
