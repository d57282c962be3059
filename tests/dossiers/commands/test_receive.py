"""The first act: rows, fact, permission, refusals, on real procedures of the shipped catalogue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from motcua.dossiers.commands.receive import NotWorkingHere
from motcua.dossiers.models import Dossier, DossierParty, DossierSerial, FeeLine, SubmittedDocument
from motcua.dossiers.preparation import LimitUnstated, ProcedureUnknown
from motcua.dossiers.repeating import RequestKeyReused
from motcua.dossiers.rules.intake import ReceptionRefused
from motcua.dossiers.vocabulary import Limit, PaperIn, PartyKind, PartyRole, Status
from motcua.kernel.actor import Role
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.models import Fact, Stream
from motcua.ledger.queries import facts_about
from motcua.ledger.recording import RequestKey
from motcua.procedures.vocabulary import Channel
from motcua.worktime.vocabulary import Unit
from tests.support.clock import PLAIN_FRIDAY, PLAIN_MORNING, PLAIN_WEDNESDAY, at
from tests.support.offices import agency_id, somebody
from tests.support.reception import (
    BIRTH,
    BUSINESS,
    CERTIFIED_COPY,
    LAND,
    OWNER,
    UNSTATED,
    a_reception,
    an_officer,
    receive,
    the_ground,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standing")]
THE_SAME_DAY = at(PLAIN_WEDNESDAY, "17:00")


def received(code: str = BIRTH, **changes: Any) -> Dossier:
    moment = changes.pop("at", PLAIN_MORNING)
    ref = receive(a_reception(code, at=moment, **changes), at=moment)
    return Dossier.objects.get(pk=ref.id)


def fees_of(dossier: Dossier) -> list[tuple[str, int]]:
    lines = FeeLine.objects.filter(dossier=dossier).order_by("position")
    return list(lines.values_list("code", "amount_vnd"))


def tables() -> list[int]:
    models = (Dossier, DossierParty, SubmittedDocument, FeeLine, DossierSerial, Fact)
    return [model.objects.count() for model in models]


def test_a_birth_is_received_for_the_same_day() -> None:
    dossier = received(BIRTH)
    assert (dossier.status, dossier.due_at) == (Status.RECEIVED, THE_SAME_DAY)


def test_the_code_is_made_of_agency_day_and_serial() -> None:
    codes = [received().code for _ in range(3)]
    assert codes == [f"H26.45-260610-000{serial}" for serial in (1, 2, 3)]


def test_each_day_has_its_own_serials() -> None:
    received()
    assert received(at=at(PLAIN_FRIDAY, "08:30")).code == "H26.45-260612-0001"


def test_people_and_papers_are_kept_as_they_were_given() -> None:
    dossier = received(BIRTH)
    party = DossierParty.objects.get(dossier=dossier)
    papers = SubmittedDocument.objects.filter(dossier=dossier).order_by("position")
    asked = [paper for paper in the_ground(BIRTH).variant(None).papers if not paper.is_optional]
    assert (party.role, party.name, party.personal_id) == ("OWNER", OWNER.name, OWNER.personal_id)
    assert [paper.name for paper in papers] == [paper.name for paper in asked]


def test_many_papers_keep_their_order() -> None:
    names = [f"Giấy số {number}" for number in range(40)]
    papers = tuple(PaperIn(name=name, originals=1) for name in names)
    dossier = received(papers=papers, complete_confirmed=True)
    kept = SubmittedDocument.objects.filter(dossier=dossier).order_by("position")
    assert [paper.name for paper in kept] == names


@pytest.mark.parametrize(
    ("pages", "copies", "total"),
    [(1, 1, 2_000), (2, 1, 4_000), (4, 1, 6_000), (4, 3, 18_000), (500, 1, 200_000)],
)
def test_certified_copies_are_paid_by_the_page(pages: int, copies: int, total: int) -> None:
    dossier = received(CERTIFIED_COPY, pages=pages, copies=copies)
    assert dossier.fee_total_vnd == total
    assert sum(amount for _code, amount in fees_of(dossier)) == total


def test_nothing_to_pay_leaves_no_line_of_fee() -> None:
    assert fees_of(received(BIRTH)) == []


@pytest.mark.parametrize(
    ("channel", "total"),
    [(Channel.DESK, 50_000), (Channel.POST, 150_000), (Channel.ONLINE, 150_000)],
)
def test_a_business_household_pays_by_its_channel(channel: Channel, total: int) -> None:
    assert received(BUSINESS, channel=channel).fee_total_vnd == total


def test_of_alternative_papers_none_is_missed() -> None:
    dossier = received(BUSINESS)
    assert dossier.due_at == at(date(2026, 6, 15), "17:00")


@pytest.mark.parametrize(
    ("channel", "due_on"),
    [(Channel.DESK, date(2026, 7, 22)), (Channel.ONLINE, date(2026, 7, 8))],
)
def test_land_takes_thirty_working_days_at_the_desk_and_twenty_online(
    channel: Channel, due_on: date
) -> None:
    assert received(LAND, channel=channel).due_at == at(due_on, "17:00")


def test_received_on_a_free_day_counts_from_the_next_session() -> None:
    sunday = at(date(2026, 6, 14), "10:00")
    assert received(BIRTH, at=sunday).due_at == at(date(2026, 6, 15), "17:00")


def test_the_fact_says_what_the_rows_say_and_why() -> None:
    dossier = received(CERTIFIED_COPY, pages=3)
    (fact,) = facts_about("dossier", dossier.pk)
    assert (fact.code, fact.subject_seq) == ("dossier.received", 1)
    assert fact.actor["name"] == "Nguyễn Văn Thử"
    assert fact.payload["dossier_code"] == dossier.code
    assert fact.payload["fee_total_vnd"] == dossier.fee_total_vnd
    assert fact.payload["trace"][-1]["code"] == "DUE"


def test_the_fact_stands_in_the_chain_of_the_agency() -> None:
    received()
    received()
    head = Stream.objects.get(pk=f"agency-{agency_id()}")
    assert (head.last_seq, head.last_digest) == (2, Fact.objects.latest("id").digest)


def test_a_dossier_kept_on_paper_counts_from_its_own_day() -> None:
    earlier = PLAIN_MORNING - timedelta(days=2)
    dossier = received(received_at=earlier, note="Sổ giấy ngày mất điện")
    assert dossier.code == "H26.45-260608-0001"
    assert dossier.due_at == at(date(2026, 6, 8), "17:00")


def test_search_finds_names_numbers_and_phones_without_accents() -> None:
    key = received().search_key
    assert "nguyen thi hong nhung" in key
    assert OWNER.personal_id in key
    assert OWNER.phone in key


@pytest.mark.parametrize(
    "role", [Role.HANDLING, Role.UNIT_HEAD, Role.SIGNATORY, Role.SUPERVISOR, Role.ADMINISTRATOR]
)
def test_who_does_not_receive_is_refused(role: Role) -> None:
    before = tables()
    with pytest.raises(NotPermitted):
        receive(actor=an_officer(role))
    assert tables() == before


def test_without_a_position_there_is_no_desk() -> None:
    with pytest.raises(NotWorkingHere):
        receive(actor=somebody(Role.RECEPTION))


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"parties": ()}, ReceptionRefused),
        ({"papers": ()}, ReceptionRefused),
        ({"sets": 0}, ReceptionRefused),
        ({"received_at": PLAIN_MORNING + timedelta(hours=1)}, ReceptionRefused),
        ({"procedure_version_id": 999_999}, ProcedureUnknown),
        ({"variant_id": 999_999}, ProcedureUnknown),
    ],
)
def test_what_is_refused_leaves_nothing_and_takes_no_number(
    changes: dict[str, Any], refusal: type[Refusal]
) -> None:
    before = tables()
    with pytest.raises(refusal):
        receive(a_reception(**changes))
    assert tables() == before
    assert received().code.endswith("-0001")


def test_an_organization_without_its_tax_code_is_refused() -> None:
    firm = replace(OWNER, kind=PartyKind.ORGANIZATION, personal_id="")
    with pytest.raises(ReceptionRefused) as refused:
        receive(a_reception(parties=(firm,)))
    assert refused.value.params["problems"] == ["tax-code-faulty"]


def test_the_same_request_makes_one_dossier() -> None:
    key = RequestKey("page:1", "digest")
    first = receive(request=key)
    again = receive(request=key)
    assert (again.id, again.code, again.repeated) == (first.id, first.code, True)
    assert Dossier.objects.count() == 1


def test_the_same_key_with_other_content_is_refused() -> None:
    receive(request=RequestKey("page:1", "digest"))
    with pytest.raises(RequestKeyReused):
        receive(request=RequestKey("page:1", "other"))
    assert Dossier.objects.count() == 1


def test_two_keys_make_two_dossiers() -> None:
    refs = [receive(request=RequestKey(f"page:{number}", "digest")) for number in (1, 2)]
    assert len({ref.code for ref in refs}) == 2


def test_a_reception_costs_a_fixed_number_of_statements(
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    """The revision; serial, id and head of the chain; dossier, party, paper, fee, stay, the tally
    of the day, fact and the head moved. The test's own savepoint makes two more."""
    given, officer = a_reception(CERTIFIED_COPY), an_officer()
    receive(given, actor=officer)
    with django_assert_num_queries(15):
        receive(given, actor=officer)


