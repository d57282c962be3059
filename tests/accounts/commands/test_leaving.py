"""An officer's service ends: positions, stand-ins, tokens, sessions and account, in one act."""

from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.accounts.commands.accounts import OwnAccount
from motcua.accounts.commands.disable_inactive import disable_inactive
from motcua.accounts.commands.leaving import end_service
from motcua.accounts.commands.officers import AlreadyEnded, appoint_officer
from motcua.accounts.commands.sessions import end_sessions_of, open_session
from motcua.accounts.commands.stand_ins import appoint_stand_in
from motcua.accounts.commands.tokens import issue_token
from motcua.accounts.models import ApiToken, Holding, Officer, StandIn, UserSession
from motcua.accounts.queries import actor_for_token
from motcua.accounts.vocabulary import DisabledReason
from motcua.kernel.actor import Role
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.queries import facts_about
from motcua.ledger.verification import verify
from tests.support.clock import PLAIN_MORNING, PLAIN_WEDNESDAY
from tests.support.offices import SETUP, agency_id
from tests.support.people import acting, holding_of, people_of_today, user_called

pytestmark = pytest.mark.django_db
TOMORROW = PLAIN_WEDNESDAY + timedelta(days=1)
NEXT_MORNING = PLAIN_MORNING + timedelta(days=1)


def leave(username: str, by: str = "quantri", days: int = 0) -> None:
    end_service(
        actor=acting(by),
        at=PLAIN_MORNING,
        officer_id=Officer.objects.get(user__username=username).pk,
        from_day=PLAIN_WEDNESDAY + timedelta(days=days),
        reason=DisabledReason.TRANSFERRED,
        note="Quyết định 15/QĐ-UBND",
    )


def token_of(username: str) -> str:
    return issue_token(
        actor=acting("quantri"),
        at=PLAIN_MORNING,
        holding_id=holding_of(username).pk,
        name="Kết nối",
        days=30,
    )


def stand_in(absent: str, username: str) -> int:
    return appoint_stand_in(
        actor=acting("quantri"),
        at=PLAIN_MORNING,
        absent_holding_id=holding_of(absent).pk,
        officer_id=holding_of(username).officer_id,
        valid_from=PLAIN_MORNING - timedelta(hours=1),
        valid_until=PLAIN_MORNING + timedelta(days=3),
        reason="Nghỉ phép",
    )


def test_everything_ends_at_once_and_leaves_its_facts() -> None:
    people_of_today()
    token, user = token_of("thuly1"), user_called("thuly1")
    open_session(user_id=user.pk, at=PLAIN_MORNING)
    for_him, for_others = stand_in("thuly1", "thuly2"), stand_in("tiepnhan1", "thuly1")
    held = holding_of("thuly1")
    leave("thuly1")
    assert acting("thuly1").roles == frozenset()
    assert actor_for_token(token, PLAIN_MORNING) is None
    assert ApiToken.objects.get().revoked_at == PLAIN_MORNING
    assert UserSession.objects.count() == 0
    assert set(StandIn.objects.values_list("pk", "valid_until")) == {
        (for_him, PLAIN_MORNING),
        (for_others, PLAIN_MORNING),
    }
    assert Holding.objects.get(pk=held.pk).valid_until == PLAIN_WEDNESDAY
    closed = user_called("thuly1")
    assert (closed.is_active, closed.disabled_reason) == (False, "TRANSFERRED")
    codes = [fact.code for fact in facts_about("officer", held.officer_id)]
    assert codes[-2:] == ["officer.holding-ended", "officer.left"]
    assert facts_about("user", user.pk)[-1].code == "account.disabled"
    assert {fact.code for fact in facts_about("holding", held.pk)} >= {
        "stand-in.ended",
        "token.revoked",
    }
    assert list(verify()) == []


def test_until_a_day_to_come_rights_stay_and_then_the_night_closes_the_account() -> None:
    people_of_today()
    leave("thuly1", days=1)
    assert acting("thuly1").roles == {Role.HANDLING}
    assert acting("thuly1", NEXT_MORNING).roles == frozenset()
    assert user_called("thuly1").is_active
    assert disable_inactive(actor=SETUP, at=PLAIN_MORNING) == ()
    assert disable_inactive(actor=SETUP, at=NEXT_MORNING) == ("thuly1",)
    assert user_called("thuly1").disabled_reason == "LEFT"


def test_who_has_left_cannot_leave_again_but_can_come_back() -> None:
    people_of_today()
    leave("thuly1")
    with pytest.raises(AlreadyEnded):
        leave("thuly1")
    held = Holding.objects.get(officer__user__username="thuly1")
    appoint_officer(
        actor=acting("quantri"),
        at=NEXT_MORNING,
        officer_id=held.officer_id,
        agency_id=agency_id(),
        position_id=held.position_id,
        roles=[Role.HANDLING],
        from_day=TOMORROW,
    )
    assert Officer.objects.get(pk=held.officer_id).valid_until is None


def test_nobody_ends_his_own_service() -> None:
    people_of_today()
    with pytest.raises(OwnAccount):
        leave("quantri")


@pytest.mark.parametrize(("by", "username"), [("lanhdao", "thuly1"), ("quantri", "giamsat")])
def test_it_takes_an_administrator_of_the_agency(by: str, username: str) -> None:
    people_of_today()
    with pytest.raises(NotPermitted):
        leave(username, by=by)
    assert user_called(username).is_active


def test_an_administrator_ends_one_session_or_all_and_it_is_on_record() -> None:
    people_of_today()
    user = user_called("thuly1")
    for _number in range(2):
        open_session(user_id=user.pk, at=PLAIN_MORNING)
    first = UserSession.objects.earliest("id").pk
    given = {"actor": acting("quantri"), "at": PLAIN_MORNING, "user_id": user.pk}
    assert end_sessions_of(**given, session_id=first) == 1
    assert end_sessions_of(**given, session_id=first) == 0
    assert end_sessions_of(**given) == 1
    facts = facts_about("user", user.pk)
    assert [fact.code for fact in facts[-2:]] == ["account.sessions-ended"] * 2
    with pytest.raises(NotPermitted):
        end_sessions_of(**{**given, "actor": acting("lanhdao")})
