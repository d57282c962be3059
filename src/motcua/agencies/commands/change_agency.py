"""Rename, move or recode an agency from a day on. The period before it closes and stays."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from motcua.agencies.commands.loading import about_agency, locked_agency, renewed_version
from motcua.agencies.events import AgencyAmended, AgencyMoved, AgencyRecoded, AgencyRenamed
from motcua.agencies.models import Agency, AgencyCode, AgencyVersion
from motcua.agencies.policies import may_change
from motcua.agencies.rules.periods import to_be_changed
from motcua.agencies.rules.tree import Link, check_no_cycle
from motcua.agencies.vocabulary import IDENTIFICATION_SCHEMES, CodeScheme
from motcua.database.periods import in_force
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.ledger.recording import recording


class CodeTaken(Refusal):
    """Another agency has this code on that day."""

    code = "code-taken"


def rename_agency(
    *,
    actor: Actor,
    at: datetime,
    agency_id: int,
    from_day: date,
    name: str,
    short_name: str,
    basis: str = "",
) -> None:
    """Give the agency another name from a day on.

    Refusals: NotPermitted, NotFound, NotInForce, ChangedThatDayAlready, PlannedChangeAhead.
    """
    may_change(actor, agency_id, local_day(at)).demand()
    with recording(actor, at) as record:
        agency = locked_agency(agency_id)
        before, after = renewed_version(agency, from_day)
        after.name, after.short_name = name, short_name
        after.save(force_insert=True)
        event = AgencyRenamed(before=before.name, after=name, from_date=from_day, basis=basis)
        record.append(event, about=about_agency(agency))


class NothingChanged(Refusal):
    """All that was given stands already."""

    code = "nothing-changed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Particulars:
    """What of an agency is printed on its papers beside its name, and how to get there."""

    superior_name: str
    place_name: str
    address: str
    phone: str
    directions: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Feedback:
    """Who receives feedback about procedures, and how to reach them."""

    feedback_to: str
    feedback_address: str
    feedback_phone: str
    feedback_email: str


def amend_agency(
    *,
    actor: Actor,
    at: datetime,
    agency_id: int,
    from_day: date,
    particulars: Particulars | Feedback,
    basis: str = "",
) -> None:
    """Change address, phone, place name or the superior's name, or who receives feedback, from a
    day on.

    Refusals: those of `rename_agency`, NothingChanged.
    """
    may_change(actor, agency_id, local_day(at)).demand()
    given = asdict(particulars)
    with recording(actor, at) as record:
        agency = locked_agency(agency_id)
        before, after = renewed_version(agency, from_day)
        changed = {name: text for name, text in given.items() if getattr(before, name) != text}
        if not changed:
            raise NothingChanged(field=next(iter(given)))
        for name, text in changed.items():
            setattr(after, name, text)
        after.save(force_insert=True)
        event = AgencyAmended(
            before={name: getattr(before, name) for name in changed},
            after=changed,
            from_date=from_day,
            basis=basis,
        )
        record.append(event, about=about_agency(agency))


def move_agency(
    *,
    actor: Actor,
    at: datetime,
    agency_id: int,
    from_day: date,
    parent_id: int | None,
    basis: str = "",
) -> None:
    """Put the agency under another one from a day on.

    Refusals: those of `rename_agency`, CycleInTree; the actor must have a right to both.
    """
    may_change(actor, agency_id, local_day(at)).demand()
    if parent_id is not None:
        may_change(actor, parent_id, local_day(at)).demand()
    with recording(actor, at) as record:
        agency = locked_agency(agency_id)
        before, after = renewed_version(agency, from_day)
        after.parent_id = parent_id
        check_no_cycle([*_other_links(agency), *_link(after)])
        after.save(force_insert=True)
        slugs = dict(Agency.objects.values_list("id", "slug"))
        event = AgencyMoved(
            before=slugs.get(before.parent_id or 0),
            after=slugs.get(parent_id or 0),
            from_date=from_day,
            basis=basis,
        )
        record.append(event, about=about_agency(agency))


def _other_links(agency: Agency) -> list[Link]:
    rows = AgencyVersion.objects.exclude(parent=None).exclude(agency=agency)
    return [link for row in rows for link in _link(row)]


def _link(row: AgencyVersion) -> list[Link]:
    if row.parent_id is None:
        return []
    return [Link(row.agency_id, row.parent_id, row.valid_from, row.valid_until)]


def recode_agency(
    *,
    actor: Actor,
    at: datetime,
    agency_id: int,
    from_day: date,
    scheme: CodeScheme,
    code: str,
    basis: str = "",
) -> None:
    """Give the agency another code (or its first) in a scheme from a day on.

    Refusals: NotPermitted, NotFound, CodeTaken, ChangedThatDayAlready, PlannedChangeAhead.
    """
    may_change(actor, agency_id, local_day(at)).demand()
    with recording(actor, at) as record:
        agency = locked_agency(agency_id)
        held = AgencyCode.objects.filter(in_force(from_day), scheme__in=_alike(scheme), code=code)
        if held.exclude(agency=agency).exists():
            raise CodeTaken(field="code", agency_code=code, day=from_day)
        before = _close_code(agency, scheme, from_day)
        AgencyCode.objects.create(
            agency=agency, scheme=scheme, code=code, valid_from=from_day, source=basis
        )
        event = AgencyRecoded(
            scheme=scheme, before=before, after=code, from_date=from_day, basis=basis
        )
        record.append(event, about=about_agency(agency))


def _alike(scheme: CodeScheme) -> tuple[CodeScheme, ...]:
    """Schemes whose codes stand in dossier numbers must not meet, whichever list they are from."""
    return IDENTIFICATION_SCHEMES if scheme in IDENTIFICATION_SCHEMES else (scheme,)


def _close_code(agency: Agency, scheme: CodeScheme, from_day: date) -> str | None:
    """End the code in force, if there is one, and say which it was."""
    rows = list(AgencyCode.objects.filter(agency=agency, scheme=scheme))
    if not rows:
        return None
    current = to_be_changed(rows, from_day)
    AgencyCode.objects.filter(pk=current.pk).update(valid_until=from_day)
    return current.code
