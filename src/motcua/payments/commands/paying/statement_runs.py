"""The new lines of a long statement, left to a worker: kept with the statement in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

import orjson

from motcua.kernel.actor import Actor
from motcua.payments.models import BankStatement, StatementRun
from motcua.payments.policies import drawer_of
from motcua.payments.rules.statements.lines import Line


def begin_run(
    actor: Actor, at: datetime, statement: BankStatement, fresh: Iterable[tuple[str, Line]]
) -> int:
    """The id of the run, for `work_on_statement`."""
    lines = [{"key": key, **asdict(line)} for key, line in fresh]
    run = StatementRun.objects.create(
        statement=statement,
        user_id=actor.user_id or 0,
        holding_id=drawer_of(actor),
        lines=orjson.dumps(lines).decode(),
        total=len(lines),
        asked_at=at,
        touched_at=at,
    )
    return run.pk


def lines_left(run: StatementRun) -> Iterator[tuple[str, Line]]:
    """What was not taken yet, in the order of the file."""
    told: list[dict[str, Any]] = orjson.loads(run.lines)
    for values in told[run.done :]:
        key = values.pop("key")
        yield key, Line(**values | {"day": date.fromisoformat(values["day"])})
