"""What another agency takes over becomes an entry of its own register."""

from __future__ import annotations

from motcua.agencies.queries import agency_on
from motcua.database.statements import Statement
from motcua.feedback.commands.send import NEXT_NUMBER, new_row, petition_code, write_coming_in
from motcua.feedback.commands.writing import Step, write_step
from motcua.feedback.models import Petition, PetitionEnclosure
from motcua.feedback.vocabulary import Act, Channel, FileIn, Kind, PetitionIn, SenderIn, State
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import Record, agency_stream


def write_accepted(record: Record, row: Petition) -> str:
    """The other agency's own entry: its own number, its own time from now, the sender told nothing
    else than where it is. Followed with the same secret."""
    agency_id = record.actor.agency_id
    assert agency_id is not None
    day = local_day(record.at)
    agency = agency_on(agency_id, day)
    if agency is None:
        raise NotFound(kind="agency")
    (number,) = record.lock(agency_stream(agency_id), Statement(NEXT_NUMBER, (agency_id, day.year)))
    files = tuple(
        FileIn(digest=one.digest, name=one.name, size=one.size)
        for one in PetitionEnclosure.objects.filter(petition=row).order_by("id")
    )
    given = PetitionIn(
        agency_id=agency_id,
        kind=Kind(row.kind),
        channel=Channel(row.channel),
        title=row.title,
        content=row.content,
        sender=SenderIn(
            name=row.sender_name,
            address=row.sender_address,
            phone=row.sender_phone,
            email=row.sender_email,
        ),
        is_anonymous=row.is_anonymous,
        dossier_code=row.dossier_code,
        procedure_code=row.procedure_code,
        files=files,
    )
    code = petition_code(agency.code or str(agency_id), day.year, int(number))
    taken = new_row(given, record.at, code=code, number=int(number))
    taken.citizen_id, taken.forwarded_from_id = row.citizen_id, row.pk
    taken.secret_digest = ""
    write_coming_in(record, taken, given)
    register = Step(
        act=Act.REGISTER,
        state=State.REGISTERED,
        changes={"due_at": taken.answer_due_at},
        due_at=taken.due_at,
    )
    write_step(record, taken, register)
    return taken.code
