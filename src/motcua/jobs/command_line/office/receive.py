"""`./motcua receive --officer NAME [--key KEY] < DOSSIER.json`: one dossier, by the act of the desk.

Standard input is the body that the API takes (`POST /api/v1/dossiers`), standard output its answer.
"""

from __future__ import annotations

import argparse
import sys

from pydantic import ValidationError

from motcua.accounts.queries import actor_for_user, any_account, user_id_called
from motcua.api.problems import inner_errors
from motcua.api.v1.reading import read_reception
from motcua.api.v1.shapes.reception import ReceptionIn
from motcua.api.v1.showing import received_out
from motcua.api.validation import value_problems
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.refusal_words import sentence
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.no_office import say_no_office
from motcua.jobs.command_line.office.dossiers.as_officer import explain
from motcua.jobs.command_line.speech import complain, either
from motcua.kernel.actor import Door
from motcua.kernel.clock import now
from motcua.kernel.refusal import Refusal
from motcua.ledger.queries import began_with
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest


def run(argv: list[str]) -> int:
    """0 when the dossier is received; 1 when it is not, every reason on standard error."""
    asked = _asked(argv)
    if not any_account():
        return say_no_office()
    try:
        body = ReceptionIn.model_validate_json(sys.stdin.buffer.read())
        print(_receive(body, officer=asked.officer, key=asked.key))
    except ValidationError as faulty:
        return explain(value_problems([dict(error) for error in faulty.errors()]))
    except Refusal as refusal:
        complain(sentence(refusal), f"{sentence(refusal)} ({refusal.code})")
        return explain(inner_errors(refusal))
    return 0


def _receive(body: ReceptionIn, *, officer: str, key: str | None) -> str:
    at = now()
    actor = actor_for_user(user_id_called(officer), at, Door.COMMAND_LINE)
    read = read_reception(body, at=at)
    digest = content_digest(body.model_dump(mode="json", exclude_unset=True))
    request = RequestKey(f"line:{actor.holding_id}:{key}", digest) if key else None
    received = receive_dossier(actor=actor, at=at, given=read.given, request=request)
    told = began_with("dossier", received.id)
    return received_out(actor, told, read.doubts).model_dump_json()


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = Asker(prog="./motcua receive")
    parser.add_argument(
        "--officer",
        required=True,
        metavar="NAME",
        help=either("tên đăng nhập của người tiếp nhận", "user name of who receives"),
    )
    parser.add_argument(
        "--key",
        help=either(
            "cùng một khóa chỉ tiếp nhận một lần, dù gõ mấy lần",
            "the same key receives once, however often it is typed",
        ),
    )
    return parser.parse_args(argv)
