"""The carriers of this machine: they take what is handed in, keep it, show it, and refuse what is wrong."""

from __future__ import annotations

import http.client
import json
import smtplib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from motcua.jobs.simulator.running import Simulator

SECRET = "khoa-thu"
MESSAGE = {"key": "k1", "to": "+84912345678", "text": "Hồ sơ <b>xong</b>"}


@pytest.fixture
def simulator(tmp_path: Path) -> Iterator[Simulator]:
    with Simulator(tmp_path, secret=SECRET, seconds_to_arrive=0) as running:
        yield running


def call(
    simulator: Simulator, method: str, path: str, body: Any = None, secret: str = SECRET
) -> tuple[int, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", simulator.web_port, timeout=5)
    headers = {"Authorization": f"Bearer {secret}"}
    connection.request(method, path, json.dumps(body) if body is not None else None, headers)
    answer = connection.getresponse()
    told = (answer.status, json.loads(answer.read()))
    connection.close()
    return told


def test_a_message_is_taken_once_under_its_key(simulator: Simulator) -> None:
    first = call(simulator, "POST", "/sms/messages", MESSAGE)
    assert first == call(simulator, "POST", "/sms/messages", MESSAGE)
    assert first[0] == 200
    assert [one.to for one in simulator.mailroom.messages("SMS")] == ["+84912345678"]
    assert call(simulator, "GET", "/sms/messages/k1") == (200, {"state": "DELIVERED"})
    assert call(simulator, "GET", "/zalo/messages/k1")[0] == 404


def test_each_message_is_a_file_and_stands_on_the_page(simulator: Simulator) -> None:
    call(simulator, "POST", "/sms/messages", MESSAGE)
    assert simulator.folder is not None
    (kept,) = simulator.folder.glob("*.json")
    assert json.loads(kept.read_text())["text"] == MESSAGE["text"]
    with urlopen(simulator.page, timeout=5) as answer:
        page = answer.read().decode()
    assert "Hồ sơ &lt;b&gt;xong&lt;/b&gt;" in page
    assert "+84912345678" in page


@pytest.mark.parametrize(
    ("path", "body", "secret", "status"),
    [
        ("/sms/messages", MESSAGE, "another", 401),
        ("/sms/messages", {"key": "k"}, SECRET, 422),
        ("/sms/messages", [], SECRET, 422),
        ("/pigeon/messages", MESSAGE, SECRET, 404),
        ("/sms", MESSAGE, SECRET, 404),
        ("/zalo/messages", {**MESSAGE, "to": "+84912345600"}, SECRET, 400),
    ],
)
def test_what_is_wrong_is_refused(
    simulator: Simulator, path: str, body: Any, secret: str, status: int
) -> None:
    assert call(simulator, "POST", path, body, secret)[0] == status
    assert simulator.mailroom.messages() == []


def test_a_letter_is_taken_by_smtp(simulator: Simulator) -> None:
    letter = "Subject: Xin\r\nMessage-ID: <m1@x>\r\n\r\nmột\r\n.\r\nhai\r\n"
    with smtplib.SMTP("127.0.0.1", simulator.mail_port, timeout=5) as server:
        server.sendmail("a@x.vn", ["b@x.vn"], letter.encode())
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            server.sendmail("a@x.vn", ["refused@x.vn"], letter.encode())
        assert server.noop()[0] == 250
        assert server.docmd("VRFY b")[0] == 502
    (taken,) = simulator.mailroom.messages("EMAIL")
    assert (taken.key, taken.to, taken.subject) == ("m1@x", "b@x.vn", "Xin")
    assert "\n.\n" in taken.text.replace("\r\n", "\n")


def test_a_letter_without_end_is_cut_off(simulator: Simulator) -> None:
    with (
        smtplib.SMTP("127.0.0.1", simulator.mail_port, timeout=10) as server,
        pytest.raises((smtplib.SMTPException, OSError)),
    ):
        server.sendmail("a@x.vn", ["b@x.vn"], b"Subject: x\r\n\r\n" + b"a" * 78 * 20_000)
    assert simulator.mailroom.messages() == []
