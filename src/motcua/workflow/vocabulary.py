"""Words of the work: what a task is, where it stands, how it ended."""

from __future__ import annotations

from enum import StrEnum


class TaskKind(StrEnum):
    """Where a task comes from: a step of the process, or somebody who asked for it."""

    STEP = "STEP"
    REVIEW = "REVIEW"
    CONSULTATION = "CONSULTATION"
    INSPECTION = "INSPECTION"
    DIRECTIVE = "DIRECTIVE"


class TaskState(StrEnum):
    """Where a task stands. Open ones are somebody's work; the others are told only. SKIPPED: an act on
    the dossier went past it; WAIVED: gone on without it, for a reason told; CANCELLED: not needed."""

    OPEN = "OPEN"
    DONE = "DONE"
    HANDED_BACK = "HANDED_BACK"
    SKIPPED = "SKIPPED"
    WAIVED = "WAIVED"
    CANCELLED = "CANCELLED"


class OpinionKind(StrEnum):
    """What an opinion says."""

    AGREED = "AGREED"
    AGREED_WITH_CONDITIONS = "AGREED_WITH_CONDITIONS"
    DISAGREED = "DISAGREED"
    NOT_COMPETENT = "NOT_COMPETENT"
