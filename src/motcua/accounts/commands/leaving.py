"""The end of an officer's service: what is held, who acts for whom, keys and doors, in one act."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q

from motcua.accounts.commands.accounts import OwnAccount, close_account
from motcua.accounts.commands.giving_roles import end_roles
from motcua.accounts.commands.loading import about, locked_officer
from motcua.accounts.commands.officers import AlreadyEnded
from motcua.accounts.events import (
    HoldingEnded,
    OfficerLeft,
    SessionsEnded,
    StandInEnded,
    TokenRevoked,
)
from motcua.accounts.models import ApiToken, Holding, Officer, StandIn, User, UserSession
from motcua.accounts.vocabulary import DisabledReason
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.recording import Record, recording


def end_service(
    *,
    actor: Actor,
    at: datetime,
    officer_id: int,
    from_day: date,
    reason: DisabledReason,
    note: str = "",
) -> None:
    """End an officer's service from a day on: positions, stand-ins, tokens, sessions, account.

    Tokens, sessions and stand-ins end now. A position that begins on that day or later is dropped.
    When the day is still to come the account is closed by the nightly job; from that day on it
    opens nothing anyway. Refusals: NotPermitted, NotFound, OwnAccount, AlreadyEnded.
    """
    with recording(actor, at) as record:
        officer = locked_officer(actor, at, officer_id)
        if actor.user_id is not None and actor.user_id == officer.user_id:
            raise OwnAccount(field="officer")
        if officer.valid_until is not None and officer.valid_until <= from_day:
            raise AlreadyEnded(field="officer")
        _end_holdings(record, officer, from_day, note)
        _end_stand_ins(record, officer)
        _revoke_tokens(record, officer)
        last_day = max(from_day, _day_after(officer.valid_from))
        Officer.objects.filter(pk=officer.pk).update(valid_until=last_day)
        event = OfficerLeft(from_date=from_day, reason=reason, note=note)
        record.append(event, about=about("officer", officer.pk))
        _shut_the_doors(record, officer, reason, now=from_day <= local_day(at))


def _day_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _ahead(day: date) -> Q:
    return Q(valid_until__isnull=True) | Q(valid_until__gt=day)


def _end_holdings(record: Record, officer: Officer, from_day: date, note: str) -> None:
    held = Holding.objects.select_for_update(no_key=True, of=("self",)).filter(
        _ahead(from_day), officer=officer
    )
    for holding in held.select_related("position").order_by("id"):
        last_day = max(from_day, _day_after(holding.valid_from))
        Holding.objects.filter(pk=holding.pk).update(valid_until=last_day)
        end_roles(holding, from_day)
        event = HoldingEnded(
            holding_id=holding.pk,
            position=holding.position.title,
            from_date=from_day,
            reason=note,
        )
        record.append(event, about=about("officer", officer.pk))


def _end_stand_ins(record: Record, officer: Officer) -> None:
    """Whoever acts for the officer stops, and so does the officer who acts for others."""
    his = Q(absent_holding__officer=officer) | Q(stand_in_officer=officer)
    for row in StandIn.objects.filter(his, valid_until__gt=record.at).order_by("id"):
        if row.valid_from >= record.at:
            row.delete()
        else:
            StandIn.objects.filter(pk=row.pk).update(valid_until=record.at)
        event = StandInEnded(stand_in_id=row.pk)
        record.append(event, about=about("holding", row.absent_holding_id))


def _revoke_tokens(record: Record, officer: Officer) -> None:
    kept = ApiToken.objects.filter(holding__officer=officer, revoked_at=None)
    for token in kept.filter(expires_at__gt=record.at).order_by("id"):
        ApiToken.objects.filter(pk=token.pk).update(revoked_at=record.at)
        event = TokenRevoked(token_id=token.pk, name=token.name)
        record.append(event, about=about("holding", token.holding_id))


def _shut_the_doors(record: Record, officer: Officer, reason: DisabledReason, *, now: bool) -> None:
    if officer.user_id is None:
        return
    user = User.objects.select_for_update(no_key=True).get(pk=officer.user_id)
    if now:
        close_account(record, user, reason)
        return
    count, _by_model = UserSession.objects.filter(user=user).delete()
    if count:
        record.append(SessionsEnded(count=count), about=about("user", user.pk))
