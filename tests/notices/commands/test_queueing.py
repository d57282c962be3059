"""Facts become notices, each once: read on from a kept place, whatever dies in between."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps

from motcua.dossiers import inputs
from motcua.dossiers.vocabulary import Act, Party, PartyRole, Stage
from motcua.ledger.models import Stream
from motcua.notices.commands import queueing
from motcua.notices.commands.queueing import Telling, queue_notices, skip_to_heads
from motcua.notices.commands.wishing import set_wish
from motcua.notices.models import Delivery, Notice, ReadPlace
from motcua.notices.rules.addressing import address_digest
from motcua.notices.rules.hours import STALE_AFTER, SendingHours
from motcua.notices.rules.telling import INSIDE_THE_OFFICE
from motcua.notices.vocabulary import Carrier, NoticeState, Wish
from tests.notices.conftest import TellBy
from tests.support.acts import bring, do, receive_elsewhere, register
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import SETUP
from tests.support.reception import a_reception, receive
from tests.support.telling import FATHER, MAILBOX, MOTHER, PHONE

ALL = Telling(tuple(Carrier), SendingHours())
QUERIES_WHEN_NOTHING_IS_NEW = 2
QUERIES_OF_A_PIECE = 18


def _queue(telling: Telling = ALL, at: Any = PLAIN_MORNING) -> int:
    return queue_notices(at=at, telling=telling)


def _told() -> list[tuple[str, str, str]]:
    rows = Notice.objects.order_by("fact_seq", "carrier")
    return list(rows.values_list("kind", "carrier", "address"))


def test_a_reception_is_told_by_phone_and_by_mail(standing: None) -> None:
    receive(a_reception(parties=(MOTHER,)))
    _queue()
    assert _told() == [("RECEIVED", "EMAIL", MAILBOX), ("RECEIVED", "ZALO", PHONE)]


def test_owner_and_submitter_are_both_told_a_helper_is_not(standing: None) -> None:
    helper = Party(role=PartyRole.HELPER, name="Lê Thị Hỗ", phone="0977777777")
    receive(a_reception(parties=(MOTHER, FATHER, helper)))
    _queue(replace(ALL, carriers=(Carrier.SMS,)))
    assert {address for _kind, _carrier, address in _told()} == {PHONE, "+84987654321"}


def test_what_was_queued_is_not_queued_again(standing: None) -> None:
    receive(a_reception(parties=(MOTHER,)))
    assert _queue() == 2
    assert _queue() == 0
    assert Notice.objects.count() == 2


def test_a_place_that_was_lost_makes_nobody_be_told_twice(standing: None) -> None:
    receive(a_reception(parties=(MOTHER,)))
    _queue()
    ReadPlace.objects.all().delete()
    _queue()
    assert Notice.objects.count() == 2


def test_killed_inside_a_piece_neither_notice_nor_place_is_kept(
    standing: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive(a_reception(parties=(MOTHER,)))

    class Killed(Exception):
        pass

    def killed(*_args: Any, **_settings: Any) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(ReadPlace.objects, "filter", killed)
        with pytest.raises(Killed):
            _queue()
    assert not Notice.objects.exists()
    assert not ReadPlace.objects.exists()
    assert _queue() == 2


def test_pieces_end_where_the_chain_ends(standing: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queueing, "PIECE", 1)
    code = receive(a_reception(parties=(MOTHER,))).code
    bring(code, Stage.SETTLED)
    _queue(replace(ALL, carriers=(Carrier.EMAIL,)))
    assert [kind for kind, *_rest in _told()] == ["RECEIVED", "STARTED", "RESULT_READY"]
    heads = dict(Stream.objects.filter(name__startswith="agency-").values_list("name", "last_seq"))
    assert dict(ReadPlace.objects.values_list("stream", "last_seq")) == heads


def test_a_round_is_bounded_and_the_next_one_goes_on(
    standing: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queueing, "PIECE", 1)
    monkeypatch.setattr(queueing, "PIECES_MAX", 1)
    bring(receive(a_reception(parties=(MOTHER,))).code, Stage.SETTLED)
    rounds = [_queue(replace(ALL, carriers=(Carrier.EMAIL,))) for _round in range(5)]
    assert rounds == [1, 1, 0, 0, 1]


def test_an_office_without_carriers_tells_nobody_also_later(standing: None) -> None:
    receive(a_reception(parties=(MOTHER,)))
    assert _queue(replace(ALL, carriers=())) == 0
    assert _queue() == 0


def test_what_was_loaded_or_is_old_is_told_to_nobody(standing: None) -> None:
    receive(a_reception(parties=(MOTHER,)))
    assert _queue(at=PLAIN_MORNING + STALE_AFTER + timedelta(days=1)) == 0
    receive(a_reception(parties=(MOTHER,)))
    skip_to_heads()
    assert _queue() == 0


def test_what_happened_before_notices_were_there_is_told_to_nobody(standing: None) -> None:
    receive(a_reception(parties=(MOTHER,)))
    migration = import_module("motcua.notices.migrations.0003_begin_where_the_ledger_ends")
    migration.begin_at_the_heads(apps, None)
    assert _queue() == 0
    receive(a_reception(parties=(MOTHER,)))
    assert _queue() == 2


def test_a_chain_that_is_far_behind_keeps_no_other_waiting(
    standing: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queueing, "PIECE", 1)
    monkeypatch.setattr(queueing, "PIECES_MAX", 4)
    for _dossier in range(9):
        receive(a_reception(parties=(MOTHER,)))
    code = receive_elsewhere()
    _queue(replace(ALL, carriers=(Carrier.SMS,)))
    assert code in set(Notice.objects.values_list("dossier_code", flat=True))
    assert Notice.objects.count() == 4


def test_by_phone_nobody_is_told_that_work_has_begun(standing: None) -> None:
    bring(receive(a_reception(parties=(MOTHER,))).code, Stage.PROCESSING)
    _queue()
    assert ("STARTED", "EMAIL", MAILBOX) in _told()
    assert "STARTED" not in {kind for kind, carrier, _at in _told() if carrier == "ZALO"}


def test_what_stays_inside_the_office_is_not_told(standing: None) -> None:
    code = receive(a_reception(parties=(MOTHER,))).code
    do(code, Act.NOTE, inputs.Note(text="Gọi lại cho bà Nhung"), by="tiepnhan1")
    bring(code, Stage.DECIDED)
    _queue()
    assert {kind for kind, *_rest in _told()} == {"RECEIVED", "STARTED"}
    assert "dossier.noted" in INSIDE_THE_OFFICE


def test_who_does_not_wish_it_is_not_told(standing: None) -> None:
    set_wish(actor=SETUP, at=PLAIN_MORNING, address="0912 345 678", wish=Wish(is_wanted=False))
    receive(a_reception(parties=(MOTHER,)))
    _queue()
    assert _told() == [("RECEIVED", "EMAIL", MAILBOX)]


def test_a_wish_is_kept_without_the_address(standing: None) -> None:
    set_wish(actor=SETUP, at=PLAIN_MORNING, address=MAILBOX.upper(), wish=Wish(in_digest=True))
    receive(a_reception(parties=(MOTHER,)))
    _queue()
    mail = Notice.objects.get(carrier="EMAIL")
    assert mail.address_digest == address_digest(MAILBOX)
    assert mail.send_after == PLAIN_MORNING.replace(hour=17)


def test_reading_costs_the_same_whatever_is_there(
    standing: None, django_assert_num_queries: Any
) -> None:
    receive(a_reception(parties=(MOTHER,)))
    _queue()
    with django_assert_num_queries(QUERIES_WHEN_NOTHING_IS_NEW):
        _queue()


def test_a_piece_costs_the_same_for_one_fact_and_for_many(
    standing: None, django_assert_max_num_queries: Any
) -> None:
    for _dossier in range(6):
        bring(receive(a_reception(parties=(MOTHER, FATHER))).code, Stage.SETTLED)
    with django_assert_max_num_queries(QUERIES_OF_A_PIECE):
        assert _queue() > 20


PERSONAL = {
    "name": "Riêngtên Tuyệtmật",
    "personal_id": "001085054321",
    "old_id": "012345678",
    "tax_code": "0100109106",
    "birth_date": "1985-03-17",
    "address": "Riêngđịachỉ Tuyệtmật",
    "phone": "0966123789",
    "email": "riengthu@tuyetmat.vn",
    "authority": "Riênggiấy Tuyệtmật",
}


def test_no_personal_field_of_a_dossier_comes_into_any_text(tell_by: TellBy) -> None:
    """Every field of the people, the matter, and the words of officers at every act."""
    asked = {spec.name for spec in fields(Party)} - {"role", "kind", "sex"}
    assert asked == PERSONAL.keys()
    secret = Party(role=PartyRole.OWNER, **PERSONAL)
    teller = tell_by()
    for stage in (Stage.SUPPLEMENT_REQUESTED, Stage.OBLIGATION_DUE, Stage.WITHDRAWN):
        bring(receive(a_reception(parties=(secret,), note="Riêngghichú")).code, stage)
    ended = bring(receive(a_reception(parties=(secret,))).code, Stage.SETTLED)
    do(ended, Act.RETURN_RESULT, inputs.ReturnResult(recipient_name=PERSONAL["name"]))
    register()
    teller.round()
    texts = [f"{one.subject}\n{one.body}" for one in Delivery.objects.all()]
    assert Notice.objects.exclude(state="SENT").count() == 0
    assert len(set(Notice.objects.values_list("kind", flat=True))) == 8
    said = "\n".join(texts).lower()
    hidden = [*PERSONAL.values(), "+84966123789", "966123789", "1985", "Riêng", "Tuyệtmật"]
    hidden += ["Tờ khai", "khai sinh", "lệ phí trước bạ", "Không cần nữa", "12/GKS", "Nhung"]
    assert [word for word in hidden if word.lower() in said] == []


def test_everything_waits_until_a_round(standing: None) -> None:
    receive(a_reception(parties=(MOTHER,)))
    assert not Notice.objects.exists()
    _queue()
    assert set(Notice.objects.values_list("state", flat=True)) == {str(NoticeState.WAITING)}
