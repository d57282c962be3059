"""Positions held, roles, stand-ins and tokens: rights come and go with their day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from motcua.accounts.commands.accounts import disable_account
from motcua.accounts.commands.officers import (
    AlreadyEnded,
    HoldsAlready,
    NameMissing,
    appoint_officer,
    change_roles,
    end_holding,
    register_officer,
    rename_officer,
)
from motcua.accounts.commands.stand_ins import appoint_stand_in, end_stand_in
from motcua.accounts.commands.tokens import issue_token, revoke_token
from motcua.accounts.models import ApiToken, Holding, StandIn
from motcua.accounts.queries import actor_for_token, holdings_of, officers, stand_ins_of, tokens_of
from motcua.accounts.rules.roles import RoleNeedsAdminAccount
from motcua.accounts.rules.stand_ins import StandInOverlaps
from motcua.accounts.vocabulary import DisabledReason
from motcua.agencies.queries import positions_of
from motcua.kernel.actor import Actor, Door, Role
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.queries import facts_about
from tests.support.clock import PLAIN_MORNING, PLAIN_WEDNESDAY
from tests.support.offices import agency_id, load_2020
from tests.support.people import acting, holding_of, people_of_today, user_called

pytestmark = pytest.mark.django_db
TOMORROW = PLAIN_WEDNESDAY + timedelta(days=1)
NEXT_MORNING = PLAIN_MORNING + timedelta(days=1)


def position(slug: str) -> int:
    rows = positions_of(agency_id(), PLAIN_WEDNESDAY)
    return {row.slug: row.id for row in rows}[slug]


def appoint(
    username: str, slug: str, *roles: Role, from_day: date = TOMORROW, actor: Actor | None = None
) -> int:
    return appoint_officer(
        actor=actor or acting("quantri"),
        at=PLAIN_MORNING,
        officer_id=Holding.objects.filter(officer__user__username=username)
        .values_list("officer_id", flat=True)
        .order_by("id")[0],
        agency_id=agency_id(),
        position_id=position(slug),
        roles=roles,
        from_day=from_day,
    )


def test_a_position_gives_its_roles_from_its_day_on() -> None:
    people_of_today()
    held = appoint("tiepnhan1", "chinh-sach-xa-hoi", Role.HANDLING)
    user_id = user_called("tiepnhan1").pk
    assert len(holdings_of(user_id, PLAIN_MORNING)) == 1
    assert [row.holding_id for row in holdings_of(user_id, NEXT_MORNING)][-1] == held
    chosen = acting("tiepnhan1", NEXT_MORNING, held)
    assert (chosen.roles, chosen.title) == ({Role.HANDLING}, "Công chức chính sách xã hội")
    assert acting("tiepnhan1", NEXT_MORNING).roles == {Role.RECEPTION}


def test_a_position_one_does_not_hold_cannot_be_chosen() -> None:
    people_of_today()
    foreign = holding_of("lanhdao").pk
    assert acting("tiepnhan1", holding_id=foreign).roles == {Role.RECEPTION}


def test_the_same_position_is_held_once_at_a_time() -> None:
    people_of_today()
    with pytest.raises(HoldsAlready):
        appoint("tiepnhan1", "tiep-nhan", Role.RECEPTION)


def test_the_administrators_role_goes_to_administration_accounts_only() -> None:
    people_of_today()
    with pytest.raises(RoleNeedsAdminAccount):
        appoint("tiepnhan1", "quan-tri", Role.ADMINISTRATOR)


@pytest.mark.parametrize("username", ["tiepnhan1", "lanhdao", "giamsat", "truongphong"])
def test_nobody_but_an_administrator_appoints(username: str) -> None:
    people_of_today()
    with pytest.raises(NotPermitted):
        appoint("tiepnhan2", "van-thu", Role.REGISTRY_CLERK, actor=acting(username))


def test_a_holding_that_ends_takes_rights_and_tokens_with_it() -> None:
    people_of_today()
    held = holding_of("tiepnhan1")
    token = issue_token(
        actor=acting("quantri"), at=PLAIN_MORNING, holding_id=held.pk, name="Kết nối", days=30
    )
    end_holding(
        actor=acting("quantri"),
        at=PLAIN_MORNING,
        holding_id=held.pk,
        from_day=TOMORROW,
        reason="Chuyển công tác",
    )
    assert acting("tiepnhan1").roles == {Role.RECEPTION}
    assert acting("tiepnhan1", NEXT_MORNING).roles == frozenset()
    assert acting("tiepnhan1", NEXT_MORNING).name == "Nguyễn Thị Thu Hà"
    assert actor_for_token(token, PLAIN_MORNING) is not None
    assert actor_for_token(token, NEXT_MORNING) is None
    with pytest.raises(AlreadyEnded):
        end_holding(
            actor=acting("quantri"),
            at=PLAIN_MORNING,
            holding_id=held.pk,
            from_day=TOMORROW,
            reason="lần hai",
        )


def test_roles_change_from_a_day_on_and_leave_the_fact() -> None:
    people_of_today()
    held = holding_of("tiepnhan2")
    change_roles(
        actor=acting("quantri"),
        at=PLAIN_MORNING,
        holding_id=held.pk,
        roles=[Role.HANDLING, Role.RECEPTION],
        from_day=TOMORROW,
    )
    assert acting("tiepnhan2").roles == {Role.RECEPTION}
    assert acting("tiepnhan2", NEXT_MORNING).roles == {Role.RECEPTION, Role.HANDLING}
    fact = facts_about("officer", held.officer_id)[-1]
    assert (fact.code, fact.payload["before"]) == ("officer.roles-changed", ["RECEPTION"])


def test_a_role_taken_away_on_its_own_day_was_never_there() -> None:
    people_of_today()
    held = holding_of("tiepnhan2")
    for roles in ([Role.RECEPTION, Role.HANDLING], [Role.RECEPTION]):
        change_roles(
            actor=acting("quantri"),
            at=PLAIN_MORNING,
            holding_id=held.pk,
            roles=roles,
            from_day=TOMORROW,
        )
    assert acting("tiepnhan2", NEXT_MORNING).roles == {Role.RECEPTION}


def test_an_officer_has_a_name() -> None:
    people_of_today()
    with pytest.raises(NameMissing):
        register_officer(
            actor=acting("quantri"), at=PLAIN_MORNING, full_name="  ", from_day=TOMORROW
        )
    rename_officer(
        actor=acting("quantri"),
        at=PLAIN_MORNING,
        officer_id=holding_of("vanthu").officer_id,
        full_name="Bùi Kim Oanh",
    )
    assert acting("vanthu").name == "Bùi Kim Oanh"


def stand_in(absent: str, username: str, hours: int = 8, actor: Actor | None = None) -> int:
    return appoint_stand_in(
        actor=actor or acting("lanhdao"),
        at=PLAIN_MORNING,
        absent_holding_id=holding_of(absent).pk,
        officer_id=holding_of(username).officer_id,
        valid_from=PLAIN_MORNING + timedelta(hours=1),
        valid_until=PLAIN_MORNING + timedelta(hours=1 + hours),
        reason="Đi họp tại thành phố",
    )


def test_a_stand_in_acts_in_the_absent_ones_position_for_that_time_only() -> None:
    people_of_today()
    stand_in("tiepnhan1", "thuly1")
    absent, meanwhile = holding_of("tiepnhan1"), PLAIN_MORNING + timedelta(hours=2)
    choices = holdings_of(user_called("thuly1").pk, meanwhile)
    assert [choice.stands_in_for for choice in choices] == ["", "Nguyễn Thị Thu Hà"]
    actor = acting("thuly1", meanwhile, absent.pk)
    assert (actor.name, actor.roles) == ("Phạm Minh Đức", {Role.RECEPTION})
    assert (actor.stands_in_for_id, actor.holding_id) == (absent.pk, holding_of("thuly1").pk)
    assert actor.envelope()["for"] == absent.pk
    after = acting("thuly1", PLAIN_MORNING + timedelta(hours=9), absent.pk)
    assert (after.roles, after.stands_in_for_id) == ({Role.HANDLING}, None)


def test_without_choosing_one_acts_in_ones_own_position() -> None:
    people_of_today()
    stand_in("tiepnhan1", "thuly1")
    assert acting("thuly1", PLAIN_MORNING + timedelta(hours=2)).roles == {Role.HANDLING}


def test_a_position_has_one_stand_in_at_a_time() -> None:
    people_of_today()
    stand_in("tiepnhan1", "thuly1")
    with pytest.raises(StandInOverlaps):
        stand_in("tiepnhan1", "tiepnhan2")


def test_the_database_itself_refuses_two_stand_ins_at_a_time() -> None:
    people_of_today()
    row = StandIn.objects.get(pk=stand_in("tiepnhan1", "thuly1"))
    row.pk = None
    row.valid_from += timedelta(hours=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_a_stand_in_ends_before_its_time_or_before_it_begins() -> None:
    people_of_today()
    begun, planned = stand_in("tiepnhan1", "thuly1"), stand_in("tiepnhan2", "thuly1")
    meanwhile = PLAIN_MORNING + timedelta(hours=2)
    end_stand_in(actor=acting("lanhdao"), at=meanwhile, stand_in_id=begun)
    end_stand_in(actor=acting("lanhdao"), at=PLAIN_MORNING, stand_in_id=planned)
    assert list(StandIn.objects.values_list("pk", "valid_until")) == [(begun, meanwhile)]
    with pytest.raises(AlreadyEnded):
        end_stand_in(actor=acting("lanhdao"), at=meanwhile, stand_in_id=begun)
    shown = stand_ins_of(acting("lanhdao"), holding_of("tiepnhan1").pk, PLAIN_MORNING)
    assert [row.stand_in_name for row in shown] == ["Phạm Minh Đức"]


@pytest.mark.parametrize("username", ["tiepnhan2", "truongphong", "vanthu", "giamsat"])
def test_not_everybody_appoints_stand_ins(username: str) -> None:
    people_of_today()
    with pytest.raises(NotPermitted):
        stand_in("tiepnhan1", "thuly1", actor=acting(username))


def token_for(username: str, days: int = 30) -> str:
    return issue_token(
        actor=acting("quantri"),
        at=PLAIN_MORNING,
        holding_id=holding_of(username).pk,
        name="Phần mềm kết nối",
        days=days,
    )


def test_a_token_acts_in_its_position_and_its_text_is_kept_nowhere() -> None:
    people_of_today()
    text = token_for("tiepnhan1")
    actor = actor_for_token(text, PLAIN_MORNING, "abc")
    assert actor is not None
    assert (actor.door, actor.roles, actor.request_id) == (Door.API, {Role.RECEPTION}, "abc")
    assert actor.holding_id == holding_of("tiepnhan1").pk
    kept = ApiToken.objects.get()
    assert text not in (kept.token_digest, kept.name)
    facts = facts_about("holding", kept.holding_id)
    assert text not in str([fact.payload for fact in facts])


def test_a_token_ends_is_revoked_or_stops_with_its_account() -> None:
    people_of_today()
    short, revoked, closed = token_for("tiepnhan1", 1), token_for("thuly1"), token_for("vanthu")
    assert actor_for_token(short, PLAIN_MORNING + timedelta(days=1)) is None
    row = tokens_of(acting("quantri"), holding_of("thuly1").pk, PLAIN_MORNING)[0]
    revoke_token(actor=acting("quantri"), at=PLAIN_MORNING, token_id=row.id)
    assert actor_for_token(revoked, PLAIN_MORNING) is None
    disable_account(
        actor=acting("quantri"),
        at=PLAIN_MORNING,
        user_id=user_called("vanthu").pk,
        reason=DisabledReason.LEFT,
    )
    assert actor_for_token(closed, PLAIN_MORNING) is None
    with pytest.raises(AlreadyEnded):
        revoke_token(actor=acting("quantri"), at=PLAIN_MORNING, token_id=row.id)


@pytest.mark.parametrize("text", ["", "mc_", "mc_unknown", "Bearer mc_x", "mc_" + "y" * 500])
def test_what_is_no_token_opens_nothing(text: str) -> None:
    people_of_today()
    assert actor_for_token(text, PLAIN_MORNING) is None


def test_the_use_of_a_token_is_noted_once_an_hour(django_assert_num_queries: object) -> None:
    people_of_today()
    text = token_for("tiepnhan1")
    actor_for_token(text, PLAIN_MORNING)
    with django_assert_num_queries(1):  # type: ignore[operator]
        actor_for_token(text, PLAIN_MORNING + timedelta(minutes=59))
    actor_for_token(text, PLAIN_MORNING + timedelta(minutes=60))
    assert ApiToken.objects.get().last_used_at == PLAIN_MORNING + timedelta(minutes=60)


def test_a_commune_issues_no_token_for_the_city() -> None:
    people_of_today()
    with pytest.raises(NotPermitted):
        token_for("giamsat")
    with pytest.raises(NotFound):
        tokens_of(acting("quantri"), holding_of("giamsat").pk, PLAIN_MORNING)


def test_a_supervisor_looks_back_into_agencies_that_have_ended() -> None:
    people_of_today()
    load_2020()
    scope = acting("giamsat").scope_agency_ids
    assert {agency_id("huyen-gia-lam"), agency_id("thanh-pho-ha-noi")} < scope


def test_a_supervisor_reaches_all_agencies_below() -> None:
    people_of_today()
    scope = acting("giamsat").scope_agency_ids
    assert scope == {agency_id(), agency_id("thanh-pho-ha-noi")}
    assert acting("tiepnhan1").scope_agency_ids == frozenset()


def test_the_actor_of_an_officer_costs_one_look_at_the_revision(
    django_assert_num_queries: object,
) -> None:
    people_of_today()
    with django_assert_num_queries(5):  # type: ignore[operator]  # one is `user_id_called`
        acting("tiepnhan1")
    with django_assert_num_queries(2):  # type: ignore[operator]
        acting("tiepnhan1")


def test_officers_are_listed_by_name_within_reach_page_by_page() -> None:
    people_of_today()
    first = officers(acting("quantri"), PLAIN_MORNING, rows_max=6)
    rest = officers(acting("quantri"), PLAIN_MORNING, after=first.next_after, rows_max=6)
    names = [row.username for row in (*first.rows, *rest.rows)]
    assert len(names) == 12
    assert "giamsat" not in names
    assert rest.next_after is None
    assert len(officers(acting("giamsat"), PLAIN_MORNING).rows) == 14


def test_officers_are_found_without_accents() -> None:
    people_of_today()
    found = officers(acting("truongphong"), PLAIN_MORNING, text="hoang thi lan")
    assert [row.full_name for row in found.rows] == ["Hoàng Thị Lan Phương"]
    assert found.rows[0].roles == (Role.HANDLING,)


@pytest.mark.parametrize("username", ["tiepnhan1", "thuly1", "vanthu"])
def test_who_may_not_see_officers_sees_none(username: str) -> None:
    people_of_today()
    assert officers(acting(username), PLAIN_MORNING).rows == ()


def test_a_list_of_officers_costs_a_bounded_number_of_queries(
    django_assert_max_num_queries: object,
) -> None:
    people_of_today()
    assert Holding.objects.count() == 14
    actor = acting("giamsat")
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        officers(actor, PLAIN_MORNING)
