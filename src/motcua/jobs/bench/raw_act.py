"""One act on a dossier by the driver alone: its row moved on, a ready-made fact, the head of the chain."""

from __future__ import annotations

import uuid

from motcua.jobs.bench.raw_reception import DIGEST, HEAD, MOVE, Ready
from motcua.jobs.workload.raw import RawDriver

MOVED_ON = (
    "UPDATE dossiers_dossier SET version = version + 1, stage = stage WHERE id = %s "
    "RETURNING version"
)


def act(driver: RawDriver, ready: Ready, dossier_id: int) -> None:
    """One transaction with the rows that any act writes."""
    driver.begin()
    ((version,),) = driver.rows(MOVED_ON, (dossier_id,))
    ((seq, digest),) = driver.rows(HEAD + driver.lock, (ready.stream,))
    filled = ready.fact.filled(
        stream_seq=seq + 1,
        subject_id=dossier_id,
        subject_seq=version,
        request_key=str(uuid.uuid4()),
        previous_digest=digest,
    )
    driver.rows(ready.fact.sql, filled)
    driver.rows(MOVE, (seq + 1, DIGEST, ready.stream))
    driver.commit()
