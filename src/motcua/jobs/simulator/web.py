"""A gateway for SMS and Zalo on this machine, in the shape of docs/explain/notices.md, and the page that
shows all messages."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from contextlib import suppress
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.request import Request, urlopen

from motcua.jobs.simulator.keeping import Mailroom, Taken

BODY_BYTES_MAX = 64 * 1024
CARRIERS = {"sms": "SMS", "zalo": "ZALO"}
NO_ZALO_END = "00"
"""Numbers that end so have no Zalo here, so that one can see the SMS that is sent instead."""
PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="5">
<title>Tin báo thử</title><style>body{{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}}
article{{border-top:1px solid #767676;padding:.5rem 0}}pre{{white-space:pre-wrap;font:inherit;margin:.25rem 0}}
</style></head><body><h1>Tin báo thử</h1>
<p>Nơi chuyển giả trên máy này: không tin nào ra khỏi máy. Simulated carriers: nothing leaves this machine.</p>
<p>{count} tin.</p>{messages}</body></html>"""
MESSAGE = "<article><h2>{carrier} → {to}</h2><p>{state}</p><p><strong>{subject}</strong></p><pre>{text}</pre></article>"


class GatewayServer(ThreadingHTTPServer):
    """Listens on loopback; port 0 takes a free one. `secret`: what a caller must show, if anything.
    `callback`: where it says by itself that a message has arrived; empty: nowhere."""

    daemon_threads = True

    def __init__(
        self, mailroom: Mailroom, port: int = 0, secret: str = "", callback: str = ""
    ) -> None:
        super().__init__(("127.0.0.1", port), _Call)
        self.mailroom = mailroom
        self.secret = secret
        self.callback = callback

    def tell_later(self, carrier: str, key: str) -> None:
        """Say what became of it, once it has arrived."""
        if not self.callback:
            return
        wait = self.mailroom.seconds_to_arrive
        teller = threading.Timer(wait, self._tell, args=(carrier, key))
        teller.daemon = True
        teller.start()

    def _tell(self, carrier: str, key: str) -> None:
        """Signed as docs/explain/notices.md says; an office that is away is not told again."""
        state = self.mailroom.state_of(carrier, key)
        body = json.dumps({"key": key, "state": state}).encode()
        signature = hmac.new(self.secret.encode(), body, hashlib.sha256).hexdigest()
        headers = {"Content-Type": "application/json", "X-Signature": signature}
        asked = Request(f"{self.callback}{carrier.lower()}", body, headers)  # noqa: S310
        with suppress(OSError), urlopen(asked, timeout=10):  # noqa: S310
            pass

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no news."""


class _Call(BaseHTTPRequestHandler):
    server: GatewayServer
    timeout = 30

    def do_GET(self) -> None:  # the name that http.server looks for
        if self.path == "/":
            self._page()
            return
        carrier, key = self._place()
        state = self.server.mailroom.state_of(carrier, key) if carrier and self._may() else None
        self._json(200, {"state": state}) if state else self._json(404, {})

    def do_POST(self) -> None:  # the name that http.server looks for
        carrier, key = self._place()
        if not carrier or key or not self._may():
            self._json(404 if not carrier or key else 401, {})
            return
        given = self._given()
        status = self.server.mailroom.next_status() or _refusal(carrier, given)
        if status:
            self._json(status, {})
            return
        name = given["key"]
        self.server.mailroom.take(carrier, name, given["to"], "", given["text"])
        if self.server.mailroom.breaks_off():
            self.close_connection = True
            return
        self._json(200, {"id": f"{carrier.lower()}-{name[:12]}"})
        self.server.tell_later(carrier, name)

    def _place(self) -> tuple[str, str]:
        """The carrier and the key of `/sms/messages/KEY`; "" where there is none."""
        parts = self.path.strip("/").split("/")
        if len(parts) not in (2, 3) or parts[1] != "messages":
            return "", ""
        return CARRIERS.get(parts[0], ""), parts[2] if len(parts) == 3 else ""

    def _may(self) -> bool:
        shown = self.headers.get("Authorization", "")
        return not self.server.secret or shown == f"Bearer {self.server.secret}"

    def _given(self) -> dict[str, str]:
        size = min(int(self.headers.get("Content-Length", "0") or 0), BODY_BYTES_MAX)
        try:
            found = json.loads(self.rfile.read(size))
        except ValueError:
            return {}
        names = ("key", "to", "text")
        is_whole = isinstance(found, dict) and all(isinstance(found.get(n), str) for n in names)
        return {name: found[name] for name in names} if is_whole else {}

    def _page(self) -> None:
        shown = reversed(self.server.mailroom.messages()[-200:])
        messages = "".join(self._message(one) for one in shown)
        count = len(self.server.mailroom.messages())
        self._answer(200, "text/html; charset=utf-8", PAGE.format(count=count, messages=messages))

    def _message(self, one: Taken) -> str:
        state = self.server.mailroom.state_of(one.carrier, one.key) or ""
        words = {"carrier": one.carrier, "to": one.to, "subject": one.subject, "text": one.text}
        return MESSAGE.format(state=state, **{name: escape(text) for name, text in words.items()})

    def _json(self, status: int, told: dict[str, Any]) -> None:
        self._answer(status, "application/json", json.dumps(told))

    def _answer(self, status: int, kind: str, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # that of http.server
        """Says nothing: messages are on the page."""


def _refusal(carrier: str, given: dict[str, str]) -> int:
    if not given:
        return 422
    return 400 if carrier == "ZALO" and given["to"].endswith(NO_ZALO_END) else 0
