"""A small mail server on this machine: enough of SMTP (RFC 5321) for smtplib to hand its letters in."""

from __future__ import annotations

import socketserver
from email import message_from_bytes, policy
from email.message import EmailMessage

from motcua.jobs.simulator.keeping import Mailroom

LINE_MAX = 4096
LETTER_BYTES_MAX = 1024 * 1024
REFUSED_BOX = "refused@"
"""A mailbox of this name is refused, so that one can see what then happens."""
EMAIL = "EMAIL"


class MailServer(socketserver.ThreadingTCPServer):
    """Listens on loopback; port 0 takes a free one."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, mailroom: Mailroom, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Talk)
        self.mailroom = mailroom

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no news."""


class _Talk(socketserver.StreamRequestHandler):
    """One conversation with one client."""

    server: MailServer
    timeout = 30

    def handle(self) -> None:
        self._to: list[str] = []
        self._say(220, "simulator")
        while line := self.rfile.readline(LINE_MAX):
            word, _space, rest = line.decode("utf-8", "replace").strip().partition(" ")
            if word.upper() == "QUIT":
                self._say(221, "bye")
                return
            if not self._answer(word.upper(), rest):
                return

    def _answer(self, word: str, rest: str) -> bool:
        """False when the line is broken off."""
        if word == "RCPT":
            self._recipient(rest)
        elif word == "DATA":
            return self._letter()
        elif word in ("EHLO", "HELO", "MAIL", "RSET", "NOOP"):
            self._to = [] if word in ("MAIL", "RSET") else self._to
            self._say(250, "OK")
        else:
            self._say(502, "not here")
        return True

    def _recipient(self, rest: str) -> None:
        box = rest.partition("<")[2].partition(">")[0]
        status = self.server.mailroom.next_status()
        if status:
            self._say(status, "not now" if status < 500 else "no such box")
        elif box.startswith(REFUSED_BOX):
            self._say(550, "no such box")
        else:
            self._to.append(box)
            self._say(250, "OK")

    def _letter(self) -> bool:
        self._say(354, "go on")
        lines: list[bytes] = []
        size = 0
        while (line := self.rfile.readline(LINE_MAX)) not in (b".\r\n", b".\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
            size += len(line)
            if size > LETTER_BYTES_MAX:
                self._say(552, "too long")
                return False
        self._keep(b"".join(lines))
        if self.server.mailroom.breaks_off():
            return False
        self._say(250, "taken")
        return True

    def _keep(self, raw: bytes) -> None:
        letter = message_from_bytes(raw, policy=policy.default)
        assert isinstance(letter, EmailMessage)
        body = letter.get_body(("plain",))
        text = body.get_content() if body else ""
        key = str(letter["Message-ID"] or "").strip("<>")
        for box in self._to:
            self.server.mailroom.take(EMAIL, key, box, str(letter["Subject"] or "").strip(), text)

    def _say(self, code: int, words: str) -> None:
        self.wfile.write(f"{code} {words}\r\n".encode())
