"""The port is tried before anything is started; what is wrong with it is told apart."""

from __future__ import annotations

import socket

import pytest

from motcua.jobs.serving.address import PortUnusable, wanted_address


def _why(monkeypatch: pytest.MonkeyPatch, port: str) -> str:
    monkeypatch.setenv("PORT", port)
    with pytest.raises(PortUnusable) as refused:
        wanted_address()
    return refused.value.why


@pytest.mark.parametrize("port", ["", "abc", "0", "65536", "-1", "80 80"])
def test_what_is_no_port_is_refused(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    assert _why(monkeypatch, port) == "not-a-port"


def test_a_taken_port_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        assert _why(monkeypatch, str(other.getsockname()[1])) == "taken"


def test_a_free_port_is_taken_as_given(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    monkeypatch.setenv("PORT", str(port))
    address = wanted_address()
    assert address.url == f"http://127.0.0.1:{port}"
    assert not address.answers()
