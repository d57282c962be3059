"""The register of a year as a book to be printed or counted on: the data of the official form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from motcua.dossiers.queries.list_heads import desk_name_of, head_of
from motcua.dossiers.queries.register import (
    RegisterFilter,
    RegisterLine,
    RegisterYear,
    all_lines,
)
from motcua.dossiers.vocabulary import ReturnMethod, Stage, Timeliness
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_moment
from motcua.papers.data.heads import Signer
from motcua.papers.data.registers import DossierRegister, RegisterClosing, RegisterRow

PIECE = 500
# A book is official Vietnamese text whatever the language of the screen, so plain strings.
METHODS = {
    ReturnMethod.DESK: "Trực tiếp",
    ReturnMethod.ONLINE: "Trực tuyến",
    ReturnMethod.POST: "Bưu chính",
}
STAGES = {Stage.WITHDRAWN: "Rút hồ sơ", Stage.TERMINATED: "Dừng giải quyết"}
WAITING = {
    Stage.SUPPLEMENT_REQUESTED: "Chờ bổ sung",
    Stage.OBLIGATION_DUE: "Chờ nghĩa vụ tài chính",
    Stage.IN_TRANSIT: "Chờ cơ quan có thẩm quyền nhận",
}
TAKEN_OVER = "Nơi giải quyết nhận {}"
LATE = "Trễ hạn"
AT_ONCE = "Trả ngay"


def register_book(
    actor: Actor, book: RegisterYear, *, at: datetime, tell: Callable[[int], None] | None = None
) -> DossierRegister:
    """The whole book, as far as the actor may see its lines. `tell` hears how many are read.

    Six queries for each 500 lines.
    """
    which = RegisterFilter(agency_id=book.agency_id, year=book.year)
    rows: list[RegisterRow] = []
    for piece in all_lines(actor, which, at=at, piece=PIECE):
        rows += [row_of(line) for line in piece]
        if tell:
            tell(len(rows))
    return DossierRegister(
        head=head_of(book.agency_id, at),
        desk_name=desk_name_of(book.agency_id, at),
        book="01",
        year=book.year,
        opened_on=date(book.year, 1, 1),
        rows=tuple(rows),
        closing=_closing(book),
    )


def _closing(book: RegisterYear) -> RegisterClosing | None:
    if book.closed_at is None:
        return None
    return RegisterClosing(
        closed_on=local_day(book.closed_at),
        count=book.last,
        first_number="1",
        last_number=str(book.last),
        keeper=Signer(name=book.closed_by),
    )


def row_of(line: RegisterLine) -> RegisterRow:
    """A line as the form prints it."""
    returned = line.returned_at is not None
    return RegisterRow(
        number=str(line.number),
        dossier_code=line.code,
        procedure_name=line.procedure_name,
        dossier_sets=line.sets,
        owner_name=line.owner_name,
        address=line.address,
        phone=line.phone,
        handling_agency=line.handled_by,
        received_at=line.received_at,
        due_at=line.due_at,
        due_words="" if line.due_at else WAITING.get(line.stage, STAGES.get(line.stage, AT_ONCE)),
        returned_at=line.returned_at,
        returned_by=line.returned_by if returned else "",
        returned_to=line.returned_to if returned else "",
        return_method=METHODS[ReturnMethod(line.return_method)],
        note=_note(line),
    )


def _note(line: RegisterLine) -> str:
    late = LATE if line.timeliness == Timeliness.OVERDUE else ""
    taken = TAKEN_OVER.format(short_moment(line.taken_over_at)) if line.taken_over_at else ""
    said = (STAGES.get(line.stage, ""), taken, late, line.note)
    return ". ".join(part for part in said if part)
