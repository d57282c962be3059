"""Files go before the message that needs them, in pieces; what is there already is not sent again."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from motcua.documents.queries.files import open_file
from motcua.documents.rules.ranges import Part
from motcua.exchange.asking import Asking, NotThrough, ask
from motcua.exchange.models import Partner
from motcua.exchange.vocabulary import Failure, FileTold
from motcua.exchange.wire import FILES_PATH, files_told
from motcua.kernel.refusal import Refusal

PIECE_BYTES: Final = 512 * 1024
TURNS_MAX: Final = 1000
"""A partner that says again and again that it has less is not believed for ever."""


def bring_files(asking: Asking, partner: Partner, body: str) -> None:
    """Faults: NotThrough."""
    for file in files_told(body):
        _bring(asking, partner, file)


def _bring(asking: Asking, partner: Partner, file: FileTold) -> None:
    here, is_whole = _put(asking, partner, file, offset=0, piece=b"")
    for _turn in range(TURNS_MAX):
        if is_whole:
            return
        here, is_whole = _put(asking, partner, file, offset=here, piece=_piece(file, here))
    raise NotThrough(Failure.FILE_REFUSED, file.name)


def _piece(file: FileTold, offset: int) -> bytes:
    last = min(offset + PIECE_BYTES, file.size) - 1
    try:
        return b"".join(open_file(file.digest, Part(offset, last)))
    except Refusal as refusal:
        raise NotThrough(Failure.FILE_MISSING, f"{file.name}: {refusal.code}") from refusal


def _put(
    asking: Asking, partner: Partner, file: FileTold, *, offset: int, piece: bytes
) -> tuple[int, bool]:
    place = urlencode({"offset": offset, "size": file.size, "name": file.name})
    path = f"{FILES_PATH}/{file.digest}?{place}"
    answer = ask(asking, partner, "PUT", path, piece)
    return int(answer["received"]), bool(answer["is_whole"])
