"""What the queries of feedback hand out: frozen rows, never model instances."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.feedback.models import Petition
from motcua.feedback.rules.lateness import is_late
from motcua.feedback.vocabulary import (
    OPEN_STATES,
    Act,
    Channel,
    Kind,
    Publication,
    RefusalReason,
    Satisfaction,
    State,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionRow:
    """One line of the register."""

    id: int
    code: str
    agency_id: int
    year: int
    number: int
    kind: Kind
    channel: Channel
    state: State
    title: str
    sender_name: str
    is_anonymous: bool
    received_at: datetime
    due_at: datetime | None
    answered_at: datetime | None
    answer_due_at: datetime | None
    unit_id: int | None
    handler_id: int | None
    publication: Publication
    satisfaction: Satisfaction | None

    def is_late(self, at: datetime) -> bool:
        """Whether what is owed next is overdue; the list of what is late asks the same of the table."""
        return is_late(self.due_at, None, at)

    def is_answer_late(self, at: datetime) -> bool:
        """Whether the sender has waited for an answer longer than was promised."""
        waits = self.state in OPEN_STATES and not self.is_anonymous
        return waits and is_late(self.answer_due_at, None, at)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """A file that came with a step."""

    digest: str
    name: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One act in its life. `by` is empty for the sender and for strangers."""

    seq: int
    act: Act
    state: State
    at: datetime
    by: str
    text: str
    reason: RefusalReason | None
    is_late: bool
    files: tuple[FileRow, ...] = ()


COLUMNS = (
    "id", "code", "agency_id", "year", "number", "kind", "channel", "state", "title", "sender_name",
    "is_anonymous", "received_at", "due_at", "answered_at", "answer_due_at", "unit_id", "handler_id",
    "publication", "satisfaction",
)  # fmt: skip


def petition_row(row: Petition) -> PetitionRow:
    """A line from its row (`only(*COLUMNS)` is enough)."""
    values = {name: getattr(row, name) for name in COLUMNS}
    return PetitionRow(
        **values
        | {
            "kind": Kind(row.kind),
            "channel": Channel(row.channel),
            "state": State(row.state),
            "publication": Publication(row.publication),
            "satisfaction": Satisfaction(row.satisfaction) if row.satisfaction else None,
        }
    )
