"""What is left of the morning: every dossier that was acknowledged, once; nothing else; a whole ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from typing import Any

from motcua.jobs.command_line.office import figures, ledger
from motcua.jobs.load.log import Log
from motcua.jobs.workload.raw import RawDriver

NAMED_MAX = 20
NEWEST = "SELECT coalesce(max(id), 0) FROM dossiers_dossier"
RECEIVED = (
    "SELECT d.code, f.request_key FROM dossiers_dossier d JOIN ledger_fact f "
    "ON f.subject_kind = 'dossier' AND f.subject_id = d.id AND f.subject_seq = 1 WHERE d.id > %s"
)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """`lost`: acknowledged and not there. `doubled`: there more than once for one request, or for
    none that was sent."""

    sent: int
    acknowledged: int
    found: int
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    is_ledger_whole: bool = False
    are_figures_right: bool = False

    @property
    def is_sound(self) -> bool:
        return (
            not self.lost and not self.doubled and self.is_ledger_whole and self.are_figures_right
        )

    def to_plain(self) -> dict[str, Any]:
        return {
            "sent": self.sent,
            "acknowledged": self.acknowledged,
            "found": self.found,
            "lost": self.lost[:NAMED_MAX],
            "doubled": self.doubled[:NAMED_MAX],
            "is_ledger_whole": self.is_ledger_whole,
            "are_figures_right": self.are_figures_right,
        }


def newest(driver: RawDriver) -> int:
    """From where on the dossiers of this morning are counted."""
    ((last,),) = driver.rows(NEWEST)
    driver.commit()
    return int(last)


def reckon(driver: RawDriver, log: Log, since: int) -> Reckoning:
    """Compare what was sent and acknowledged with what stands; then the proofs of the product."""
    rows = driver.rows(RECEIVED, (since,))
    driver.commit()
    found = {str(key or "").rpartition(":")[2]: str(code) for code, key in rows}
    lost = [code for key, code in log.acknowledged.items() if found.get(key) != code]
    unasked = [str(code) for code, key in rows if str(key or "").rpartition(":")[2] not in log.sent]
    twice = [] if len(found) == len(rows) else [f"{len(rows) - len(found)} dossiers too many"]
    return Reckoning(
        sent=len(log.sent),
        acknowledged=len(log.acknowledged),
        found=len(rows),
        lost=lost,
        doubled=twice + unasked,
        is_ledger_whole=_is_proved(ledger.run),
        are_figures_right=_is_proved(figures.run),
    )


def _is_proved(command: Callable[[list[str]], int]) -> bool:
    """The product's own proof; what it says goes beside the report, not into it."""
    with redirect_stdout(sys.stderr):
        return command(["verify"]) == 0
