"""What becomes of a dossier of the five years: settled in time, settled late, or still open.

The plan says which; the moments are drawn from the working time until the date that was promised.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from random import Random

from motcua.dossiers import inputs
from motcua.dossiers.loading.desk import AnyLife
from motcua.dossiers.vocabulary import Act, Decision, ReturnMethod, Stage, TerminationGround
from motcua.jobs.sample.district.figures import LAST_DAY
from motcua.jobs.sample.district.matters import Matter
from motcua.jobs.sample.district.staff import Staff
from motcua.kernel.actor import Actor
from motcua.kernel.clock import ZONE
from motcua.worktime.rules.calendar import WorkCalendar

END = datetime.combine(LAST_DAY, time(17), tzinfo=ZONE)
ROOM_DAYS = 75
"""What waits for its applicant in between begins so long before the end."""
SUPPLEMENTED, TAXED, WITHDRAWN, DECLINED, SENT_BACK, CORRECTED = (
    0.05,
    0.35,
    0.006,
    0.02,
    0.03,
    0.002,
)
STILL_OVERDUE = 0.04
NOTHING = inputs.Nothing()
RESUME = inputs.Resume()
TAX = inputs.WithReason(reason="Chờ nộp thuế theo thông báo của cơ quan thuế")
AGAIN = inputs.WithReason(reason="Bổ sung căn cứ vào dự thảo")
NO_NEED = inputs.Withdraw(reason="Không còn nhu cầu")
STOP = inputs.Terminate(
    ground=TerminationGround.WITHDRAWN,
    reason="Theo đơn đề nghị của người nộp",
    papers_given_back=True,
)
GRANT = inputs.Propose(decision=Decision.GRANTED, opinion="Đủ điều kiện")
DECLINE = inputs.Propose(decision=Decision.DECLINED, opinion="Thiếu căn cứ theo quy định")
GRANTED = inputs.Decide(decision=Decision.GRANTED)
REFUSED = inputs.Decide(decision=Decision.DECLINED, grounds="Thiếu căn cứ theo quy định")


class Outcome(StrEnum):
    """How a dossier stands at the end of the five years."""

    IN_TIME = "IN_TIME"
    LATE = "LATE"
    OPEN = "OPEN"


@dataclass(slots=True)
class Course:
    """One life on its way: who has it, and how far it is."""

    life: AnyLife
    matter: Matter
    staff: Staff
    calendar: WorkCalendar
    random: Random
    number: int
    at: datetime
    handler: Actor

    def go(self, minutes: int) -> datetime:
        """Later by so much working time."""
        self.at = self._shaken(self.calendar.add_working_minutes(self.at, max(1, minutes)))
        return self.at

    def _shaken(self, at: datetime) -> datetime:
        """Some seconds into that minute; never behind what was."""
        return max(self.at, at - timedelta(seconds=self.random.randrange(60)))

    def do(self, act: Act, actor: Actor, given: object = NOTHING) -> None:
        self.life.do(act, actor, self.at, given)

    def minutes_until(self, moment: datetime) -> int:
        return self.calendar.working_minutes_between(self.at, moment)


def live(course: Course, outcome: Outcome) -> None:
    """Let it live until the end of the years. Its date has been promised."""
    if outcome is Outcome.OPEN:
        _stay_open(course)
    elif outcome is Outcome.LATE:
        _to_the_end(course, _late_minutes(course))
    else:
        _end_in_time(course)


def _end_in_time(course: Course) -> None:
    random, chance = course.random, course.random.random()
    left = _minutes_left(course)
    if chance < WITHDRAWN and not course.matter.is_at_once:
        _withdraw(course, left)
        return
    if not course.matter.is_same_day and END - course.at > timedelta(days=ROOM_DAYS):
        if course.matter.is_taxed and chance < TAXED:
            _pay_tax(course, left)
        elif chance < WITHDRAWN + SUPPLEMENTED:
            _ask_for_more(course, left)
        left = _minutes_left(course)
    share = (
        random.uniform(0.35, 0.98) if not course.matter.is_at_once else random.uniform(0.04, 0.5)
    )
    _to_the_end(course, max(4, int(left * share)))


def _minutes_left(course: Course) -> int:
    """Working time until the date, or until the end of the years when that is earlier."""
    due_at = course.life.due_at
    assert due_at is not None
    return course.minutes_until(min(due_at, END))


def _late_minutes(course: Course) -> int:
    due_at = course.life.due_at
    assert due_at is not None
    own_day = course.calendar.own_day_minutes
    behind = int(own_day * min(15.0, course.random.expovariate(1 / 2.5))) + course.random.randint(
        20, 200
    )
    return course.minutes_until(due_at) + behind


def _start(course: Course, minutes: int) -> None:
    course.go(minutes)
    course.do(Act.START, course.handler)


def _to_the_end(course: Course, minutes: int) -> None:
    """Handle it, sign it, issue it: the result is there after so many minutes of work."""
    random, staff = course.random, course.staff
    if course.life.stage is Stage.RECEIVED:
        _start(course, minutes // 8)
        minutes -= minutes // 8
    declined = random.random() < DECLINED and not course.matter.is_at_once
    signatory = random.choice(staff.signatories)
    left = minutes
    if not course.matter.is_at_once:
        left -= _propose(course, declined=declined, minutes=minutes, signatory=signatory)
    course.go(left * 2 // 3)
    course.do(Act.DECIDE, signatory, REFUSED if declined else GRANTED)
    course.go(left - left * 2 // 3 - 1)
    issued = inputs.IssueResult(
        document_number=f"{course.number}/{'TB' if declined else 'GCN'}-UBND",
        signed_by=signatory.name,
    )
    course.do(Act.ISSUE_RESULT, random.choice(staff.clerks), issued)
    _hand_over(course)
    if random.random() < CORRECTED and course.life.stage is Stage.RETURNED:
        _correct(course, signatory)


def _propose(course: Course, *, declined: bool, minutes: int, signatory: Actor) -> int:
    proposal = DECLINE if declined else GRANT
    spent = minutes // 2
    course.go(spent)
    course.do(Act.PROPOSE, course.handler, proposal)
    if course.random.random() < SENT_BACK and minutes > 60:
        for act, actor, given in (
            (Act.SEND_BACK, signatory, AGAIN),
            (Act.PROPOSE, course.handler, proposal),
        ):
            course.go(minutes // 12)
            course.do(act, actor, given)
            spent += minutes // 12
    return spent


def _hand_over(course: Course) -> None:
    """Most come for it soon; what would come after the years stays to be collected."""
    random, life = course.random, course.life
    soon = course.matter.is_at_once or random.random() < 0.3
    course.go(random.randint(2, 40) if soon else random.randint(60, 4000))
    if course.at > END or random.random() < 0.004:
        return
    owner = life.owner
    given = inputs.ReturnResult(
        method=ReturnMethod(life.return_method),
        recipient_name=owner.name,
        recipient_number=owner.personal_id,
    )
    course.do(Act.RETURN_RESULT, random.choice(course.staff.reception), given)


def _correct(course: Course, signatory: Actor) -> None:
    course.go(course.random.randint(500, 6000))
    if course.at > END:
        return
    again = inputs.CorrectResult(
        reason="Sai sót kỹ thuật khi soạn thảo",
        document_number=f"{course.number}/GCN-UBND (đính chính)",
        signed_by=signatory.name,
    )
    course.do(Act.CORRECT_RESULT, signatory, again)
    _hand_over(course)


def _withdraw(course: Course, left: int) -> None:
    course.go(left // 3)
    course.do(Act.WITHDRAW, course.random.choice(course.staff.reception), NO_NEED)
    course.go(120)
    if course.at <= END:
        course.do(Act.TERMINATE, _leader(course), STOP)


def _leader(course: Course) -> Actor:
    """The head of the unit; in an agency whose units have none, who signs."""
    heads = course.staff.heads.get(course.handler.unit_id)
    return course.random.choice(heads or course.staff.signatories)


def _ask_for_more(course: Course, left: int) -> None:
    """Ask once, early, and have the answer within some days; the limit begins again."""
    _start(course, left // 10)
    course.go(left // 10)
    course.do(Act.REQUEST_SUPPLEMENT, course.handler, _request(course))
    course.go(course.random.randint(480, 4800))
    answer = inputs.Supplement(answered=(0,))
    course.do(Act.SUPPLEMENT, course.random.choice(course.staff.reception), answer)


def _request(course: Course) -> inputs.AskToComplete:
    papers = course.matter.papers
    name = papers[0].name if papers else "Tờ khai"
    item = inputs.AskedItem(
        name=name[:900], what="Ghi đủ các mục và ký tên", why="Còn bỏ trống nội dung bắt buộc"
    )
    return inputs.AskToComplete(items=(item,), reason="Tờ khai chưa đủ nội dung")


def _pay_tax(course: Course, left: int) -> None:
    _start(course, left // 10)
    course.go(left // 6)
    course.do(Act.SUSPEND, course.handler, TAX)
    course.go(course.random.randint(960, 6000))
    course.do(Act.RESUME, course.handler, RESUME)


def _stay_open(course: Course) -> None:
    """What is in time is somewhere on its way; most of what is not waits for its applicant."""
    random, due_at = course.random, course.life.due_at
    assert due_at is not None
    span = course.minutes_until(END)
    if due_at > END or random.random() < STILL_OVERDUE:
        _go_some_way(course, span)
        return
    room = course.minutes_until(due_at)
    _start(course, min(room, span) // 6)
    course.go(min(room, span) // 6)
    if course.at > END:
        return
    if course.matter.is_taxed:
        course.do(Act.SUSPEND, course.handler, TAX)
    else:
        course.do(Act.REQUEST_SUPPLEMENT, course.handler, _request(course))


def _go_some_way(course: Course, span: int) -> None:
    how_far = course.random.random()
    if how_far < 0.25 or span < 30:
        return
    _start(course, span // 6)
    if how_far > 0.7 and not course.matter.is_at_once:
        course.go(span // 2)
        course.do(Act.PROPOSE, course.handler, GRANT)
