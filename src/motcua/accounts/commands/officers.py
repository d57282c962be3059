"""Officers, the positions they hold and the roles these give."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q

from motcua.accounts.commands.loading import about, locked_holding, locked_officer
from motcua.accounts.events import HoldingEnded, OfficerAppointed, OfficerRegistered, RolesChanged
from motcua.accounts.models import Holding, HoldingRole, Officer, User
from motcua.accounts.policies import Permission, can, may
from motcua.accounts.rules.roles import check_roles
from motcua.accounts.vocabulary import AccountKind, EmploymentKind
from motcua.agencies.queries import positions_of
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor, Role
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
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

    Refusals: NotPermitted, NotFound, HoldsAlready, RolesNotTogether, RoleNeedsAdminAccount.
    """
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
        _give_roles(holding, roles, from_day)
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

    Refusals: NotPermitted, NotFound, AlreadyEnded.
    """
    with recording(actor, at) as record:
        holding = locked_holding(actor, at, holding_id, Permission.OFFICER_CHANGE)
        ended = holding.valid_until is not None and holding.valid_until <= from_day
        if ended or holding.valid_from >= from_day:
            raise AlreadyEnded(field="from_day")
        Holding.objects.filter(pk=holding.pk).update(valid_until=from_day)
        beyond = Q(valid_until__isnull=True) | Q(valid_until__gt=from_day)
        roles = HoldingRole.objects.filter(beyond, holding=holding)
        roles.filter(valid_from__lt=from_day).update(valid_until=from_day)
        roles.filter(valid_from__gte=from_day).delete()
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
    """Let a position held give exactly these roles from a day on.

    Refusals: NotPermitted, NotFound, RolesNotTogether, RoleNeedsAdminAccount.
    """
    with recording(actor, at) as record:
        holding = locked_holding(actor, at, holding_id, Permission.OFFICER_CHANGE)
        check_roles(roles, _account_kind(holding.officer))
        held = HoldingRole.objects.filter(in_force(from_day), holding=holding)
        before = tuple(sorted(held.values_list("role", flat=True)))
        dropped = held.exclude(role__in=roles)
        dropped.filter(valid_from=from_day).delete()
        dropped.update(valid_until=from_day)
        _give_roles(holding, set(roles) - {Role(role) for role in before}, from_day)
        event = RolesChanged(
            holding_id=holding.pk,
            before=before,
            after=tuple(sorted(roles)),
            from_date=from_day,
        )
        record.append(event, about=about("officer", holding.officer_id))


def rename_officer(*, actor: Actor, at: datetime, officer_id: int, full_name: str) -> None:
    """Correct an officer's name. Refusals: NotPermitted, NotFound, NameMissing."""
    name = plain_words(full_name)
    if not name:
        raise NameMissing(field="full_name")
    with recording(actor, at) as record:
        officer = locked_officer(actor, at, officer_id)
        Officer.objects.filter(pk=officer.pk).update(full_name=name, full_name_key=fold(name))
        event = OfficerRegistered(
            full_name=name,
            employment_kind=officer.employment_kind,
            from_date=officer.valid_from,
            user_id=officer.user_id,
        )
        record.append(event, about=about("officer", officer.pk))


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


def _give_roles(holding: Holding, roles: Collection[Role], from_day: date) -> None:
    HoldingRole.objects.bulk_create(
        HoldingRole(
            holding=holding, role=role, valid_from=from_day, valid_until=holding.valid_until
        )
        for role in sorted(roles)
    )
