"""`./motcua act CODE ACT --officer NAME [--given JSON|-]`: one act of the life cycle, typed.

`--given` is the body that the API takes (`POST /api/v1/dossiers/{code}/acts/{act}`), `-` reads it from
standard input; standard output is its answer. `--file PATH` sends a file and attaches it.
"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from motcua.api.refusals import BodyUnreadable
from motcua.api.v1.acts import ACTS
from motcua.api.v1.reading_acts import SHAPES, read_act
from motcua.api.v1.showing_acts import act_out
from motcua.documents.commands.uploads import store_file
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import perform
from motcua.dossiers.vocabulary import Act
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.office.dossiers.as_officer import ask_officer, carried_out, noted
from motcua.jobs.command_line.speech import complain, either
from motcua.kernel.actor import Actor
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest


def run(argv: list[str]) -> int:
    """0 when it is done; 1 when refused, every reason on standard error."""
    asked = _asked(argv)
    if asked.file and not asked.file.is_file():
        return complain(f"Không có tệp {asked.file}.", f"There is no file {asked.file}.")
    return carried_out(asked.officer, lambda actor, at: _act(actor, at, asked))


def _act(actor: Actor, at: datetime, asked: argparse.Namespace) -> int:
    act: Act = ACTS[asked.act]
    values = _values(asked.given)
    key = _key(actor, asked, values)
    noted(actor, at, "dossier.act-asked", code=asked.code, asked=asked.act)
    if asked.file:
        values["upload"] = _sent(actor, at, asked.file)
    given = read_act(act, SHAPES[act].model_validate(values), actor=actor, at=at)
    done = perform(
        Asked(actor=actor, at=at, code=asked.code, seen_version=asked.seen, request=key), act, given
    )
    print(act_out(actor, done).model_dump_json())
    return 0


def _values(given: str) -> dict[str, Any]:
    """Refusals: BodyUnreadable."""
    text = sys.stdin.buffer.read() if given == "-" else given.encode()
    try:
        values = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise BodyUnreadable(field="given") from None
    if not isinstance(values, dict):
        raise BodyUnreadable(field="given")
    return values


def _key(actor: Actor, asked: argparse.Namespace, values: dict[str, Any]) -> RequestKey | None:
    if not asked.key:
        return None
    told = {"code": asked.code, "act": asked.act, "given": values, "file": str(asked.file or "")}
    return RequestKey(f"line:{actor.holding_id}:{asked.key}", content_digest(told))


def _sent(actor: Actor, at: datetime, path: Path) -> str:
    with path.open("rb") as stream:
        return store_file(actor=actor, at=at, stream=stream, name=path.name).token


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = Asker(prog="./motcua act")
    parser.add_argument("code", metavar="CODE", help=either("mã hồ sơ", "code of the dossier"))
    parser.add_argument("act", choices=sorted(ACTS), metavar="ACT", help=", ".join(sorted(ACTS)))
    ask_officer(parser)
    body = either("nội dung (JSON); - là đầu vào chuẩn", "body (JSON); - is standard input")
    parser.add_argument("--given", default="{}", metavar="JSON|-", help=body)
    attached = either("tệp gửi kèm, cho việc attach", "a file to send, for the act attach")
    parser.add_argument("--file", type=Path, metavar="PATH", help=attached)
    seen = either("phiên bản hồ sơ đã xem", "version of the dossier that was seen")
    parser.add_argument("--seen", type=int, metavar="VERSION", help=seen)
    once = either("cùng một khóa chỉ làm một lần", "the same key acts once")
    parser.add_argument("--key", help=once)
    return parser.parse_args(argv)
