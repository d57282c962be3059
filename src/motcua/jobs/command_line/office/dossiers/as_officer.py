"""A command typed for an officer: who acts, with his rights, and what he is told when refused."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, TextIO

import orjson
from pydantic import ValidationError

from motcua.accounts.queries import actor_for_user, any_account, user_id_called
from motcua.api.problems import ProblemError, inner_errors
from motcua.api.validation import value_problems
from motcua.audit.log import note
from motcua.jobs.command_line.no_office import say_no_office
from motcua.jobs.command_line.speech import complain, either
from motcua.kernel.actor import Actor, Door
from motcua.kernel.clock import now
from motcua.kernel.refusal import Refusal
from motcua.ledger.caching import one_revision
from motcua.payments.refusal_words import sentence

Told = Iterator[dict[str, Any]]


def carried_out(officer: str, work: Callable[[Actor, datetime], int]) -> int:
    """The exit code of `work`; 1 when refused, every reason on standard error."""
    at = now()
    if not any_account():
        return say_no_office()
    try:
        with one_revision():
            return work(actor_for_user(user_id_called(officer), at, Door.COMMAND_LINE), at)
    except ValidationError as faulty:
        return explain(value_problems([dict(error) for error in faulty.errors()]))
    except Refusal as refusal:
        complain(sentence(refusal), f"{sentence(refusal)} ({refusal.code})")
        return explain(inner_errors(refusal))


def explain(problems: list[ProblemError]) -> int:
    """Each value to mend, by its path; the exit code of a failure."""
    for problem in problems:
        place = f"{problem.field}: " if problem.field else ""
        complain(f"{place}{problem.detail}", f"{place}{problem.detail} ({problem.code})")
    return 1


def ask_officer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--officer",
        required=True,
        metavar="NAME",
        help=either("tên đăng nhập của cán bộ", "user name of the officer"),
    )


def noted(actor: Actor, at: datetime, act: str, **detail: Any) -> None:
    """Whoever reads personal data leaves a note, at this door too."""
    note(actor, at, act, detail=detail)


def tell_lines(rows: Told, to: TextIO) -> None:
    """One JSON object a line."""
    for row in rows:
        to.write(orjson.dumps(row).decode() + "\n")