def test_the_people_of_a_dossier_are_told_apart() -> None:
    parties = (
        OWNER,
        replace(OWNER, role=PartyRole.SUBMITTER, name="Trần Văn Nam", personal_id=""),
        replace(OWNER, role=PartyRole.REPRESENTATIVE, name="Trần Văn Nam", authority="con ruột"),
        replace(OWNER, role=PartyRole.HELPER, name="Lê Thị Giúp", personal_id=""),
    )
    dossier = received(parties=parties)
    roles = DossierParty.objects.filter(dossier=dossier).order_by("id")
    assert list(roles.values_list("role", flat=True)) == [str(party.role) for party in parties]
    assert dossier.owner_name == OWNER.name


def test_a_limit_the_catalogue_does_not_state_must_be_typed() -> None:
    with pytest.raises(LimitUnstated):
        receive(a_reception(UNSTATED))
    typed = Limit(unit=Unit.WORKING_DAYS, value=Decimal(5))
    assert received(UNSTATED, typed_limit=typed).due_at == at(date(2026, 6, 17), "17:00")


def test_the_moment_of_the_fact_is_the_moment_of_reception() -> None:
    moment: datetime = PLAIN_MORNING - timedelta(days=1)
    received(received_at=moment, note="nhập muộn")
    fact = Fact.objects.latest("id")
    assert (fact.occurred_at, fact.recorded_at) == (moment, PLAIN_MORNING)
