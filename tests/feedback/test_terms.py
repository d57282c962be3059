"""What holds for feedback is data: set from a day on, kept for what came before, told on the pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from motcua.accounts.models import User
from motcua.feedback.commands.terms import TermsBeginInThePast, set_feedback_terms
from motcua.feedback.models import FeedbackTerms, Petition
from motcua.feedback.queries.terms import terms_in_force
from motcua.feedback.rules.acting import publisher_problem
from motcua.feedback.rules.sending import PetitionFaulty
from motcua.feedback.rules.terms import RANGES, TermsFaulty, decide_terms, document_of, read_one
from motcua.feedback.shipped import shipped_terms
from motcua.feedback.vocabulary import Act, Channel, Checker, Duty, Kind
from motcua.feedback.wording import CHECKERS, REFUSALS
from motcua.kernel import clock
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.caching import forget_all
from motcua.portal.feedback.sending import sent_lately, tried_lately
from tests.support.clock import PLAIN_MORNING
from tests.support.feedback import NO_NAMES, act, answered, entered, seen, sent
from tests.support.offices import agency_id
from tests.support.two_communes import HOME, NEIGHBOR
from tests.support.working_office import officer
from tests.web.conftest import BACKEND

SHIPPED = shipped_terms()[0]
TODAY = date(2026, 6, 10)
LATER = PLAIN_MORNING + timedelta(days=7)


def _codes(terms: Any) -> set[tuple[str, str | None]]:
    with pytest.raises(TermsFaulty) as told:
        decide_terms(terms)
    return {(one.code, one.field) for one in told.value.problems}


def test_terms_are_written_and_read_the_same() -> None:
    again = read_one(document_of(SHIPPED), SHIPPED.valid_from, SHIPPED.valid_until)
    assert again == decide_terms(SHIPPED)
    assert set(CHECKERS) == set(Checker)


@given(name=st.sampled_from(sorted(RANGES)), value=st.integers(-10, 30_000))
def test_a_number_holds_exactly_in_its_range(name: str, value: int) -> None:
    least, most = RANGES[name]
    changed = replace(SHIPPED, **{name: value})  # type: ignore[arg-type]
    if least <= value <= most:
        assert getattr(decide_terms(changed), name) == value
    else:
        assert _codes(changed) == {("petition-terms-out-of-range", name)}


def test_every_fault_is_told_at_once_at_its_field() -> None:
    limits = {**SHIPPED.limits, Duty.ANSWER: 3, Duty.PUBLISH: 0}
    assert _codes(replace(SHIPPED, limits=limits, taken=frozenset(), basis=" ")) == {
        ("petition-terms-out-of-order", "days_CLARITY"),
        ("petition-terms-out-of-order", "days_FORWARD"),
        ("petition-terms-out-of-range", "days_PUBLISH"),
        ("petition-terms-take-nothing", "taken"),
        ("petition-terms-basis-missing", "basis"),
    }
    assert {code for code in REFUSALS if code.startswith("petition-terms-")} >= {
        "petition-terms-out-of-order",
        "petition-terms-take-nothing",
    }


@pytest.mark.parametrize(
    ("checker", "is_leader", "has_answered", "code"),
    [
        (Checker.ANYBODY, False, True, None),
        (Checker.ANOTHER, True, True, "petition-publisher-another"),
        (Checker.ANOTHER, False, False, None),
        (Checker.LEADER, False, False, "petition-publisher-leader"),
        (Checker.LEADER, True, True, None),
    ],
)
def test_who_publishes(
    checker: Checker, code: str | None, *, is_leader: bool, has_answered: bool
) -> None:
    problem = publisher_problem(checker, is_leader=is_leader, has_answered=has_answered)
    assert (problem.code if problem else None) == code


def _set(place: str | None = HOME, by: str = "quantri", **changes: Any) -> int:
    agency = agency_id(place) if place else None
    given = replace(SHIPPED, **{"valid_from": TODAY, **changes})
    return set_feedback_terms(actor=officer(by), at=PLAIN_MORNING, agency_id=agency, given=given)


pages = pytest.mark.usefixtures("proved")


@pytest.mark.django_db
@pages
def test_new_terms_hold_from_their_day_at_their_agency_only() -> None:
    before = sent(PLAIN_MORNING - timedelta(days=1))
    limits = {**SHIPPED.limits, Duty.ANSWER: 10}
    _set(limits=limits, title_max=30, taken=frozenset({Kind.CONDUCT, Kind.REGULATION}))
    forget_all()
    assert terms_in_force(agency_id(), TODAY).limits[Duty.ANSWER] == 10
    assert terms_in_force(agency_id(), TODAY - timedelta(days=1)).limits[Duty.ANSWER] == 15
    assert terms_in_force(agency_id(NEIGHBOR), TODAY).limits[Duty.ANSWER] == 15
    after = sent()
    assert before.due_at is not None
    assert after.due_at is not None
    assert after.due_at < before.due_at
    for refused in ({"title": "x" * 31}, {"kind": Kind.QUESTION}):
        with pytest.raises(PetitionFaulty):
            sent(**refused)
    assert sent(agency_id=agency_id(NEIGHBOR), kind=Kind.QUESTION).number == 1
    # The older one keeps the days of its own receipt, whatever is done with it now.
    act(before, Act.REGISTER, "tiepnhan1", PLAIN_MORNING)
    assert seen(before, "tiepnhan1").row.answer_due_at == before.due_at


@pytest.mark.django_db
@pages
def test_terms_never_begin_in_the_past_nor_elsewhere_nor_overlap() -> None:
    with pytest.raises(TermsBeginInThePast):
        _set(valid_from=TODAY - timedelta(days=1))
    for by, place in (("quantri", NEIGHBOR), ("quantri", None), ("lanhdao", HOME)):
        with pytest.raises(NotPermitted):
            _set(place, by)
    _set()
    _set(valid_from=TODAY + timedelta(days=5), files_max=1)
    _set(valid_from=TODAY + timedelta(days=3), files_max=2)
    rows = FeedbackTerms.objects.order_by("valid_from")
    assert [(row.valid_from.day, row.document["files_max"]) for row in rows] == [(10, 5), (13, 2)]
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.create(
            agency_id=agency_id(),
            document={},
            valid_from=date(2026, 7, 1),
            set_at=PLAIN_MORNING,
            set_by="",
        )


@pytest.mark.django_db
@pages
def test_whoever_approved_the_answer_does_not_publish_it() -> None:
    ref = answered(PLAIN_MORNING)
    with pytest.raises(PetitionFaulty) as told:
        act(ref, Act.PUBLISH, "lanhdao", PLAIN_MORNING, **NO_NAMES)
    assert told.value.problems[0].code == "petition-publisher-another"
    act(ref, Act.PUBLISH, "vanthu", PLAIN_MORNING, **NO_NAMES)


@pytest.mark.django_db
@pages
def test_a_letter_keeps_the_day_of_its_stamp_and_counts_from_its_receipt() -> None:
    stamp = TODAY - timedelta(days=4)
    ref = entered(stamped_on=stamp)
    found = seen(ref, "vanthu")
    assert found.stamped_on == stamp
    assert found.row.answer_due_at == sent().due_at
    with pytest.raises(PetitionFaulty):
        entered(channel=Channel.COUNTER, stamped_on=stamp)
    with pytest.raises(DatabaseError), transaction.atomic():
        Petition.objects.filter(pk=ref.id).update(stamped_on=TODAY)


def _browser(username: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=username), backend=BACKEND)
    client.get("/positions/")
    return client


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: PLAIN_MORNING)
    sent_lately.forget_all()
    tried_lately.forget_all()


@pytest.mark.django_db
@pytest.mark.usefixtures("proved", "now")
def test_the_administrator_sets_them_and_the_pages_say_so() -> None:
    admin = _browser("quantri")
    shown = admin.get("/feedback/terms/change/").content.decode()
    assert 'value="8000"' in shown
    given = {
        **{f"days_{duty}": str(SHIPPED.limits[duty]) for duty in Duty},
        **{name: str(getattr(SHIPPED, name)) for name in RANGES},
        "taken": [str(kind) for kind in Kind],
        **{f"basis_{kind}": one.basis for kind, one in SHIPPED.anonymous.items()},
        "checker": "LEADER",
        "basis": "Quyết định của xã",
        "scope": str(agency_id()),
        "valid_from": "10/06/2026",
        "content_max": "1234",
        "days_ANSWER": "12",
    }
    for wrong in ({"days_ANSWER": "400"}, {"taken": []}, {"valid_from": "01/06/2026"}, {"basis": ""},
                  {"title_max": "nhiều"}, {"files_max": "9" * 30}, {"checker": "X"}):  # fmt: skip
        answer = admin.post("/feedback/terms/change/", {**given, **wrong})
        assert answer.status_code == 422, wrong
        assert 'value="1234"' in answer.content.decode()
    assert admin.post("/feedback/terms/change/", given).status_code == 302
    page = admin.get("/feedback/terms/").content.decode()
    assert "Quyết định của xã" in page
    assert str(CHECKERS[Checker.LEADER]) in page
    form = Client().get("/gop-y/", {"noi": HOME}).content.decode()
    assert "nhiều nhất 1234 ký tự" in form
    assert "12 ngày làm việc" in Client().get(f"/gop-y/bang/{HOME}/").content.decode()
    too_long = {"loai": "hanh-vi", "noi": HOME, "is_complaint": "no", "title": "Chờ lâu",
                "content": "x" * 1235, "is_anonymous": "on"}  # fmt: skip
    refused = Client().post("/gop-y/", too_long)
    assert refused.status_code == 422
    assert "Nhiều nhất 1234 ký tự" in refused.content.decode()


@pytest.mark.django_db
@pytest.mark.usefixtures("proved", "now")
def test_a_letter_with_its_scan_and_a_call_are_entered_and_told() -> None:
    scan = BytesIO()
    Image.new("RGB", (40, 40), "white").save(scan, "PNG")
    scan.seek(0)
    scan.name = "thu.png"
    clerk = _browser("vanthu")
    form = {"kind": "REGULATION", "channel": "LETTER", "title": "Bớt giấy", "content": "Xin bớt.",
            "name": "Trần Thị Thưa", "address": "12 Lê Lợi", "phone": "0912345678",
            "key": "0f5a7c1e-0000-4000-8000-000000000009"}  # fmt: skip
    bad = clerk.post("/feedback/new/", {**form, "stamped_on": "31/02/2026"})
    assert bad.status_code == 422
    assert 'value="31/02/2026"' in bad.content.decode()
    slip = clerk.post("/feedback/new/", {**form, "stamped_on": "06/06/2026", "files": scan})
    assert slip.status_code == 200
    assert "Giấy đã nhận phản ánh, kiến nghị" in slip.content.decode()
    row = Petition.objects.get()
    page = clerk.get(f"/feedback/{row.code}/").content.decode()
    assert "6/6/2026" in page or "06/06/2026" in page
    assert "thu.png" in page
    call = clerk.get("/feedback/new/", {"channel": "PHONE_NOTE"}).content.decode()
    assert "Đang nghe điện thoại" in call
