"""Changes that move many running dossiers: how many at once, and when they leave the request."""

from __future__ import annotations

from enum import StrEnum

AT_ONCE_MAX = 200
"""Dossiers that are moved while one waits."""
PIECE = 50
"""Dossiers of one transaction: the others are not kept waiting for long."""
TOLD_MAX = 200
"""Moves that a run keeps to show; each stands in the history of its dossier anyway."""


class LongKind(StrEnum):
    """What moves dossiers: a day off announced late, or agencies that others take over."""

    DAY_OFF = "DAY_OFF"
    SUCCESSION = "SUCCESSION"
