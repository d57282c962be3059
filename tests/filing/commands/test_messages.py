"""A citizen and the office write to each other about a dossier; each sees what the other has read."""

from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.filing.commands.messages import mark_seen, write_message
from motcua.filing.models import Message
from motcua.filing.queries.messages import messages_about, messages_waiting, unread_of
from motcua.filing.rules.bounds import MESSAGE_LENGTH_MAX, MESSAGES_A_DAY_MAX
from motcua.filing.rules.refusals import MessageEmpty, MessagesTooMany, MessageTooLong
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.models import Fact
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from tests.support.clock import PLAIN_MORNING
from tests.support.drafting import complete, send
from tests.support.working_office import officer


@pytest.fixture
def code(lan: Actor) -> str:
    return send(lan, complete(lan)).code


def write(actor: Actor, code: str, text: str = "Bao giờ có kết quả?", **more: object) -> int:
    return write_message(actor=actor, at=PLAIN_MORNING, code=code, text=text, **more)  # type: ignore[arg-type]


def test_a_question_waits_at_the_desk_until_somebody_opens_it(lan: Actor, code: str) -> None:
    write(lan, code)
    desk = officer("tiepnhan1")
    assert [row.text for row in messages_waiting(desk).rows] == ["Bao giờ có kết quả?"]
    assert mark_seen(actor=desk, at=PLAIN_MORNING, code=code) == 1
    assert messages_waiting(desk).rows == ()
    assert messages_about(lan, code)[0].seen_at == PLAIN_MORNING


def test_an_answer_is_unread_until_its_citizen_opens_it_and_counts_as_reading(
    lan: Actor, code: str
) -> None:
    write(lan, code)
    desk = officer("tiepnhan1")
    write(desk, code, "Thứ Sáu tuần này.")
    dossier_id = Message.objects.latest("id").dossier_id
    assert messages_waiting(desk).rows == ()
    assert unread_of([dossier_id]) == {dossier_id: 1}
    assert mark_seen(actor=lan, at=PLAIN_MORNING, code=code) == 1
    assert unread_of([dossier_id]) == {}
    told = [(row.from_office, row.author) for row in messages_about(lan, code)]
    assert told == [(False, ""), (True, desk.name)]


def test_the_ledger_keeps_the_digest_and_not_the_words(lan: Actor, code: str) -> None:
    write(lan, code, "Tôi bị ốm")
    fact = Fact.objects.get(code="message.written")
    assert content_digest("Tôi bị ốm") in fact.payload
    assert "ốm" not in fact.payload


def test_pressed_twice_it_is_written_once(lan: Actor, code: str) -> None:
    key = RequestKey(key="message-1", digest=content_digest("Bao giờ có kết quả?"))
    assert write(lan, code, request=key) == write(lan, code, request=key)
    assert Message.objects.count() == 1


def test_nobody_writes_about_another_persons_dossier(lan: Actor, nam: Actor, code: str) -> None:
    for attempt in (write, messages_about):
        with pytest.raises(NotFound):
            attempt(nam, code)
    with pytest.raises(NotPermitted):
        write(officer("quantri"), code)


@pytest.mark.parametrize(
    ("text", "refused"),
    [("  \n ", MessageEmpty), ("a" * (MESSAGE_LENGTH_MAX + 1), MessageTooLong)],
    ids=["nothing", "a novel"],
)
def test_a_message_says_something_and_not_too_much(
    lan: Actor, code: str, text: str, refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        write(lan, code, text)


def test_a_citizen_writes_so_many_a_day_and_goes_on_the_next(lan: Actor, code: str) -> None:
    for number in range(MESSAGES_A_DAY_MAX):
        write(lan, code, f"Câu hỏi {number}")
    with pytest.raises(MessagesTooMany):
        write(lan, code)
    tomorrow = PLAIN_MORNING + timedelta(days=1, minutes=1)
    assert write_message(actor=lan, at=tomorrow, code=code, text="Còn câu này")
