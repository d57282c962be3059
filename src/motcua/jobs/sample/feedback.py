"""Feedback of the sample office: routed, answered in time and late, published, anonymous, refused, forwarded, and
questions. By the commands that the pages call; every title says that it is a sample, and nobody named there lives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from motcua.accounts.queries import actor_for_user, user_id_called
from motcua.feedback.commands.act import act_on_petition
from motcua.feedback.commands.following import act_as_sender
from motcua.feedback.commands.send import PetitionRef, enter_petition, send_petition
from motcua.feedback.vocabulary import (
    Act,
    ActIn,
    Channel,
    Kind,
    PetitionIn,
    RefusalReason,
    Satisfaction,
    SenderIn,
)
from motcua.kernel.actor import Actor, Door, stranger
from motcua.kernel.clock import local, local_day
from motcua.worktime.queries.calendars import office_time

DESK, HANDLER, LEADER, EDITOR = "tiepnhan1", "thuly1", "lanhdao", "vanthu"
SAMPLE = "[Mẫu] "
"""Before every title, so that nobody takes it for what a citizen said."""
MORNING = 9
NOTHING = ActIn()
PEOPLE = ("Nguyễn Văn Mẫu", "Trần Thị Mẫu", "Lê Văn Mẫu", "Phạm Thị Mẫu")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One piece of feedback. `came` and `answered`: how many days ago; None: nobody has answered yet."""

    came: int
    title: str
    content: str
    kind: Kind = Kind.CONDUCT
    channel: Channel = Channel.PORTAL
    answered: int | None = None
    answer: str = ""
    is_published: bool = False
    said: Satisfaction | None = None
    is_anonymous: bool = False
    ending: Act | None = None


LATE = "Xin lỗi ông bà vì trả lời muộn. Bộ phận đã bố trí thêm người ở quầy vào buổi sáng."
TOLD: tuple[Told, ...] = (
    Told(
        came=80, answered=70, is_published=True, said=Satisfaction.SATISFIED,
        title="Chờ lâu vào sáng thứ Hai", content="Sáng thứ Hai phải chờ hơn một giờ mới đến lượt.",
        answer="Từ nay quầy số 3 mở vào sáng thứ Hai và thứ Ba. Cảm ơn ông bà đã phản ánh.",
    ),
    Told(
        came=74, answered=66, kind=Kind.REGULATION, channel=Channel.LETTER, is_published=True,
        title="Bỏ yêu cầu bản sao khi đã có dữ liệu", content="Đề nghị không yêu cầu nộp bản sao giấy khai sinh khi dữ liệu đã có.",
        answer="Kiến nghị hợp lý. Ủy ban nhân dân xã đã báo cáo cấp trên để sửa thành phần hồ sơ.",
    ),
    Told(
        came=66, answered=60, said=Satisfaction.PARTLY, channel=Channel.PHONE_NOTE,
        title="Hướng dẫn thiếu giấy tờ", content="Được hướng dẫn hai lần, lần sau mới nói thiếu tờ khai.",
        answer="Bộ phận đã nhắc cán bộ hướng dẫn đầy đủ một lần bằng phiếu in.",
    ),
    Told(
        came=62, answered=30, said=Satisfaction.NOT_SATISFIED,
        title="Trả kết quả trễ hẹn không báo trước", content="Hồ sơ trễ hẹn ba ngày mà không có tin báo.", answer=LATE,
    ),
    Told(
        came=55, answered=53, kind=Kind.QUESTION, is_published=True, said=Satisfaction.SATISFIED,
        title="Chứng thực chữ ký có cần hẹn trước không?", content="Cuối tuần có chứng thực chữ ký không, có cần hẹn trước không?",
        answer="Không cần hẹn trước. Sáng thứ Bảy chỉ tiếp nhận, trả kết quả vào thứ Hai.",
    ),
    Told(
        came=48, answered=41, channel=Channel.COUNTER, said=Satisfaction.SATISFIED,
        title="Thiếu ghế ngồi chờ", content="Phòng chờ ít ghế, người già phải đứng.",
        answer="Đã kê thêm hai dãy ghế và dành ghế cho người cao tuổi.",
    ),
    Told(
        came=40, answered=33, said=Satisfaction.SATISFIED,
        title="Thái độ của cán bộ rất tốt", content="Cảm ơn cán bộ quầy 2 đã giúp khai tờ khai.",
        answer="Cảm ơn ông bà đã ghi nhận. Bộ phận sẽ giữ cách làm này.",
    ),
    Told(
        came=36, answered=4, title="Không rõ phải nộp bao nhiêu tiền", content="Bảng phí ở quầy khác số tiền ghi trên biên lai.", answer=LATE,
    ),
    Told(
        came=34, is_anonymous=True, ending=Act.CLOSE,
        title="Cán bộ nói to tiếng", content="Chiều thứ Tư có cán bộ nói to tiếng với người dân.",
    ),
    Told(
        came=29, ending=Act.FORWARD_OUTSIDE,
        title="Đèn đường trước trụ sở hỏng", content="Đèn đường trước trụ sở hỏng đã hai tuần.",
    ),
    Told(
        came=35, title="Chưa thấy ai trả lời", content="Đã hỏi tại quầy hai lần về bản sao trích lục mà chưa có câu trả lời.",
    ),
    Told(
        came=20, ending=Act.REFUSE,
        title="Khiếu nại quyết định xử phạt", content="Tôi không đồng ý với quyết định xử phạt.",
    ),
    Told(
        came=15, answered=12, kind=Kind.QUESTION, is_published=True,
        title="Đăng ký khai sinh cho con sinh ở tỉnh khác", content="Con sinh ở tỉnh khác thì đăng ký khai sinh ở đâu?",
        answer="Đăng ký tại Ủy ban nhân dân cấp xã nơi cha hoặc mẹ cư trú, hoặc nộp trực tuyến.",
    ),
    Told(
        came=6, title="Máy lấy số bị treo", content="Máy lấy số hay treo, phải hỏi nhân viên.",
    ),
    Told(
        came=1, kind=Kind.QUESTION, title="Nộp thay cho mẹ cần giấy gì?", content="Tôi nộp thay cho mẹ thì cần giấy ủy quyền không?",
    ),
)  # fmt: skip


