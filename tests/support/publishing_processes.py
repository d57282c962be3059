"""A process published by the real act."""

from __future__ import annotations

from datetime import date
from typing import Any

from motcua.ledger.caching import forget_all
from motcua.processes.commands.publishing import publish_process
from motcua.processes.queries.checked import checked_process
from motcua.processes.rules.definition import process_of


def published(by: dict[str, Any], process_id: int, definition: Any, day: date) -> int:
    """With everything answered for that this database has to say."""
    warnings = {one.name for one in checked_process(process_of(definition), process_id, day)}
    version = publish_process(
        **by,
        process_id=process_id,
        definition=definition,
        valid_from=day,
        acknowledged=warnings,
        reason="Đã rà soát",
    )
    forget_all()
    return version
