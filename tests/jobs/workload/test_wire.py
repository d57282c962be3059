"""The lean client reads what our server may send, and says so when an answer does not come whole."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from motcua.jobs.workload.wire import NoAnswerError, Wire

HEAD = b"HTTP/1.1 200 OK\r\nX-One: two\r\n"


@contextmanager
def answering(*answers: bytes) -> Iterator[Wire]:
    """A server that gives each connection one of the answers, then hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            for answer in answers:
                connected, _whom = listening.accept()
                with connected:
                    connected.recv(65_536)
                    connected.sendall(answer)

        thread = Thread(target=serve)
        thread.start()
        wire = Wire(*listening.getsockname())
        yield wire
        wire.close()
        thread.join()


def test_a_body_of_a_told_length_is_read() -> None:
    with answering(HEAD + b"Content-Length: 5\r\n\r\nhello") as wire:
        answer = wire.ask("GET", "/", {})
    assert (answer.status, answer.headers["x-one"], answer.text) == (200, "two", "hello")


def test_a_body_in_chunks_is_put_together() -> None:
    told = b"Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n"
    with answering(HEAD + told) as wire:
        assert wire.ask("GET", "/", {}).text == "hello"


def test_a_compressed_body_is_unpacked_and_its_sent_length_kept() -> None:
    packed = gzip.compress(b"hello" * 100)
    told = b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(packed)
    with answering(HEAD + told + packed) as wire:
        answer = wire.ask("GET", "/", {})
    assert (len(answer.sent), answer.text) == (len(packed), "hello" * 100)


def test_an_answer_that_breaks_off_is_no_answer() -> None:
    with answering(HEAD + b"Content-Length: 50\r\n\r\nhel") as wire, pytest.raises(NoAnswerError):
        wire.ask("GET", "/", {})


def test_a_connection_that_the_server_closed_meanwhile_is_opened_again() -> None:
    whole = HEAD + b"Content-Length: 2\r\n\r\n"
    with answering(whole + b"ok", whole + b"so") as wire:
        said = [wire.ask(method, "/", {}).text for method in ("GET", "POST")]
    assert said == ["ok", "so"]


def test_after_a_broken_answer_the_next_one_comes_by_a_new_connection() -> None:
    whole = HEAD + b"Content-Length: 2\r\n\r\nok"
    with answering(b"", whole) as wire:
        with pytest.raises(NoAnswerError):
            wire.ask("GET", "/", {})
        assert wire.ask("GET", "/", {}).text == "ok"
