"""Officers, the positions they hold and the roles these give."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q

from motcua.accounts.commands.giving_roles import (
    DayOutsideHolding,
    RolesMissing,
    day_inside,
    end_roles,
    give_roles,
    not_own,
    set_roles,
)
from motcua.accounts.commands.loading import about, locked_holding, locked_officer
from motcua.accounts.events import (
    ContactChanged,
    HoldingEnded,
    OfficerAppointed,
    OfficerRegistered,
    OfficerRenamed,
    RolesChanged,
)
from motcua.accounts.models import Holding, Officer, User
from motcua.accounts.policies import Permission, can, may
from motcua.accounts.rules.roles import check_roles
from motcua.accounts.vocabulary import AccountKind, EmploymentKind
from motcua.agencies.queries import positions_of
from motcua.kernel.actor import Actor, Role
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.folding import fold
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import recording


class NameMissing(Refusal):
    """An officer has a name."""

    code = "name-missing"


class HoldsAlready(Refusal):
    """The officer holds this position in that time already."""

    code = "holds-already"


class AlreadyEnded(Refusal):
    """It has ended before."""

    code = "already-ended"


def register_officer(
    *,
    actor: Actor,
    at: datetime,
    full_name: str,
    from_day: date,
    phone: str = "",
    email: str = "",
    employment_kind: EmploymentKind = EmploymentKind.CIVIL_SERVANT,
) -> int:
    """Enter a person as an officer; returns the officer's id. Refusals: NotPermitted, NameMissing."""
    may(actor, Permission.OFFICER_CHANGE).demand()
    name = plain_words(full_name)
    if not name:
        raise NameMissing(field="full_name")
    with recording(actor, at) as record:
        officer = Officer.objects.create(
            full_name=name,
            full_name_key=fold(name),
            phone=phone,
            email=email,
            employment_kind=employment_kind,
            valid_from=from_day,
        )
        event = OfficerRegistered(
            full_name=name, employment_kind=employment_kind, from_date=from_day, user_id=None
        )
        record.append(event, about=about("officer", officer.pk))
    return officer.pk


def appoint_officer(
    *,
    actor: Actor,
    at: datetime,
    officer_id: int,
    agency_id: int,
    position_id: int,
    roles: Collection[Role],
    from_day: date,
    until_day: date | None = None,
) -> int:
    """Let an officer hold a position with these roles; returns the holding's id.

    Who had left is in service again. Refusals: NotPermitted, NotFound, HoldsAlready, RolesMissing,
    RolesNotTogether, RoleNeedsAdminAccount.
    """
    if not roles:
        raise RolesMissing(field="roles")
    can(actor, Permission.OFFICER_CHANGE, agency_id, local_day(at)).demand()
    titles = {row.id: row.title for row in positions_of(agency_id, from_day)}
    if position_id not in titles:
        raise NotFound(field="position", kind="position")
    with recording(actor, at) as record:
        officer = Officer.objects.select_for_update(no_key=True).filter(pk=officer_id).first()
        if officer is None:
            raise NotFound(field="officer", kind="officer")
        check_roles(roles, _account_kind(officer))
        if _held_meanwhile(officer, position_id, from_day, until_day):
            raise HoldsAlready(field="position")
        holding = Holding.objects.create(
            officer=officer, position_id=position_id, valid_from=from_day, valid_until=until_day
        )
        give_roles(holding, roles, from_day)
        Officer.objects.filter(pk=officer.pk, valid_until__isnull=False).update(valid_until=None)
        event = OfficerAppointed(
            holding_id=holding.pk,
            position_id=position_id,
            position=titles[position_id],
            agency_id=agency_id,
            roles=tuple(sorted(roles)),
            from_date=from_day,
            until_date=until_day,
        )
        record.append(event, about=about("officer", officer.pk))
    return holding.pk


def end_holding(
    *, actor: Actor, at: datetime, holding_id: int, from_day: date, reason: str
) -> None:
    """End a position held from a day on, with its roles and tokens.

    Refusals: NotPermitted, NotFound, AlreadyEnded, DayOutsideHolding, OwnHolding.
    """
    with recording(actor, at) as record:
        holding = locked_holding(actor, at, holding_id, Permission.OFFICER_CHANGE)
        not_own(actor, holding)
        if holding.valid_until is not None and holding.valid_until <= from_day:
            raise AlreadyEnded(field="from_day")
        if holding.valid_from >= from_day:
            raise DayOutsideHolding(field="from_day", from_day=short_day(holding.valid_from))
        Holding.objects.filter(pk=holding.pk).update(valid_until=from_day)
        end_roles(holding, from_day)
        event = HoldingEnded(
            holding_id=holding.pk,
            position=holding.position.title,
            from_date=from_day,
            reason=reason,
        )
        record.append(event, about=about("officer", holding.officer_id))


def change_roles(
    *, actor: Actor, at: datetime, holding_id: int, roles: Collection[Role], from_day: date
) -> None:
    """Let a position held give exactly these roles from a day on; changes planned later are replaced.

    Refusals: NotPermitted, NotFound, RolesMissing, DayOutsideHolding, OwnHolding, RolesNotTogether,
    RoleNeedsAdminAccount.
    """
    if not roles:
        raise RolesMissing(field="roles")
    with recording(actor, at) as record:
        holding = locked_holding(actor, at, holding_id, Permission.OFFICER_CHANGE)
        not_own(actor, holding)
        day_inside(holding, from_day)
        check_roles(roles, _account_kind(holding.officer))
        before = set_roles(holding, roles, from_day)
        event = RolesChanged(
            holding_id=holding.pk,
            before=before,
            after=tuple(sorted(roles)),
            from_date=from_day,
        )
        record.append(event, about=about("officer", holding.officer_id))


def rename_officer(*, actor: Actor, at: datetime, officer_id: int, full_name: str) -> None:
    """Correct an officer's name, on the account too. Refusals: NotPermitted, NotFound, NameMissing."""
    name = plain_words(full_name)
    if not name:
        raise NameMissing(field="full_name")
    with recording(actor, at) as record:
        officer = locked_officer(actor, at, officer_id)
        if officer.full_name == name:
            return
        Officer.objects.filter(pk=officer.pk).update(full_name=name, full_name_key=fold(name))
        if officer.user_id is not None:
            User.objects.filter(pk=officer.user_id).update(display_name=name)
        event = OfficerRenamed(before=officer.full_name, after=name)
        record.append(event, about=about("officer", officer.pk))


def change_contact(*, actor: Actor, at: datetime, officer_id: int, phone: str, email: str) -> None:
    """Change how an officer is reached; the same as before changes nothing.

    Refusals: NotPermitted, NotFound.
    """
    given = {"phone": plain_words(phone), "email": plain_words(email)}
    with recording(actor, at) as record:
        officer = locked_officer(actor, at, officer_id)
        changed = tuple(name for name, value in given.items() if getattr(officer, name) != value)
        if changed:
            Officer.objects.filter(pk=officer.pk).update(**given)
            record.append(ContactChanged(fields=changed), about=about("officer", officer.pk))


def _account_kind(officer: Officer) -> AccountKind | None:
    if officer.user_id is None:
        return None
    return AccountKind(User.objects.values_list("kind", flat=True).get(pk=officer.user_id))


def _held_meanwhile(
    officer: Officer, position_id: int, from_day: date, until_day: date | None
) -> bool:
    not_over = Q(valid_until__isnull=True) | Q(valid_until__gt=from_day)
    held = Holding.objects.filter(not_over, officer=officer, position=position_id)
    if until_day is not None:
        held = held.filter(valid_from__lt=until_day)
    return held.exists()
