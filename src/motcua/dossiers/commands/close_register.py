"""Close the register of a year: no line is added any more, and what it had is fixed by a digest."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.allotment import RegisterIsClosed
from motcua.dossiers.events import RegisterClosed
from motcua.dossiers.models import Dossier, DossierRegister
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.event import plain
from motcua.kernel.refusal import Refusal
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, agency_stream, recording
from motcua.ledger.rules.chain import canonical


class RegisterNotOver(Refusal):
    """A register is closed after the last day of its year."""

    code = "register-not-over"


class RegisterUnknown(Refusal):
    """Nothing was received in that year."""

    code = "register-unknown"


LINE = ("register_number", "code", "procedure_version_id", "channel", "received_at")
"""What of a line never changes, and so is fixed by the closing."""


def close_register(*, actor: Actor, at: datetime, year: int) -> int:
    """Close the actor's agency's register of a year; how many lines it has.

    Refusals: NotPermitted, RegisterNotOver, RegisterUnknown, RegisterIsClosed.
    Basis: TT 01/2018/TT-VPCP Art. 10 (one book a year, closed at its end); law.md 2.1.
    """
    may(actor, Permission.REGISTER_CLOSE).demand()
    if actor.agency_id is None:
        raise RegisterUnknown(year=year)
    if local_day(at).year <= year:
        raise RegisterNotOver(field="year", year=year)
    with recording(actor, at) as record:
        rows = DossierRegister.objects.filter(agency=actor.agency_id, year=year)
        register = rows.select_for_update(no_key=True).first()
        if register is None:
            raise RegisterUnknown(field="year", year=year)
        if register.closed_at is not None:
            raise RegisterIsClosed(field="year", year=year)
        digest = digest_of_lines(actor.agency_id, year)
        rows.update(closed_at=at, closed_by=actor.name, digest=digest)
        record.append(
            RegisterClosed(
                agency_id=actor.agency_id, year=year, entries=register.last, digest=digest
            ),
            about=Subject("register", register.pk, next_seq("register", register.pk)),
            stream=agency_stream(actor.agency_id),
        )
    return int(register.last)


def digest_of_lines(agency_id: int, year: int) -> str:
    """SHA-256 over the lines in their order; memory is bounded."""
    lines = Dossier.objects.filter(agency=agency_id, register_year=year).order_by("register_number")
    found = sha256()
    for line in lines.values_list(*LINE).iterator(chunk_size=2000):
        found.update(canonical([plain(value) for value in line]).encode())
        found.update(b"\n")
    return found.hexdigest()
