"""What one run is asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """On which database, over how many dossiers, how many more to receive at most, how long each
    measurement may take. `size` 0: as it stands."""

    database: str
    size: int
    receptions: int
    seconds: float
    seed: int
