"""The lives of the sample's dossiers: each act by the officer whose it is, in the order of time.

A plan is a row of what is to happen, with how long after the last; the acts themselves are the
real ones, so the sample can only hold what the rules allow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heappop, heappush
from random import Random
from typing import Any

from motcua.accounts.queries import actor_for_user, user_id_called
from motcua.dossiers import inputs
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.vocabulary import Act, Decision, ReturnMethod, TerminationGround
from motcua.jobs.sample.answers import answer_what_was_asked, ask_what_is_needed
from motcua.kernel.actor import Actor, Door
from motcua.kernel.refusal import Refusal
from motcua.worktime.queries.calendars import office_time

HANDLER_OF_UNIT = {
    "van-phong": "thuly1",
    "phong-kinh-te": "thuly2",
    "phong-van-hoa-xa-hoi": "thuly3",
}
SUPPLEMENTED, SUSPENDED, WITHDRAWN, DECLINED, SENT_BACK = 0.10, 0.03, 0.02, 0.04, 0.03
FINISHED_LATE = 0.05


@dataclass(frozen=True, slots=True)
class Step:
    """One act to come: by whom, after how much working time, with what."""

    act: Act
    by: str
    after_minutes: int
    given: Callable[[DossierDetail], Any]


@dataclass(order=True, slots=True)
class _Turn:
    at: datetime
    order: int
    code: str = field(compare=False)
    steps: list[Step] = field(compare=False)


class Lives:
    """Dossiers under way, the next act first."""

    def __init__(self, random: Random, now: datetime, agency_id: int) -> None:
        self._random = random
        self._now = now
        self._agency_id = agency_id
        self._turns: list[_Turn] = []
        self._actors: dict[str, Actor] = {}
        self._count = 0

    def add(self, ref: DossierRef, at: datetime, unit_slug: str, minutes: int) -> None:
        """A dossier just received; `minutes`: the working time until its date."""
        handler = HANDLER_OF_UNIT.get(unit_slug)
        if handler is not None:
            self._push(ref.code, at, list(self._plan(handler, minutes)))

    def go_on_until(self, at: datetime) -> None:
        """Everything that is to happen before that moment."""
        while self._turns and self._turns[0].at <= at:
            turn = heappop(self._turns)
            if self._perform(turn):
                self._push(turn.code, turn.at, turn.steps[1:])

    def _push(self, code: str, since: datetime, steps: list[Step]) -> None:
        if not steps:
            return
        calendar = office_time(self._agency_id, since.date()).calendar
        at = calendar.add_working_minutes(since, max(1, steps[0].after_minutes))
        at += timedelta(seconds=self._random.randint(0, 59))
        if at <= self._now:
            self._count += 1
            heappush(self._turns, _Turn(at, self._count, code, steps))

    def _perform(self, turn: _Turn) -> bool:
        step = turn.steps[0]
        actor = self._actor(step.by, turn.at)
        asked = Asked(actor=actor, at=turn.at, code=turn.code)
        try:
            if step.act is Act.PROPOSE:
                answer_what_was_asked(self._actor, turn.code, step.by, turn.at)
            perform(asked, step.act, step.given(dossier_detail(actor, turn.code)))
            if step.act is Act.START:
                ask_what_is_needed(self._actor, turn.code, step.by, turn.at)
        except Refusal:
            # Invented lives may run into a rule (a date that cannot move): they stay where they are.
            return False
        return True

    def _actor(self, name: str, at: datetime) -> Actor:
        if name not in self._actors:
            self._actors[name] = actor_for_user(
                user_id_called(name), at, Door.COMMAND_LINE, f"demo-{name}"
            )
        return self._actors[name]

    def _plan(self, handler: str, minutes: int) -> Iterator[Step]:
        """What will happen to a dossier whose limit is `minutes` of working time."""
        chance, random = self._random.random(), self._random
        speed = random.uniform(1.05, 1.6) if random.random() < FINISHED_LATE else 0.0
        left = int(minutes * (speed or random.uniform(0.25, 0.85)))
        yield Step(Act.START, handler, random.randint(5, max(6, left // 6)), lambda _d: NOTHING)
        if chance < WITHDRAWN:
            yield from self._withdrawn(left)
            return
        if chance < WITHDRAWN + SUPPLEMENTED:
            yield Step(Act.REQUEST_SUPPLEMENT, handler, left // 6, _asking)
            yield Step(Act.SUPPLEMENT, "tiepnhan2", random.randint(480, 2000), _answering)
        elif chance < WITHDRAWN + SUPPLEMENTED + SUSPENDED:
            yield Step(Act.SUSPEND, handler, left // 6, lambda _d: TAX)
            yield Step(Act.RESUME, handler, random.randint(480, 1500), lambda _d: inputs.Resume())
        yield from self._to_the_end(handler, left)

    def _withdrawn(self, left: int) -> Iterator[Step]:
        reason = inputs.Withdraw(reason="Không còn nhu cầu")
        yield Step(Act.WITHDRAW, "tiepnhan1", left // 3, lambda _d: reason)
        stop = inputs.Terminate(
            ground=TerminationGround.WITHDRAWN,
            reason="Theo đơn đề nghị của người nộp",
            papers_given_back=True,
        )
        yield Step(Act.TERMINATE, "truongphong", 120, lambda _d: stop)

    def _to_the_end(self, handler: str, left: int) -> Iterator[Step]:
        random = self._random
        decision = Decision.DECLINED if random.random() < DECLINED else Decision.GRANTED
        opinion = "Đủ điều kiện" if decision is Decision.GRANTED else "Thiếu căn cứ theo quy định"
        proposal = inputs.Propose(decision=decision, opinion=opinion)
        yield Step(Act.PROPOSE, handler, left // 2, lambda _d: proposal)
        if random.random() < SENT_BACK:
            why = inputs.WithReason(reason="Bổ sung căn cứ vào dự thảo")
            yield Step(Act.SEND_BACK, "lanhdao", left // 12, lambda _d: why)
            yield Step(Act.PROPOSE, handler, left // 12, lambda _d: proposal)
        grounds = "" if decision is Decision.GRANTED else opinion
        decided = inputs.Decide(decision=decision, grounds=grounds)
        yield Step(Act.DECIDE, "lanhdao", left // 6, lambda _d: decided)
        number = f"{random.randint(1, 400)}/{'GCN' if decision is Decision.GRANTED else 'TB'}-UBND"
        issued = inputs.IssueResult(document_number=number, signed_by="Đặng Thị Bích Vân")
        yield Step(Act.ISSUE_RESULT, "vanthu", max(5, left // 12), lambda _d: issued)
        yield Step(Act.RETURN_RESULT, "tiepnhan3", random.randint(30, 3000), _handing_over)


NOTHING = inputs.Nothing()
TAX = inputs.WithReason(reason="Chờ nộp thuế theo thông báo của cơ quan thuế")


def _asking(detail: DossierDetail) -> inputs.AskToComplete:
    name = detail.papers[0].name if detail.papers else "Tờ khai"
    item = inputs.AskedItem(
        name=name, what="Ghi đủ các mục và ký tên", why="Còn bỏ trống nội dung bắt buộc"
    )
    return inputs.AskToComplete(items=(item,), reason="Tờ khai chưa đủ nội dung")


def _answering(detail: DossierDetail) -> inputs.Supplement:
    request = detail.open_request or {"items": ()}
    return inputs.Supplement(answered=tuple(range(len(request["items"]))))


def _handing_over(detail: DossierDetail) -> inputs.ReturnResult:
    owner = detail.owner
    return inputs.ReturnResult(
        method=ReturnMethod(detail.return_method),
        recipient_name=owner.name,
        recipient_number=owner.personal_id,
    )
