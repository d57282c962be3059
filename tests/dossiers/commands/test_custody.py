"""A dossier goes through several agencies: always in somebody's hands, never in those of two."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from motcua.accounts.rules.roles import Permission
from motcua.dossiers import inputs
from motcua.dossiers.acting import Asked, facts_of
from motcua.dossiers.commands.custody import PlaceUnknown
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.models import Dossier, DossierAgency, Offer
from motcua.dossiers.papers_filled.filling import Wanted, fill, printed
from motcua.dossiers.policies import find_for
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.rules.custody import (
    Holder,
    ListedUnknown,
    OnlyHome,
    PapersUnconfirmed,
    SameAgency,
    SameHolder,
    TaskMissing,
    TaskTimeFaulty,
    holder_of,
)
from motcua.dossiers.rules.facts import HeldElsewhere, OfferWaits, ReasonMissing, TurnedBackAlready
from motcua.dossiers.rules.spans import spans
from motcua.dossiers.vocabulary import Act, Decision, Limit, Stage
from motcua.kernel.actor import Actor, Role
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import facts_about
from motcua.papers.vocabulary import PaperKind
from motcua.worktime.vocabulary import Unit
from tests.support.acts import GIVEN, bring, do, other_unit, receive_elsewhere
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id, somebody
from tests.support.reception import BIRTH, a_reception, an_officer
from tests.support.working_office import officer

pytestmark = pytest.mark.usefixtures("standing")
CITY, NEIGHBOR = "thanh-pho-ha-noi", "xa-bat-trang"
LATER = PLAIN_MORNING + timedelta(hours=2)
TAKEN = inputs.AcceptOffer(received_all=True)
WHY = inputs.WithReason(reason="Thiếu bản vẽ thửa đất")
NO_TIME = Limit(unit=Unit.WORKING_DAYS, value=Decimal(0))
TWO_DAYS = Limit(unit=Unit.WORKING_DAYS, value=Decimal(2))


@pytest.fixture
def code() -> str:
    """A dossier of the commune, being handled by thuly1."""
    given = a_reception(BIRTH)
    return bring(
        receive_dossier(actor=an_officer(), at=PLAIN_MORNING, given=given).code, Stage.PROCESSING
    )


def at_the(slug: str, *roles: Role) -> Actor:
    return somebody(*(roles or (Role.HANDLING,)), agency=agency_id(slug))


def to(slug: str, **more: object) -> inputs.Offer:
    return replace(inputs.Offer(agency_id=agency_id(slug), task="Xác định thuế"), **more)


def ask(actor: Actor, code: str, act: Act, given: object, at: datetime = PLAIN_MORNING) -> None:
    perform(Asked(actor=actor, at=at, code=code), act, given)


def offer(code: str, given: inputs.Offer, at: datetime = PLAIN_MORNING) -> None:
    do(code, Act.OFFER, given, by="thuly1", at=at)


def holder(code: str) -> Holder:
    return holder_of(facts_of(Dossier.objects.get(code=code)))


def test_until_it_is_accepted_the_sender_answers_for_it(code: str) -> None:
    before = holder(code)
    offer(code, to(NEIGHBOR))
    assert holder(code) == before
    ask(at_the(NEIGHBOR), code, Act.ACCEPT_OFFER, TAKEN)
    assert holder(code).agency_id == agency_id(NEIGHBOR)


def test_the_time_of_the_one_who_accepts_runs_from_that_moment(code: str) -> None:
    offer(code, to(NEIGHBOR, limit=TWO_DAYS))
    assert Offer.objects.get().hold_due_at is None
    due = Dossier.objects.get(code=code).due_at
    ask(at_the(NEIGHBOR), code, Act.ACCEPT_OFFER, TAKEN, LATER)
    kept = Offer.objects.get().hold_due_at
    assert kept is not None
    assert kept.date() == (LATER + timedelta(days=2)).date()
    assert Dossier.objects.get(code=code).due_at == due


def test_it_comes_back_the_same_way_and_is_decided_at_home(code: str) -> None:
    there = at_the(NEIGHBOR)
    offer(code, to(NEIGHBOR))
    ask(there, code, Act.ACCEPT_OFFER, TAKEN)
    with pytest.raises(HeldElsewhere):
        do(code, Act.PROPOSE, GIVEN[Act.PROPOSE])
    ask(there, code, Act.OFFER, to("xa-gia-lam", task="Đã xác định"), LATER)
    do(code, Act.ACCEPT_OFFER, TAKEN, by="thuly1", at=LATER)
    assert Dossier.objects.get(code=code).held_agency_id is None
    do(code, Act.PROPOSE, GIVEN[Act.PROPOSE], at=LATER)
    do(code, Act.DECIDE, inputs.Decide(decision=Decision.GRANTED), at=LATER)


def test_it_may_go_on_to_a_third_agency_and_a_fourth(code: str) -> None:
    places = (NEIGHBOR, CITY, "xa-thuan-an")
    offer(code, to(places[0]))
    for here, after in zip(places, (*places[1:], "xa-gia-lam"), strict=True):
        ask(at_the(here), code, Act.ACCEPT_OFFER, TAKEN)
        assert holder(code).agency_id == agency_id(here)
        ask(at_the(here), code, Act.OFFER, to(after))
    do(code, Act.ACCEPT_OFFER, TAKEN, by="thuly1")
    assert holder(code).agency_id == agency_id()
    seen = DossierAgency.objects.filter(dossier__code=code, is_lasting=True)
    assert {agency_id(slug) for slug in places} <= set(seen.values_list("agency", flat=True))


def test_a_refusal_has_its_reason_and_changes_no_hands(code: str) -> None:
    offer(code, to(NEIGHBOR))
    with pytest.raises(ReasonMissing):
        ask(at_the(NEIGHBOR), code, Act.REFUSE_OFFER, inputs.WithReason(reason=" "))
    ask(at_the(NEIGHBOR), code, Act.REFUSE_OFFER, WHY)
    assert holder(code).agency_id == agency_id()
    assert Offer.objects.get().reason == WHY.reason
    offer(code, to(CITY))
    assert [one.seq for one in Offer.objects.order_by("seq")] == [1, 2]


def test_the_sender_may_change_his_mind_until_it_is_answered(code: str) -> None:
    offer(code, to(NEIGHBOR))
    do(code, Act.TAKE_BACK_OFFER, WHY, by="thuly1")
    with pytest.raises(NotFound):
        ask(at_the(NEIGHBOR), code, Act.ACCEPT_OFFER, TAKEN)
    with pytest.raises(NotFound):
        do(code, Act.TAKE_BACK_OFFER, WHY, by="thuly1")


def test_papers_are_counted_before_they_are_accepted(code: str) -> None:
    offer(code, to(NEIGHBOR, papers=(0,)))
    with pytest.raises(PapersUnconfirmed):
        ask(at_the(NEIGHBOR), code, Act.ACCEPT_OFFER, inputs.AcceptOffer())
    offer_of_files = to(CITY, papers=(), digests=())
    ask(at_the(NEIGHBOR), code, Act.REFUSE_OFFER, WHY)
    offer(code, offer_of_files)
    ask(at_the(CITY), code, Act.ACCEPT_OFFER, inputs.AcceptOffer())


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        pytest.param({"papers": (99,)}, ListedUnknown, id="a paper that is not there"),
        pytest.param({"digests": ("f" * 64,)}, ListedUnknown, id="a file that is not there"),
        pytest.param({"task": " "}, TaskMissing, id="no task"),
        pytest.param({"limit": NO_TIME}, TaskTimeFaulty, id="no time"),
        pytest.param({"agency_id": None}, SameHolder, id="to oneself"),
        pytest.param({"agency_id": 999_999}, PlaceUnknown, id="to nobody"),
    ],
)
def test_an_offer_is_whole_or_none(
    code: str, given: dict[str, object], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        offer(code, to(NEIGHBOR, **given))
    assert not Offer.objects.exists()


def test_while_an_offer_waits_nothing_is_decided_or_offered_twice(code: str) -> None:
    offer(code, to(NEIGHBOR))
    for act, given in ((Act.PROPOSE, GIVEN[Act.PROPOSE]), (Act.OFFER, to(CITY))):
        with pytest.raises(OfferWaits):
            do(code, act, given, by="thuly1")


def test_another_unit_of_the_house_takes_it_by_accepting(code: str) -> None:
    unit = other_unit("thuly1")
    do(code, Act.OFFER, inputs.Offer(unit_id=unit, task="Thẩm tra"), by="thuly1")
    there = somebody(Role.HANDLING, agency=agency_id(), unit=unit)
    ask(there, code, Act.ACCEPT_OFFER, TAKEN)
    row = Dossier.objects.get(code=code)
    assert (row.unit_id, row.held_agency_id) == (unit, None)
    assert find_for(officer("thuly1"), Permission.DOSSIER_VIEW, code).pk == row.pk


def test_a_withdrawn_dossier_goes_home_and_nowhere_else(code: str) -> None:
    offer(code, to(NEIGHBOR))
    ask(at_the(NEIGHBOR), code, Act.ACCEPT_OFFER, TAKEN)
    do(code, Act.WITHDRAW, GIVEN[Act.WITHDRAW])
    with pytest.raises(OnlyHome):
        ask(at_the(NEIGHBOR), code, Act.OFFER, to(CITY))
    ask(at_the(NEIGHBOR), code, Act.OFFER, to("xa-gia-lam"))
    do(code, Act.ACCEPT_OFFER, TAKEN, by="thuly1")
    assert holder(code).agency_id == agency_id()


def test_what_was_withdrawn_while_it_was_offered_is_not_taken_any_more(code: str) -> None:
    offer(code, to(NEIGHBOR))
    do(code, Act.WITHDRAW, GIVEN[Act.WITHDRAW])
    with pytest.raises(OnlyHome):
        ask(at_the(NEIGHBOR), code, Act.ACCEPT_OFFER, TAKEN)
    do(code, Act.TAKE_BACK_OFFER, WHY, by="thuly1")
    assert Offer.objects.get().answered_at is not None


def test_what_another_installation_had_accepted_before_it_heard_is_written_down(code: str) -> None:
    offer(code, to(NEIGHBOR))
    do(code, Act.WITHDRAW, GIVEN[Act.WITHDRAW])
    told = inputs.AcceptOffer(received_all=True, was_done_elsewhere=True)
    ask(at_the(NEIGHBOR), code, Act.ACCEPT_OFFER, told)
    assert holder(code).agency_id == agency_id(NEIGHBOR)
    ask(at_the(NEIGHBOR), code, Act.OFFER, to("xa-gia-lam"))
    do(code, Act.ACCEPT_OFFER, TAKEN, by="thuly1")
    assert holder(code).agency_id == agency_id()


@pytest.mark.parametrize("role", [Role.HANDLING, Role.UNIT_HEAD, Role.RECEPTION, Role.SIGNATORY])
def test_nobody_reads_what_his_agency_had_no_task_on(code: str, role: Role) -> None:
    neighbor, stranger = at_the(NEIGHBOR, role), at_the(CITY, role)
    with pytest.raises(NotFound):
        dossier_detail(neighbor, code)
    offer(code, to(NEIGHBOR))
    assert dossier_detail(neighbor, code).code == code
    ask(at_the(NEIGHBOR), code, Act.REFUSE_OFFER, WHY)
    with pytest.raises(NotFound):
        dossier_detail(neighbor, code)
    offer(code, to(NEIGHBOR))
    ask(at_the(NEIGHBOR), code, Act.ACCEPT_OFFER, TAKEN)
    ask(at_the(NEIGHBOR), code, Act.OFFER, to("xa-gia-lam"))
    do(code, Act.ACCEPT_OFFER, TAKEN, by="thuly1")
    assert dossier_detail(neighbor, code).code == code
    with pytest.raises(NotFound):
        dossier_detail(stranger, code)


def test_the_competent_agency_may_say_that_it_is_not_the_one() -> None:
    code = receive_elsewhere()
    city = somebody(Role.RECEPTION, agency=agency_id(CITY))
    do(code, Act.REFUSE_TAKE_OVER, WHY, by="tiepnhan1")
    assert Dossier.objects.get(code=code).is_turned_back
    assert holder(code).agency_id == agency_id(CITY)
    sent_on = inputs.Redirect(agency_id=agency_id(NEIGHBOR), reason="Đất thuộc Bát Tràng")
    with pytest.raises(TurnedBackAlready):
        do(code, Act.TAKE_OVER, inputs.Nothing(), by="tiepnhan1")
    ask(city, code, Act.REDIRECT, replace(sent_on, agency_id=agency_id()))
    with pytest.raises(SameAgency):
        ask(city, code, Act.REDIRECT, replace(sent_on, agency_id=agency_id()))
    do(code, Act.REFUSE_TAKE_OVER, WHY, by="tiepnhan1")
    ask(city, code, Act.REDIRECT, sent_on)
    row = Dossier.objects.get(code=code)
    assert (row.competent_agency_id, row.is_turned_back) == (agency_id(NEIGHBOR), False)
    ask(somebody(Role.RECEPTION, agency=agency_id(NEIGHBOR)), code, Act.TAKE_OVER, inputs.Nothing())
    assert Dossier.objects.get(code=code).due_at is not None


def test_each_hand_over_is_a_fact_with_who_and_what(code: str) -> None:
    offer(code, to(NEIGHBOR, limit=TWO_DAYS))
    ask(at_the(NEIGHBOR), code, Act.ACCEPT_OFFER, TAKEN)
    row = Dossier.objects.get(code=code)
    offered, accepted = facts_about("dossier", row.pk)[-2:]
    assert (offered.code, accepted.code) == ("dossier.offered", "dossier.offer-accepted")
    assert offered.payload["offer"]["task"] == "Xác định thuế"
    assert accepted.payload["changes"]["held_agency_id"] == agency_id(NEIGHBOR)


def test_the_control_slip_tells_every_hand_over_and_the_time_of_each(code: str) -> None:
    offer(code, to(NEIGHBOR))
    ask(at_the(NEIGHBOR), code, Act.ACCEPT_OFFER, TAKEN, LATER)
    back = LATER + timedelta(hours=1)
    ask(at_the(NEIGHBOR), code, Act.OFFER, to("xa-gia-lam"), back)
    do(code, Act.ACCEPT_OFFER, TAKEN, by="thuly1", at=back)
    wanted = Wanted(kind=PaperKind.CONTROL_SLIP, address="https://motcua.example")
    slip = fill(officer("tiepnhan1"), code, wanted).data
    neighbor = "Ủy ban nhân dân xã Bát Tràng"
    went, came = [one for one in slip.hand_overs if neighbor in (one.giver, one.receiver)]
    assert (went.receiver, went.at) == (neighbor, LATER)
    assert (came.giver, came.at) == (neighbor, back)
    assert came.note == "Giữ 1 giờ làm việc"
    assert slip.cooperating_agencies == (neighbor,)


def test_the_clocks_of_all_holders_add_up_to_the_life(code: str) -> None:
    offer(code, to(NEIGHBOR))
    ask(at_the(NEIGHBOR), code, Act.ACCEPT_OFFER, TAKEN, LATER)
    ask(at_the(NEIGHBOR), code, Act.OFFER, to(CITY), LATER + timedelta(hours=1))
    ask(at_the(CITY), code, Act.ACCEPT_OFFER, TAKEN, LATER + timedelta(days=1))
    facts = facts_about("dossier", Dossier.objects.get(code=code).pk)
    found = spans(facts)
    assert [one.to_at for one in found[:-1]] == [one.from_at for one in found[1:]]
    assert found[0].from_at == facts[0].occurred_at
    held = [one.held_agency_id for one in found if one.held_agency_id]
    assert held == [agency_id(NEIGHBOR), agency_id(CITY)]


def test_who_accepts_for_another_unit_leaves_it_to_those_of_the_unit(code: str) -> None:
    unit_id = officer("thuly2").unit_id
    do(
        code,
        Act.OFFER,
        inputs.Offer(agency_id=agency_id(), unit_id=unit_id, task="Thẩm định"),
        by="thuly1",
    )
    do(code, Act.ACCEPT_OFFER, TAKEN, by="tiepnhan1", at=LATER)
    row = Dossier.objects.get(code=code)
    assert (row.unit_id, row.assignee_id) == (unit_id, None)


def test_the_slip_that_goes_along_says_what_for_and_with_what(code: str) -> None:
    offer(code, to(NEIGHBOR, limit=TWO_DAYS, papers=(0,)))
    wanted = Wanted(kind=PaperKind.TRANSFER_SLIP, address="https://motcua.example")
    filled = fill(officer("thuly1"), code, wanted)
    slip = filled.data
    assert slip.receiving_place == "Ủy ban nhân dân xã Bát Tràng"
    assert (slip.task, slip.limit_words) == ("Xác định thuế", "2 ngày làm việc")
    assert len(slip.rows) == 1
    assert printed(filled) == printed(filled)


def test_notes_among_officers_stay_in_the_agency_that_wrote_them(code: str) -> None:
    do(code, Act.NOTE, inputs.Note(text="Đương sự có tranh chấp"), by="thuly1")
    offer(code, to(NEIGHBOR))
    neighbor = at_the(NEIGHBOR)
    ask(neighbor, code, Act.NOTE, inputs.Note(text="Đã xem bản đồ"))

    def told(actor: Actor) -> list[str]:
        facts = dossier_detail(actor, code).facts
        return [one.payload["text"] for one in facts if one.code == "dossier.noted"]

    assert told(neighbor) == ["Đã xem bản đồ"]
    assert told(officer("thuly1")) == ["Đương sự có tranh chấp", "Đã xem bản đồ"]
    wanted = Wanted(
        kind=PaperKind.PROCESSING_HISTORY, address="https://motcua.example", internal=True
    )
    with pytest.raises(NotFound):
        fill(replace(neighbor, roles=frozenset({Role.HANDLING})), code, wanted)
    assert fill(officer("thuly1"), code, wanted).code == code
