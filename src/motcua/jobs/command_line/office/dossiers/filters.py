"""Filters of lists as typed: the same words for looking and for taking away."""

from __future__ import annotations

import argparse
from datetime import date, datetime

from motcua.dossiers.queries.finding import Against, Finding
from motcua.dossiers.queries.register import RegisterFilter, register_year
from motcua.dossiers.queries.urgency import Urgency
from motcua.dossiers.queries.work import Whose, WorkFilter
from motcua.dossiers.vocabulary import Stage, Status
from motcua.jobs.command_line.speech import either
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day


def finding_typed(asked: argparse.Namespace) -> Finding:
    return Finding(
        text=asked.q,
        status=asked.status,
        stage=asked.stage,
        against=asked.against,
        received_from=asked.first,
        received_until=asked.last,
        sector=asked.sector,
        procedure=asked.procedure,
        assignee_id=asked.assignee,
    )


def work_typed(asked: argparse.Namespace) -> WorkFilter:
    return WorkFilter(
        text=asked.q,
        whose=asked.whose,
        urgency=asked.urgency,
        stage=asked.stage,
        sector=asked.sector,
        procedure=asked.procedure,
        assignee_id=asked.assignee,
        unassigned=asked.unassigned,
    )


def register_typed(actor: Actor, at: datetime, asked: argparse.Namespace) -> RegisterFilter:
    """Of the own agency's book, this year's unless another is typed. Refusals: NotFound."""
    book = register_year(actor, None, asked.year or local_day(at).year)
    return RegisterFilter(
        agency_id=book.agency_id, year=book.year, text=asked.q, first=asked.first, last=asked.last
    )


def ask_filters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--q", default="", metavar="WORDS", help=either("từ cần tìm", "words"))
    for name, kind in {
        "stage": Stage,
        "status": Status,
        "against": Against,
        "urgency": Urgency,
    }.items():
        parser.add_argument(f"--{name}", type=kind, choices=list(kind), metavar="|".join(kind))
    parser.add_argument("--whose", type=Whose, choices=list(Whose), default=Whose.MINE)
    parser.add_argument("--unassigned", action="store_true")
    parser.add_argument("--sector", default="", metavar="CODE")
    parser.add_argument("--procedure", default="", metavar="CODE")
    parser.add_argument("--assignee", type=int, metavar="HOLDING")
    parser.add_argument("--year", type=int)
    for name, option in (("first", "--from"), ("last", "--to")):
        parser.add_argument(option, dest=name, type=date.fromisoformat, metavar="YYYY-MM-DD")
