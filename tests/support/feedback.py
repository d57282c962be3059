"""Feedback of these tests: sent, and led on by the real commands."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from motcua.feedback.commands.act import act_on_petition
from motcua.feedback.commands.closing import close_figures
from motcua.feedback.commands.send import PetitionRef, enter_petition, send_petition
from motcua.feedback.queries.detail import PetitionDetail, petition_detail
from motcua.feedback.vocabulary import Act, ActIn, Channel, Kind, PetitionIn, SenderIn
from motcua.kernel.actor import Actor, Door, stranger
from motcua.kernel.clock import local_day
from motcua.ledger.recording import RequestKey
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id
from tests.support.working_office import officer

SENDER = SenderIn(
    name="Trần Thị Thưa", address="12 Lê Lợi, Hà Nội", phone="0912345678", email="thua@example.vn"
)
SOMEBODY = stranger(door=Door.PORTAL)
ANSWER = "Cơ quan xin lỗi vì đã để công dân chờ và đã nhắc nhở bộ phận tiếp nhận."


def letter(**changes: Any) -> PetitionIn:
    """What is sent, whole; `changes` are its fields."""
    given = PetitionIn(
        agency_id=agency_id(),
        kind=Kind.CONDUCT,
        channel=Channel.PORTAL,
        title="Chờ quá lâu ở quầy",
        content="Sáng nay tôi chờ hai giờ ở quầy số 2 mà không ai gọi số.",
        sender=SENDER,
    )
    return replace(given, **changes)


def sent(
    at: datetime = PLAIN_MORNING,
    *,
    actor: Actor = SOMEBODY,
    request: RequestKey | None = None,
    **changes: Any,
) -> PetitionRef:
    """Sent through the portal."""
    return send_petition(actor=actor, at=at, given=letter(**changes), request=request)


def entered(at: datetime = PLAIN_MORNING, *, by: str = "vanthu", **changes: Any) -> PetitionRef:
    """Entered by the staff from a letter."""
    changes.setdefault("channel", Channel.LETTER)
    return enter_petition(actor=officer(by, at), at=at, given=letter(**changes))


def act(ref: PetitionRef | int, verb: Act, by: str, at: datetime, **given: Any) -> str:
    """One act by a sample officer."""
    petition_id = ref if isinstance(ref, int) else ref.id
    return act_on_petition(
        actor=officer(by, at), at=at, petition_id=petition_id, act=verb, given=ActIn(**given)
    )


def seen(ref: PetitionRef | str, by: str, at: datetime = PLAIN_MORNING) -> PetitionDetail:
    """As an officer reads it."""
    code = ref if isinstance(ref, str) else ref.code
    return petition_detail(officer(by, at), code, at)


def answered(at: datetime, *, sent_at: datetime | None = None, **changes: Any) -> PetitionRef:
    """Sent, registered, given to a handler, proposed, answered."""
    ref = sent(sent_at or at, **changes)
    handler = officer("thuly1", at).holding_id
    act(ref, Act.REGISTER, "tiepnhan1", at)
    act(ref, Act.ROUTE, "vanthu", at, holding_id=handler)
    act(ref, Act.PROPOSE, "thuly1", at, text=ANSWER)
    act(ref, Act.ANSWER, "lanhdao", at)
    return ref


NO_NAMES = {
    "published_title": "Chờ lâu ở quầy",
    "published_text": "Công dân phản ánh phải chờ hai giờ.",
    "published_answer": "Cơ quan xin lỗi và đã bố trí thêm người.",
}


def closed_figures_of(at: datetime) -> int:
    """The figures of the month until yesterday, closed by the leader."""
    yesterday = local_day(at) - timedelta(days=1)
    first = yesterday - timedelta(days=30)
    return close_figures(actor=officer("lanhdao", at), at=at, from_day=first, to_day=yesterday)


def places_of_feedback(at: datetime = PLAIN_MORNING) -> dict[str, str]:
    """What addresses name: one that is handled, an act on it, one that is published."""
    shown = answered(at, kind=Kind.QUESTION, title="Hỏi giấy tờ khai sinh")
    act(shown, Act.PUBLISH, "vanthu", at, **NO_NAMES)
    ref = sent(at)
    act(ref, Act.REGISTER, "tiepnhan1", at)
    act(ref, Act.ROUTE, "vanthu", at, holding_id=officer("thuly1", at).holding_id)
    return {
        "petition_code": ref.code,
        "petition_act": "ask-clarity",
        "petition_id": str(shown.id),
        "feedback_closed_id": str(closed_figures_of(at)),
    }
