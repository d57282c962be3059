"""Set the pattern of dossier codes of an agency and all below it, from a day on."""

from __future__ import annotations

from datetime import date, datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.database.periods import in_force
from motcua.dossiers.events import NumberPatternSet
from motcua.dossiers.models import NumberPattern
from motcua.dossiers.rules.numbering import check_pattern
from motcua.kernel.actor import Actor
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, recording


def set_number_pattern(
    *, actor: Actor, at: datetime, agency_id: int | None, pattern: str, valid_from: date
) -> None:
    """Close the pattern in force and open this one; None = for the whole country.

    Codes already given stay as they are. Refusals: NotPermitted, PatternFaulty.
    """
    may(actor, Permission.AGENCY_CHANGE).demand()
    check_pattern(pattern)
    with recording(actor, at) as record:
        rows = NumberPattern.objects.filter(agency=agency_id)
        rows.filter(in_force(valid_from), valid_from__lt=valid_from).update(valid_until=valid_from)
        rows.filter(valid_from__gte=valid_from).delete()
        NumberPattern.objects.create(agency_id=agency_id, pattern=pattern, valid_from=valid_from)
        about = agency_id or 0
        record.append(
            NumberPatternSet(agency_id=agency_id, pattern=pattern, valid_from=valid_from),
            about=Subject("number-pattern", about, next_seq("number-pattern", about)),
        )
