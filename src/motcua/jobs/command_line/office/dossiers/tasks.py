"""`./motcua tasks list|do|answer --officer NAME …`: an inbox, and what is done with a task."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime

from motcua.api.v1.shapes.tasks import AnswerIn, TaskActIn
from motcua.api.v1.tasks.operations import answer_from, carry_out, task_line
from motcua.jobs.command_line.office.dossiers.as_officer import (
    ask_officer,
    carried_out,
    noted,
    tell_lines,
)
from motcua.jobs.command_line.speech import either
from motcua.kernel.actor import Actor
from motcua.workflow.commands.answering import answer_task
from motcua.workflow.queries.inbox import Box, InboxFilter, inbox
from motcua.workflow.queries.tasks import task_detail


def run(argv: list[str]) -> int:
    asked = _parser().parse_args(argv)
    work = {"list": _list, "do": _do, "answer": _answer}[asked.what]
    return carried_out(asked.officer, lambda actor, at: work(actor, at, asked))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./motcua tasks")
    parts = parser.add_subparsers(dest="what", required=True)
    listing = parts.add_parser("list", help=either("xem hộp việc", "an inbox"))
    listing.add_argument("--box", choices=[str(box) for box in Box], default=str(Box.MINE))
    for name, words in (
        ("do", either("làm một việc với nó", "do something with a task")),
        ("answer", either("trả lời", "answer what was asked")),
    ):
        part = parts.add_parser(name, help=words)
        part.add_argument("task", type=int, metavar="NUMBER")
        part.add_argument("--given", required=True, metavar="JSON|-")
        ask_officer(part)
    ask_officer(listing)
    return parser


def _list(actor: Actor, at: datetime, asked: argparse.Namespace) -> int:
    cursor = ""
    while True:
        page = inbox(actor, InboxFilter(box=Box(asked.box)), at=at, cursor=cursor)
        noted(actor, at, "dossier.list", found=[row.dossier_code for row in page.rows])
        tell_lines((task_line(row).model_dump(mode="json") for row in page.rows), sys.stdout)
        if not page.next_cursor:
            return 0
        cursor = page.next_cursor


def _given(asked: argparse.Namespace) -> str:
    return sys.stdin.read() if asked.given == "-" else str(asked.given)


def _do(actor: Actor, at: datetime, asked: argparse.Namespace) -> int:
    carry_out(actor, at, asked.task, TaskActIn.model_validate_json(_given(asked)))
    return 0


def _answer(actor: Actor, at: datetime, asked: argparse.Namespace) -> int:
    given = AnswerIn.model_validate_json(_given(asked))
    kind = task_detail(actor, asked.task, at).row.kind
    answer_task(actor=actor, at=at, task_id=asked.task, answer=answer_from(kind, given, at))
    return 0
