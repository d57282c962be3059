"""A citizen sends a dossier by web, follows it and acts on it; nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from motcua.accounts.rules.roles import Permission
from motcua.citizens.models import Membership, Organization
from motcua.citizens.queries import actor_for_citizen
from motcua.citizens.vocabulary import IdentityLevel, Person
from motcua.dossiers import inputs
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.commands.receive import file_dossier
from motcua.dossiers.models import Dossier, DossierCitizen
from motcua.dossiers.policies import can, visible
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.queries.to_receive import waiting_to_be_received
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.rules.submitted.declaring import DeclarationMissing
from motcua.dossiers.vocabulary import Act, CitizenPart, Stage
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.queries import facts_about
from motcua.ledger.recording import RequestKey
from tests.support.acts import do
from tests.support.citizens import a_citizen, citizen_actor
from tests.support.clock import PLAIN_MORNING
from tests.support.declaring import a_declaration, publish_forms
from tests.support.offices import agency_id
from tests.support.reception import BIRTH, OWNER, a_ground, a_reception, receive
from tests.support.working_office import kept_for_a_module, officer


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        a_ground()
        publish_forms(BIRTH)
        yield


pytestmark = pytest.mark.usefixtures("standing")


@pytest.fixture
def hoa() -> Actor:
    return citizen_actor(a_citizen())


@pytest.fixture
def nam() -> Actor:
    return citizen_actor(a_citizen("0987000111"))


def _a_member(phone: str) -> Actor:
    """A citizen who acts for the one organization of the test."""
    opened = a_citizen(phone)
    shop, _ = Organization.objects.get_or_create(
        tax_code="0101234567", defaults={"name": "Công ty Hoa Sen", "opened_at": PLAIN_MORNING}
    )
    Membership.objects.create(
        citizen_id=opened.citizen_id, organization=shop, role="MEMBER", valid_from=PLAIN_MORNING
    )
    return citizen_actor(opened, organization_id=shop.pk)


def _filed(actor: Actor, *, key: str = "", **changes: Any) -> DossierRef:
    given = a_reception(**({"declared": a_declaration()} | changes))
    request = RequestKey(key=key, digest="d" * 64) if key else None
    return file_dossier(
        actor=actor,
        at=PLAIN_MORNING,
        agency_id=agency_id(),
        filed=inputs.Filed(given=given),
        request=request,
    )


def _ask_more(code: str) -> None:
    item = inputs.AskedItem(name="Giấy chứng sinh", what="Chụp lại cho rõ")
    asking = inputs.AskToComplete(items=(item,), reason="Ảnh mờ")
    do(code, Act.ASK_TO_COMPLETE, asking, by="tiepnhan1")


def test_it_has_a_code_at_once_waits_at_the_desk_and_no_date_runs(hoa: Actor) -> None:
    ref = _filed(hoa)
    row = Dossier.objects.get(pk=ref.id)
    assert (row.stage, row.channel, row.due_at) == (Stage.REGISTERED, "ONLINE", None)
    assert row.agency_id == row.competent_agency_id == agency_id()
    assert [one.code for one in waiting_to_be_received(officer("tiepnhan1")).rows] == [ref.code]


def test_the_fact_names_the_account_and_never_the_person_who_holds_it(hoa: Actor) -> None:
    fact = facts_about("dossier", _filed(hoa).id)[0]
    assert fact.actor == {"door": "PORTAL", "user": hoa.user_id, "citizen": hoa.citizen_id}
    assert fact.payload["citizen"] == {"citizen_id": hoa.citizen_id, "part": "FILER"}


def test_the_same_sending_again_makes_no_second_dossier(hoa: Actor) -> None:
    first, again = _filed(hoa, key="gui-1"), _filed(hoa, key="gui-1")
    assert (again.code, again.repeated) == (first.code, True)
    assert DossierCitizen.objects.count() == 1


def test_a_procedure_with_a_form_is_not_filed_without_it(hoa: Actor) -> None:
    with pytest.raises(DeclarationMissing):
        _filed(hoa, declared=None)


def test_what_only_the_desk_says_is_not_taken_from_the_web(hoa: Actor) -> None:
    city = agency_id("thanh-pho-ha-noi")
    ref = _filed(hoa, competent_agency_id=city, complete_confirmed=True, counter_id=1)
    payload = facts_about("dossier", ref.id)[0].payload
    assert payload["competent_agency_id"] == agency_id()
    assert payload["complete_confirmed"] is False
    assert "counter_id" not in payload


def test_staff_cannot_send_as_citizens_and_citizens_cannot_register_at_the_desk(hoa: Actor) -> None:
    with pytest.raises(NotPermitted):
        _filed(officer("tiepnhan1"))
    with pytest.raises(NotPermitted):
        receive(actor=hoa)


def test_one_follows_what_one_sent_and_nothing_else(hoa: Actor, nam: Actor) -> None:
    mine, other = _filed(hoa), _filed(nam)
    desk = receive()
    seen = dossier_detail(hoa, mine.code, permission=Permission.DOSSIER_FOLLOW)
    assert seen.declared is not None
    for code in (other.code, desk.code):
        with pytest.raises(NotFound):
            dossier_detail(hoa, code, permission=Permission.DOSSIER_FOLLOW)
    with pytest.raises(NotFound):
        dossier_detail(hoa, mine.code)


def test_whom_the_national_identity_vouches_for_follows_what_he_handed_in_at_the_desk(
    hoa: Actor,
) -> None:
    desk = receive()
    proven = replace(hoa, proven_id=OWNER.personal_id)
    found = Dossier.objects.filter(visible(proven, Permission.DOSSIER_FOLLOW))
    assert [row.code for row in found] == [desk.code]
    assert not Dossier.objects.filter(visible(hoa, Permission.DOSSIER_FOLLOW)).exists()


def test_members_of_an_organization_follow_what_was_sent_for_it() -> None:
    sender, colleague = _a_member("0987000222"), _a_member("0987000333")
    ref = _filed(sender)
    for actor, sees in (
        (colleague, True),
        (replace(colleague, organization_id=None), False),
        (replace(sender, organization_id=None), False),
    ):
        found = Dossier.objects.filter(visible(actor, Permission.DOSSIER_FOLLOW), pk=ref.id)
        assert found.exists() is sees
        row = Dossier.objects.get(pk=ref.id)
        assert bool(can(actor, Permission.DOSSIER_FOLLOW, row)) is sees


def test_what_was_asked_for_is_completed_by_the_one_who_sent_it(hoa: Actor, nam: Actor) -> None:
    ref = _filed(hoa)
    _ask_more(ref.code)
    asked = Asked(actor=hoa, at=PLAIN_MORNING, code=ref.code)
    with pytest.raises(NotPermitted):
        perform(asked, Act.SUPPLEMENT, inputs.Supplement(waived=(0,), note="Không cần"))
    with pytest.raises(NotFound):
        perform(replace(asked, actor=nam), Act.SUPPLEMENT, inputs.Supplement(answered=(0,)))
    perform(asked, Act.SUPPLEMENT, inputs.Supplement(answered=(0,)))
    assert Dossier.objects.get(pk=ref.id).stage == Stage.REGISTERED


def test_it_is_withdrawn_with_a_reason_by_the_one_who_sent_it(hoa: Actor) -> None:
    ref = _filed(hoa)
    asked = Asked(actor=hoa, at=PLAIN_MORNING, code=ref.code)
    perform(asked, Act.WITHDRAW, inputs.Withdraw(reason="Nộp nhầm thủ tục"))
    assert Dossier.objects.get(pk=ref.id).stage == Stage.WITHDRAWN


@pytest.mark.parametrize(
    "act", [Act.RECEIVE, Act.NOTE, Act.ATTACH, Act.AMEND, Act.REFUSE_RECEPTION]
)
def test_acts_of_the_office_are_not_the_citizens(hoa: Actor, act: Act) -> None:
    given = {
        Act.RECEIVE: inputs.Accept(),
        Act.NOTE: inputs.Note(text="x"),
        Act.ATTACH: inputs.Attach(digest="a" * 64, name="a", media_type="b", size=1),
        Act.AMEND: inputs.Amend(parties=(OWNER,), reason="x"),
        Act.REFUSE_RECEPTION: inputs.WithReason(reason="x"),
    }
    asked = Asked(actor=hoa, at=PLAIN_MORNING, code=_filed(hoa).code)
    with pytest.raises(NotPermitted):
        perform(asked, act, given[act])


def test_a_helper_is_kept_as_one(hoa: Actor) -> None:
    given = a_reception(declared=a_declaration())
    filed = inputs.Filed(given=given, part=CitizenPart.HELPER)
    ref = file_dossier(actor=hoa, at=PLAIN_MORNING, agency_id=agency_id(), filed=filed)
    assert DossierCitizen.objects.get(dossier=ref.id).part == "HELPER"


def test_the_actor_of_an_account_knows_the_number_that_was_proven() -> None:
    number = "001185012345"
    person = Person(full_name="Nguyễn Thị Hồng Nhung", personal_id=number)
    proven = a_citizen("0987000444", person=person, level=IdentityLevel.NATIONAL)
    typed = a_citizen("0987000555", person=person)
    assert actor_for_citizen(proven.user_id, PLAIN_MORNING).proven_id == number
    assert actor_for_citizen(typed.user_id, PLAIN_MORNING).proven_id == ""
    assert number not in str(citizen_actor(proven).envelope())
