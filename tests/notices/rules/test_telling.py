"""Which facts are told, as what: every fact of a dossier is decided about."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from motcua.dossiers import events
from motcua.feedback.events import EVENT_OF
from motcua.filing.events import MessageWritten
from motcua.jobs.reference.discovery import subclasses_of
from motcua.kernel.event import Event
from motcua.notices.rules.telling import (
    HASTE_OF,
    INSIDE_THE_OFFICE,
    KIND_OF,
    KIND_OF_PETITION,
    PETITION_INSIDE,
    told_of,
    told_of_petition,
)
from motcua.notices.vocabulary import NoticeKind
from motcua.payments.events import PaymentOrderExpired, PaymentReceived
from tests.support.clock import PLAIN_MORNING

DUE = PLAIN_MORNING
DUE_TEXT = "2026-06-12T09:00:00Z"
OF_DOSSIERS = {
    event.code
    for event in subclasses_of(Event)
    if event.__module__.startswith("motcua.dossiers") and "code" in vars(event)
} - {
    events.NumberPatternSet.code,
    events.RegisterClosed.code,
    events.HandOverListMade.code,
    events.PostingMade.code,
    events.PostedItemTold.code,
}
OF_OTHERS = {MessageWritten.code, PaymentReceived.code, PaymentOrderExpired.code}


def test_money_is_told_without_its_amount_and_what_is_too_much_apart() -> None:
    for rest, kind in ((0, NoticeKind.PAYMENT_RECEIVED), (500, NoticeKind.PAYMENT_REST)):
        told = told_of(PaymentReceived.code, {"rest_vnd": rest, "amount_vnd": 4_500}, DUE)
        assert told is not None
        assert (told.kind, told.stage, told.date) == (kind, "", None)


def test_a_fee_that_became_another_is_told_and_one_that_did_not_is_not() -> None:
    code = events.FeeSettled.code
    told = told_of(code, {"old_total_vnd": 4_000, "fee_total_vnd": 2_000, "reason": "x"}, DUE)
    assert told is not None
    assert (told.kind, told.stage, told.date) == (NoticeKind.FEE_CHANGED, "", None)
    assert told_of(code, {"old_total_vnd": 4_000, "fee_total_vnd": 4_000}, DUE) is None


def test_every_fact_of_a_dossier_is_either_told_or_stays_inside() -> None:
    assert KIND_OF.keys() | INSIDE_THE_OFFICE == OF_DOSSIERS | OF_OTHERS
    assert not KIND_OF.keys() & INSIDE_THE_OFFICE


def test_every_kind_but_two_comes_from_a_fact() -> None:
    told = {*KIND_OF.values(), *KIND_OF_PETITION.values()}
    assert set(NoticeKind) - told == {NoticeKind.IN_TRANSIT, NoticeKind.PAYMENT_REST}
    assert HASTE_OF.keys() == set(NoticeKind)


def test_every_fact_of_feedback_is_either_told_or_stays_inside() -> None:
    assert KIND_OF_PETITION.keys() | PETITION_INSIDE == {one.code for one in EVENT_OF.values()}
    assert not KIND_OF_PETITION.keys() & PETITION_INSIDE
    for code in PETITION_INSIDE:
        assert told_of_petition(code, DUE, is_taken_over=False) is None


def test_feedback_taken_over_is_told_of_once_only() -> None:
    assert told_of_petition("petition.registered", DUE, is_taken_over=True) is None
    told = told_of_petition("petition.registered", DUE, is_taken_over=False)
    assert told is not None
    assert (told.kind, told.date) == (NoticeKind.PETITION_TAKEN, DUE)
    answered = told_of_petition("petition.answered", DUE, is_taken_over=True)
    assert answered is not None
    assert answered.date is None


@pytest.mark.parametrize("code", sorted(INSIDE_THE_OFFICE))
def test_what_stays_inside_is_not_told(code: str) -> None:
    assert told_of(code, {"stage": "PROCESSING", "due_at": DUE_TEXT}, DUE) is None


@pytest.mark.parametrize(("from_office", "is_told"), [(True, True), (False, False)])
def test_a_message_is_told_to_the_citizen_and_never_his_own(
    from_office: bool, is_told: bool
) -> None:
    told = told_of(MessageWritten.code, {"from_office": from_office, "seq": 1}, DUE)
    assert (told is not None) == is_told


def test_a_reception_tells_the_promised_date() -> None:
    told = told_of("dossier.received", {"stage": "RECEIVED", "due_at": DUE_TEXT}, None)
    assert told is not None
    assert (told.kind, told.date) == (NoticeKind.RECEIVED, datetime.fromisoformat(DUE_TEXT))


def test_a_reception_for_another_agency_promises_nothing() -> None:
    told = told_of("dossier.received", {"stage": "IN_TRANSIT", "due_at": DUE_TEXT}, DUE)
    assert told is not None
    assert (told.kind, told.date) == (NoticeKind.IN_TRANSIT, None)


def test_an_apology_tells_the_new_appointment_and_not_the_date_that_stays() -> None:
    payload = {"stage": "PROCESSING", "appointment_at": DUE_TEXT, "due_at": "2026-06-01T00:00:00Z"}
    told = told_of("dossier.apology-made", payload, DUE)
    assert told is not None
    assert told.date == datetime.fromisoformat(DUE_TEXT)


@pytest.mark.parametrize(("is_complete", "is_told"), [(True, True), (False, False)])
def test_only_a_complete_supplement_is_told(*, is_complete: bool, is_told: bool) -> None:
    payload: dict[str, Any] = {"stage": "PROCESSING", "is_complete": is_complete}
    assert (told_of("dossier.supplemented", payload, DUE) is not None) is is_told


def test_a_fact_without_a_date_tells_that_of_the_dossier() -> None:
    told = told_of("dossier.processing-started", {"stage": "PROCESSING"}, DUE)
    assert told is not None
    assert told.date == DUE