def tell_feedback(*, at: datetime, agency_id: int) -> int:
    """How many came in, the oldest first, so that numbers follow the days."""
    taken = [(one, _take(one, place, at, agency_id)) for place, one in enumerate(TOLD)]
    for one, ref in taken:
        for act in _acts(one, at, agency_id):
            act.carry_out(ref)
    return len(taken)


@dataclass(frozen=True, slots=True)
class _Next:
    """What somebody does, and when; "" is the sender."""

    act: Act
    who: str
    at: datetime
    given: ActIn = NOTHING

    def carry_out(self, ref: PetitionRef) -> None:
        if self.who:
            actor = _actor(self.who, self.at)
            act_on_petition(
                actor=actor, at=self.at, petition_id=ref.id, act=self.act, given=self.given
            )
        else:
            act_as_sender(
                actor=stranger(door=Door.PAGE),
                at=self.at,
                code=ref.code,
                secret=ref.secret,
                act=self.act,
                given=self.given,
            )


def _take(one: Told, place: int, at: datetime, agency_id: int) -> PetitionRef:
    came = _morning(at, one.came, agency_id)
    name = PEOPLE[place % len(PEOPLE)]
    sender = SenderIn(name=name, address="Địa chỉ mẫu, xã Gia Lâm", phone=f"09000000{place:02d}")
    given = PetitionIn(
        agency_id=agency_id,
        kind=one.kind,
        channel=one.channel,
        title=SAMPLE + one.title,
        content=one.content,
        sender=SenderIn() if one.is_anonymous else sender,
        is_anonymous=one.is_anonymous,
    )
    if one.channel is Channel.PORTAL:
        return send_petition(actor=stranger(door=Door.PAGE), at=came, given=given)
    return enter_petition(actor=_actor(DESK, came), at=came, given=given)


def _acts(one: Told, at: datetime, agency_id: int) -> Iterator[_Next]:
    taken = _morning(at, max(one.came - 1, 0), agency_id) + timedelta(hours=1)
    if one.channel is Channel.PORTAL and (one.came > 2 or one.ending):
        yield _Next(Act.REGISTER, DESK, taken)
    if one.ending is Act.REFUSE:
        reason = str(RefusalReason.COMPLAINT)
        why = ActIn(reason=reason, text="Đây là khiếu nại, xin gửi đơn.")
        yield _Next(Act.REFUSE, DESK, taken, why)
    if one.ending is Act.FORWARD_OUTSIDE:
        told = ActIn(body="Đơn vị quản lý chiếu sáng", text="Việc của đơn vị quản lý chiếu sáng.")
        yield _Next(Act.FORWARD_OUTSIDE, DESK, taken, told)
    if one.ending is Act.CLOSE:
        yield _Next(Act.CLOSE, DESK, taken)
    if one.ending is None and one.came > 2:
        holding = _actor(HANDLER, taken).holding_id
        yield _Next(Act.ROUTE, DESK, taken + timedelta(hours=1), ActIn(holding_id=holding))
    if one.answered is not None:
        yield from _answered(one, _morning(at, one.answered, agency_id) + timedelta(hours=3), at)


def _answered(one: Told, when: datetime, at: datetime) -> Iterator[_Next]:
    hour = timedelta(hours=1)
    yield _Next(Act.PROPOSE, HANDLER, when - hour, ActIn(text=one.answer))
    yield _Next(Act.ANSWER, LEADER, when, ActIn(text=one.answer))
    if one.said is not None:
        yield _Next(Act.RATE, "", min(when + hour, at), ActIn(satisfaction=one.said))
    if one.is_published:
        told = ActIn(
            published_title=SAMPLE + one.title,
            published_text=one.content,
            published_answer=one.answer,
        )
        yield _Next(Act.PUBLISH, EDITOR, min(when + 2 * hour, at), told)


def _morning(at: datetime, days: int, agency_id: int) -> datetime:
    """Nine o'clock of a working day so many days ago, or the last one before."""
    when = local(at - timedelta(days=days)).replace(hour=MORNING, minute=0, second=0, microsecond=0)
    while when > at or not office_time(agency_id, local_day(when)).calendar.is_open(when):
        when -= timedelta(days=1)
    return when


def _actor(username: str, at: datetime) -> Actor:
    return actor_for_user(user_id_called(username), at, Door.COMMAND_LINE, f"demo-{username}")
