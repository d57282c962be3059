"""`./motcua certify enter|list|close …`: certification of copies and signatures, by the acts of the pages.

`enter --officer NAME --name PERSON --document NAME[:PAGES[:COPIES]] … [--id NUMBER] [--matter CODE]
[--key KEY]` gives each document its number, `list --officer NAME [--year Y] [--kind COPY]` tells a
register, `close --officer NAME --year Y --kind COPY` closes it. Answers are JSON, one a line.
"""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import datetime

from motcua.certifications.commands.close_book import close_certification_book
from motcua.certifications.commands.enter import enter_certification
from motcua.certifications.queries.entries import RegisterFilter, entries_of
from motcua.certifications.refusal_words import sentence
from motcua.certifications.rules.everyday import written_out
from motcua.certifications.vocabulary import BOOK_OF, BookKind, CertificationInput, DocumentIn
from motcua.dossiers.preparation import ProcedureUnknown
from motcua.dossiers.vocabulary import Party, PartyRole
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.office.counter.answering import Act, Told, answered
from motcua.jobs.command_line.office.dossiers.as_officer import ask_officer
from motcua.jobs.command_line.speech import either
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.procedures.queries.catalogue import version_in_force


def run(argv: list[str]) -> int:
    """0 when done; 1 when refused, every reason on standard error."""
    asked = _asked(argv)
    return answered(ACTS[asked.act], asked, sentence)


def _enter(actor: Actor, at: datetime, asked: argparse.Namespace) -> Told:
    version = version_in_force(asked.matter, local_day(at))
    if version is None:
        raise ProcedureUnknown(field="procedure")
    given = CertificationInput(
        procedure_version_id=version.version_id,
        requester=Party(role=PartyRole.OWNER, name=asked.name, personal_id=asked.id),
        documents=tuple(asked.document),
    )
    told = {"matter": asked.matter, "name": asked.name, "id": asked.id}
    digest = content_digest({**told, "documents": [asdict(one) for one in asked.document]})
    request = RequestKey(f"line:{actor.holding_id}:{asked.key}", digest) if asked.key else None
    yield asdict(enter_certification(actor=actor, at=at, given=given, request=request))


def _list(actor: Actor, at: datetime, asked: argparse.Namespace) -> Told:
    year, cursor = asked.year or local_day(at).year, ""
    which = RegisterFilter(year=year, kind=BookKind(asked.kind), agency_id=actor.agency_id)
    while True:
        page = entries_of(actor, which, cursor=cursor)
        yield from map(asdict, page.rows)
        cursor = page.next_cursor
        if not cursor:
            return


def _close(actor: Actor, at: datetime, asked: argparse.Namespace) -> Told:
    year = asked.year or local_day(at).year - 1
    kind = BookKind(asked.kind)
    count = close_certification_book(actor=actor, at=at, year=year, kind=kind)
    yield {"year": year, "kind": kind, "entries": count}


ACTS: dict[str, Act] = {
    "enter": _enter,
    "list": _list,
    "close": _close,
}


def _document(text: str) -> DocumentIn:
    """`NAME`, `NAME:PAGES` or `NAME:PAGES:COPIES`."""
    name, *counts = text.split(":")
    if len(counts) > 2 or not all(count.isascii() and count.isdigit() for count in counts):
        raise argparse.ArgumentTypeError("NAME[:PAGES[:COPIES]]")
    pages, copies = ([int(count[:6]) for count in counts] + [1, 1])[:2]
    return DocumentIn(name=written_out(name), pages=pages, copies=copies)


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = Asker(prog="./motcua certify")
    acts = parser.add_subparsers(dest="act", required=True)
    enter, told, close = (acts.add_parser(name) for name in ACTS)
    for one in (enter, told, close):
        ask_officer(one)
    for one in (told, close):
        one.add_argument("--year", type=int)
        one.add_argument("--kind", choices=[str(kind) for kind in BookKind], default="COPY")
    enter.add_argument("--name", required=True, help=either("người yêu cầu", "the requester"))
    enter.add_argument("--id", default="", help=either("số định danh", "personal number"))
    document = either("tên giấy tờ, số trang, số bản", "name of the document, pages, copies")
    enter.add_argument(
        "--document",
        action="append",
        required=True,
        type=_document,
        metavar="NAME[:PAGES[:COPIES]]",
        help=document,
    )
    enter.add_argument("--matter", choices=list(BOOK_OF), default="2.000815")
    once = either("cùng một khóa chỉ vào sổ một lần", "the same key enters once")
    enter.add_argument("--key", help=once)
    return parser.parse_args(argv)
