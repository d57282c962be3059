"""The runner of all batch doors: JSON Lines from standard input, one JSON line out per line in, in order.

A blank line is a line: it is answered with an error, so that the n-th answer always belongs to the n-th
line. Output is UTF-8 whatever the locale. Answers are flushed after each piece read, so another
program may write a line and wait for its answer.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Final

import orjson

from motcua.jobs.batch.wording import say as say_in_vietnamese
from motcua.kernel.refusal import Refusal

LINE_BYTES_MAX: Final = 1_048_576
_CHUNK_BYTES: Final = 65_536
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"

Answer = Callable[[dict[str, Any]], dict[str, Any]]
Say = Callable[[Refusal], str]
log = logging.getLogger(__name__)


class LineBlank(Refusal):
    """Nothing stands on the line."""

    code = "line-blank"


class LineTooLong(Refusal):
    """More than LINE_BYTES_MAX bytes; the line was not read."""

    code = "line-too-long"


class LineNotUtf8(Refusal):
    """Bytes that are not UTF-8."""

    code = "line-not-utf8"


class LineNotJson(Refusal):
    """Not JSON."""

    code = "line-not-json"


class LineNotObject(Refusal):
    """JSON, but not an object."""

    code = "line-not-object"


class LineFault(Refusal):
    """The program itself failed on this line; the log on standard error says where."""

    code = "line-fault"


def run(answer: Answer, stdin: BinaryIO, stdout: BinaryIO, *, say: Say = say_in_vietnamese) -> int:
    """Answer every line; 0 when every line got its answer, be it an `error`.

    `answer` takes the line's object and returns the fields of the answer; a `Refusal` it raises becomes
    `{"id": …, "error": say(refusal)}`. `id` is copied from the line (null when the line has none or is not
    an object).
    """
    for raw_lines in _pieces(stdin):
        stdout.write(b"".join(_answered(answer, raw, say) for raw in raw_lines))
        stdout.flush()
    return 0


def _pieces(stdin: BinaryIO) -> Iterator[list[bytes | None]]:
    """The whole lines of each piece read, without their ends; None for a line that is too long."""
    read: Callable[[int], bytes] = getattr(stdin, "read1", stdin.read)
    tail, overlong = b"", False
    while chunk := read(_CHUNK_BYTES):
        lines: list[bytes | None] = list((tail + chunk).split(b"\n"))
        tail = lines.pop() or b""
        if overlong and lines:
            lines[0], overlong = None, False
        overlong = overlong or len(tail) > LINE_BYTES_MAX
        tail = b"" if overlong else tail
        yield [None if line is None or len(line) > LINE_BYTES_MAX else line for line in lines]
    if overlong or tail:
        yield [None if overlong else tail]


def _object(raw: bytes | None) -> dict[str, Any]:
    if raw is None:
        raise LineTooLong(most=LINE_BYTES_MAX)
    try:
        line = orjson.loads(raw.removeprefix(_BYTE_ORDER_MARK))
    except orjson.JSONDecodeError as error:
        raise _unreadable(raw, error) from error
    if not isinstance(line, dict):
        raise LineNotObject
    return line


def _unreadable(raw: bytes, error: orjson.JSONDecodeError) -> Refusal:
    if not raw.removeprefix(_BYTE_ORDER_MARK).strip():
        return LineBlank()
    try:
        raw.decode()
    except UnicodeDecodeError:
        return LineNotUtf8()
    return LineNotJson(column=error.colno)


def _answered(answer: Answer, raw: bytes | None, say: Say) -> bytes:
    line_id: Any = None
    try:
        line = _object(raw)
        line_id = line.get("id")
        return _dumped({"id": line_id, **answer(line)})
    except Refusal as refusal:
        return _dumped({"id": line_id, "error": say(refusal)})
    except Exception:
        # The run must go on: the fault is logged on standard error and the line still gets its answer.
        log.exception("A batch line could not be answered")
        return _dumped({"id": line_id, "error": say(LineFault())})


def _dumped(fields: dict[str, Any]) -> bytes:
    return orjson.dumps(fields, option=orjson.OPT_APPEND_NEWLINE)
