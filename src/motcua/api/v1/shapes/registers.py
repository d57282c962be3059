"""The books of the office, as Form 07 has them."""

from __future__ import annotations

from pydantic import Field

from motcua.api.v1.shapes.dossiers import StageOut
from motcua.api.v1.shapes.fields import Moment, Told
from motcua.dossiers.vocabulary import Timeliness


class RegisterOut(Told):
    """One book. `digest` is over all its lines as they stood when it was closed; empty while open."""

    agency_id: int
    agency_name: str
    year: int
    last: int = Field(description="Number of its last line.")
    closed_at: Moment | None
    closed_by: str
    digest: str


class RegisterLineTold(Told):
    """One line with the columns of the form."""

    number: int
    code: str
    procedure_name: str
    sets: int
    owner_name: str
    address: str
    phone: str
    handled_by: str
    taken_over_at: Moment | None
    received_at: Moment
    due_at: Moment | None
    returned_at: Moment | None
    returned_by: str
    returned_to: str
    return_method: str
    stage: StageOut
    timeliness: Timeliness | None
    note: str
    link: str


class RegisterPage(Told):
    """Some lines in the order of the book, and the cursor of what follows (empty at the end)."""

    register_book: RegisterOut
    items: list[RegisterLineTold]
    next_cursor: str
