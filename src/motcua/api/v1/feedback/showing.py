"""Feedback as the API tells it."""

from __future__ import annotations

from datetime import datetime

from motcua.api.v1.shapes.feedback import (
    FeedbackLine,
    FeedbackOut,
    FeedbackStep,
    FollowedOut,
    FollowedStep,
    PublishedLine,
    SenderOut,
)
from motcua.feedback.queries.detail import PetitionDetail
from motcua.feedback.queries.following import Followed
from motcua.feedback.queries.published import PublishedRow
from motcua.feedback.queries.rows import PetitionRow

SAME = (
    "agency", "content", "dossier_code", "procedure_code", "stamped_on", "about", "unit", "handler",
    "offered_to", "outside_body", "proposal", "answer", "version",
)  # fmt: skip


def line_out(row: PetitionRow, at: datetime) -> FeedbackLine:
    """A line of the register."""
    names = FeedbackLine.model_fields.keys() - {"is_late"}
    return FeedbackLine(**{name: getattr(row, name) for name in names}, is_late=row.is_late(at))


def detail_out(found: PetitionDetail, at: datetime) -> FeedbackOut:
    """One entry in full."""
    return FeedbackOut(
        line=line_out(found.row, at),
        sender=SenderOut.model_validate(found.sender, from_attributes=True),
        steps=[FeedbackStep.model_validate(one, from_attributes=True) for one in found.steps],
        available_acts=list(found.acts),
        **{name: getattr(found, name) for name in SAME},
    )


def followed_out(found: Followed, at: datetime) -> FollowedOut:
    """As its sender reads it."""
    row = found.row
    return FollowedOut(
        code=found.code,
        kind=row.kind,
        title=row.title,
        agency=found.agency,
        state=row.state,
        received_at=row.received_at,
        answer_due_at=row.answer_due_at,
        answered_at=row.answered_at,
        is_late=row.is_answer_late(at),
        answer=found.answer,
        forwarded_to=found.outside_body,
        steps=[FollowedStep.model_validate(one, from_attributes=True) for one in found.steps],
    )


def published_out(row: PublishedRow) -> PublishedLine:
    return PublishedLine.model_validate(row, from_attributes=True)
