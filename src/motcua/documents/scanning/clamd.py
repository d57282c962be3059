"""ClamAV's daemon, spoken to over its socket (INSTREAM): the content is sent, nothing is shared on the disk."""

from __future__ import annotations

import re
import socket
from typing import BinaryIO

from motcua.documents.scanning.ports import Finding
from motcua.documents.storage import blocks_of
from motcua.documents.vocabulary import ScanState

NAME = "clamd"
CONNECT_SECONDS_MAX = 3.0
ANSWER_SECONDS_MAX = 30.0
ANSWER_BYTES_MAX = 4096
FOUND_LENGTH_MAX = 200
_ADDRESS = re.compile(
    r"unix:(?P<path>/.+)|tcp:(?P<host>[^:\s]+|\[[0-9a-fA-F:]+\]):(?P<port>\d{1,5})"
)


class AddressMalformed(ValueError):
    """MOTCUA_CLAMD names neither a socket file nor a host and port."""


class Clamd:
    """`address`: unix:/run/clamav/clamd.ctl or tcp:host:3310. Faults: AddressMalformed."""

    def __init__(self, address: str) -> None:
        found = _ADDRESS.fullmatch(address)
        if found is None:
            raise AddressMalformed(address)
        self._path = found["path"]
        self._host = (found["host"] or "").strip("[]")
        self._port = int(found["port"] or 0)

    def scan(self, content: BinaryIO) -> Finding:
        try:
            with self._connected() as line:
                answer = _asked(line, content)
        except OSError as fault:
            return _failed(type(fault).__name__)
        return _finding(answer)

    def _connected(self) -> socket.socket:
        if self._path:
            line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            line.settimeout(CONNECT_SECONDS_MAX)
            try:
                line.connect(self._path)
            except OSError:
                line.close()
                raise
        else:
            line = socket.create_connection((self._host, self._port), CONNECT_SECONDS_MAX)
        line.settimeout(ANSWER_SECONDS_MAX)
        return line


def _asked(line: socket.socket, content: BinaryIO) -> str:
    """Send everything and read the answer; one that comes early (too long for it) is read as well."""
    try:
        line.sendall(b"zINSTREAM\0")
        for block in blocks_of(content):
            line.sendall(len(block).to_bytes(4, "big") + block)
        line.sendall(bytes(4))
    except (BrokenPipeError, ConnectionResetError):
        return _answer(line) or "closed"
    return _answer(line)


def _answer(line: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\0") and len(said) < ANSWER_BYTES_MAX:
        more = line.recv(ANSWER_BYTES_MAX)
        if not more:
            break
        said += more
    return said.rstrip(b"\0\n").decode("utf-8", "replace")


def _finding(answer: str) -> Finding:
    words = answer.removeprefix("stream: ")
    if words == "OK":
        return Finding(state=ScanState.CLEAN, scanner=NAME)
    if words.endswith(" FOUND"):
        found = words.removesuffix(" FOUND")[:FOUND_LENGTH_MAX]
        return Finding(state=ScanState.INFECTED, scanner=NAME, found=found)
    return _failed(words or "no answer")


def _failed(why: str) -> Finding:
    return Finding(state=ScanState.FAILED, scanner=NAME, found=why[:FOUND_LENGTH_MAX])
