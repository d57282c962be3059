"""The scanner is asked over a real socket; whatever it does, keeping a file does not wait for it."""

from __future__ import annotations

import io
import socketserver
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from motcua.documents.commands.scanning import scan_waiting
from motcua.documents.commands.uploads import store_file
from motcua.documents.models import FileScan, StoredFile
from motcua.documents.queries.files import file_of, open_file
from motcua.documents.rules.refusals import FileInfected
from motcua.documents.scanning.clamd import AddressMalformed, Clamd
from motcua.documents.vocabulary import ScanState, StoredFileRow
from motcua.documents.wording import refusal_words
from motcua.kernel.actor import Actor
from tests.support.clock import PLAIN_MORNING
from tests.support.papers_sent import a_pdf

AT = PLAIN_MORNING
HARM = "HARMTEST"
STREAM_BYTES_MAX = 4000


class SmallClamd(socketserver.BaseRequestHandler):
    """Speaks INSTREAM as clamd does: pieces with their length before them, one answer, then silence."""

    def handle(self) -> None:
        assert self._read(10) == b"zINSTREAM\0"
        content = b""
        while length := int.from_bytes(self._read(4), "big"):
            content += self._read(length)
            if len(content) > STREAM_BYTES_MAX:
                self.request.sendall(b"INSTREAM size limit exceeded. ERROR\0")
                return
        found = b"stream: Test.Harm FOUND\0" if HARM.encode() in content else b"stream: OK\0"
        self.request.sendall(found)

    def _read(self, length: int) -> bytes:
        read = b""
        while len(read) < length:
            more = self.request.recv(length - len(read))
            assert more, "the sender went away"
            read += more
        return read


class Silent(socketserver.BaseRequestHandler):
    """Takes the call and hangs up."""

    def handle(self) -> None:
        self.request.recv(1)


class _Threads(socketserver.ThreadingMixIn):
    daemon_threads = True


class OverFile(_Threads, socketserver.UnixStreamServer):
    pass


class OverNet(_Threads, socketserver.TCPServer):
    allow_reuse_address = True


def _served(server: socketserver.BaseServer) -> Iterator[socketserver.BaseServer]:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def by_file(tmp_path: Path) -> Iterator[str]:
    for _server in _served(OverFile(str(tmp_path / "clamd.ctl"), SmallClamd)):
        yield f"unix:{tmp_path / 'clamd.ctl'}"


@pytest.fixture
def by_net() -> Iterator[str]:
    server = OverNet(("127.0.0.1", 0), SmallClamd)
    for _server in _served(server):
        yield f"tcp:127.0.0.1:{server.server_address[1]}"


@pytest.fixture
def silent(tmp_path: Path) -> Iterator[str]:
    for _server in _served(OverFile(str(tmp_path / "silent.ctl"), Silent)):
        yield f"unix:{tmp_path / 'silent.ctl'}"


def _store(clerk: Actor, words: str = "") -> StoredFileRow:
    return store_file(actor=clerk, at=AT, stream=io.BytesIO(a_pdf(words)), name="a.pdf")


@pytest.mark.parametrize("way", ["by_file", "by_net"])
def test_clean_and_harmful_are_told_apart_over_either_socket(
    way: str, request: pytest.FixtureRequest
) -> None:
    scanner = Clamd(request.getfixturevalue(way))
    assert scanner.scan(io.BytesIO(b"plain" * 100)).state is ScanState.CLEAN
    harmful = scanner.scan(io.BytesIO(b"x" * 300 + HARM.encode()))
    assert (harmful.state, harmful.found) == (ScanState.INFECTED, "Test.Harm")


def test_what_is_too_long_for_the_scanner_is_not_called_clean(by_file: str) -> None:
    finding = Clamd(by_file).scan(io.BytesIO(bytes(3_000_000)))
    assert finding.state is ScanState.FAILED


def test_a_scanner_that_hangs_up_gives_no_verdict(silent: str) -> None:
    assert Clamd(silent).scan(io.BytesIO(bytes(3_000_000))).state is ScanState.FAILED


@pytest.mark.parametrize("address", ["clamd", "tcp:host", "tcp:host:port", "unix:", "http://x:1"])
def test_an_address_that_is_none_is_a_fault(address: str) -> None:
    with pytest.raises(AddressMalformed):
        Clamd(address)


def test_without_a_scanner_that_nobody_looked_is_kept(clerk: Actor) -> None:
    assert _store(clerk).scan is ScanState.UNSCANNED
    assert list(FileScan.objects.values_list("state", "scanner")) == [("UNSCANNED", "")]
    assert scan_waiting(at=AT) == 0


def test_the_verdict_is_kept_with_the_file(clerk: Actor, settings: Any, by_file: str) -> None:
    settings.CLAMD_ADDRESS = by_file
    row = _store(clerk, "sạch")
    assert row.scan is file_of(row.digest).scan is ScanState.CLEAN


def test_a_harmful_file_is_kept_and_never_given(clerk: Actor, settings: Any, by_file: str) -> None:
    settings.CLAMD_ADDRESS = by_file
    row = _store(clerk, HARM)
    assert row.scan is ScanState.INFECTED
    with pytest.raises(FileInfected) as refused:
        open_file(row.digest)
    assert "Test.Harm" in refusal_words(refused.value)
    assert "đề nghị người nộp gửi lại" in refusal_words(refused.value)


def test_a_scanner_that_is_away_stops_nobody_and_is_asked_again_at_night(
    clerk: Actor, settings: Any, by_file: str, tmp_path: Path
) -> None:
    settings.CLAMD_ADDRESS = f"unix:{tmp_path / 'nobody'}"
    row = _store(clerk, "sạch")
    assert row.scan is ScanState.FAILED
    assert scan_waiting(at=AT) == 0
    settings.CLAMD_ADDRESS = by_file
    assert scan_waiting(at=AT) == 1
    assert file_of(row.digest).scan is ScanState.CLEAN
    assert scan_waiting(at=AT) == 0


@pytest.mark.parametrize("model", [StoredFile, FileScan])
def test_what_is_kept_and_said_is_never_changed(clerk: Actor, model: Any) -> None:
    _store(clerk)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        model.objects.update(id=7)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        model.objects.all()._raw_delete("default")
