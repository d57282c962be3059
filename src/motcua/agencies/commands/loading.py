"""What the commands of agencies share: the locked row, its place in the ledger, a new version."""

from __future__ import annotations

from datetime import date

from motcua.agencies.models import Agency, AgencyVersion
from motcua.agencies.rules.periods import to_be_changed
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject


def locked_agency(agency_id: int) -> Agency:
    """The agency's row, locked until the transaction ends. Refusals: NotFound."""
    found = Agency.objects.select_for_update(no_key=True).filter(pk=agency_id).first()
    if found is None:
        raise NotFound(kind="agency")
    return found


def about_agency(agency: Agency) -> Subject:
    """The next place in the ledger of the facts about this agency (its row must be locked)."""
    return Subject("agency", agency.pk, next_seq("agency", agency.pk))


def renewed_version(agency: Agency, from_day: date) -> tuple[AgencyVersion, AgencyVersion]:
    """Close the version in force; return it and an unsaved twin that begins on `from_day`.

    Refusals: NotInForce, ChangedThatDayAlready, PlannedChangeAhead.
    """
    current = to_be_changed(AgencyVersion.objects.filter(agency=agency), from_day)
    AgencyVersion.objects.filter(pk=current.pk).update(valid_until=from_day)
    twin = AgencyVersion(
        agency=agency,
        name=current.name,
        short_name=current.short_name,
        superior_name=current.superior_name,
        parent_id=current.parent_id,
        level_id=current.level_id,
        place_name=current.place_name,
        address=current.address,
        phone=current.phone,
        directions=current.directions,
        feedback_to=current.feedback_to,
        feedback_address=current.feedback_address,
        feedback_phone=current.feedback_phone,
        feedback_email=current.feedback_email,
        valid_from=from_day,
        valid_until=current.valid_until,
    )
    return current, twin
