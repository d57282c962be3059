"""A carrier says by itself that a message has arrived: signed, heard once, and never believed unsigned."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from queue import Queue
from typing import Any

import pytest
from django.test import Client

from motcua.api.deliveries import signature_of
from motcua.jobs.simulator.running import Simulator
from motcua.kernel import clock
from motcua.notices.commands.round import Office, tell_round
from motcua.notices.gateways.web import WebGateway
from motcua.notices.models import Delivery
from motcua.notices.rules.hours import SendingHours
from motcua.notices.vocabulary import Carrier
from tests.support.clock import PLAIN_MORNING
from tests.support.reception import a_reception, receive
from tests.support.telling import MOTHER, SECRET, SITES

Heard = Queue[tuple[str, bytes, str]]
AFTER = PLAIN_MORNING + timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _shared(settings: Any, monkeypatch: pytest.MonkeyPatch, standing: None) -> None:
    settings.NOTICE_SMS_SECRET = SECRET
    monkeypatch.setattr(clock, "now", lambda: AFTER)


@pytest.fixture
def door() -> Iterator[tuple[str, Heard]]:
    """A door on loopback that keeps what carriers say."""
    heard: Heard = Queue()

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # the name that http.server looks for
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.put((self.path, body, self.headers["X-Signature"]))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Nothing."""

    server = HTTPServer(("127.0.0.1", 0), Door)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/deliveries/", heard
    server.shutdown()
    server.server_close()


def sent(simulator: Simulator) -> Delivery:
    """A message that the carrier has taken."""
    receive(a_reception(parties=(MOTHER,)))
    gateway = WebGateway(simulator.gateway("sms"), SECRET, 2.0)
    office = Office({Carrier.SMS: gateway}, SendingHours(), SITES)
    tell_round(office, lambda: PLAIN_MORNING)
    row = Delivery.objects.get()
    assert row.state == "SENT"
    return row


def say(client: Client, body: bytes, signature: str) -> int:
    return client.post(
        "/deliveries/sms", body, "application/json", headers={"X-Signature": signature}
    ).status_code


def test_what_the_carrier_says_is_heard_once(client: Client, door: tuple[str, Heard]) -> None:
    callback, heard = door
    with Simulator(secret=SECRET, seconds_to_arrive=0.0, callback=callback) as simulator:
        row = sent(simulator)
        path, body, signature = heard.get(timeout=10)
    assert path == "/deliveries/sms"
    assert [say(client, body, signature) for _again in range(2)] == [204, 204]
    row.refresh_from_db()
    assert (row.state, row.delivered_at) == ("DELIVERED", AFTER)
    assert list(row.notices.values_list("state", flat=True)) == ["DELIVERED"]
    failed = json.dumps({"key": row.key, "state": "FAILED"}).encode()
    assert say(client, failed, signature_of(failed, SECRET)) == 204
    row.refresh_from_db()
    assert row.state == "DELIVERED"


@pytest.mark.parametrize("signature", ["", "0" * 64, "ký"])
def test_what_is_not_signed_is_not_believed(client: Client, signature: str) -> None:
    with Simulator(secret=SECRET, seconds_to_arrive=60) as simulator:
        row = sent(simulator)
    body = json.dumps({"key": row.key, "state": "DELIVERED"}).encode()
    assert say(client, body, signature) == 401
    row.refresh_from_db()
    assert row.state == "SENT"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"key": "none of ours", "state": "DELIVERED"}', 404),
        (b'{"key": "x", "state": "SOLD"}', 400),
        (b"[]", 400),
        (b"\xff", 400),
        (b"[" * 4000, 400),
    ],
)
def test_what_makes_no_sense_is_refused(client: Client, body: bytes, status: int) -> None:
    assert say(client, body, signature_of(body, SECRET)) == status


def test_an_office_that_shares_no_secret_hears_nobody(client: Client, settings: Any) -> None:
    settings.NOTICE_SMS_SECRET = ""
    assert say(client, b"{}", signature_of(b"{}", "")) == 404


def test_a_browser_that_only_looks_is_told_so(client: Client) -> None:
    assert client.get("/deliveries/sms").status_code == 405
