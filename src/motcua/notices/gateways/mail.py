"""E-mail: Django's own SMTP backend on the real smtplib. A server that has taken a letter says no more:
such a letter stays "sent"."""

from __future__ import annotations

import smtplib
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from motcua.notices.gateways.ports import Accepted, Answer, Letter, NotNow, Refused, Whereabouts
from motcua.notices.vocabulary import Failure

PORTS = {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}
FOR_GOOD = 500


@dataclass(frozen=True, slots=True)
class MailGateway:
    """`address`: `smtp://host:25`, `smtp+tls://user:password@host:587`, `smtp+ssl://…:465`."""

    address: str
    sender: str
    timeout_seconds: float

    @property
    def tells_delivery(self) -> bool:
        return False

    def ask(self, key: str) -> Whereabouts | None:  # noqa: ARG002  # the shape of the port
        return None

    def send(self, letter: Letter) -> Answer:
        message = EmailMessage(
            subject=letter.subject,
            body=letter.body,
            from_email=self.sender,
            to=[letter.to],
            headers={
                # The same letter tried twice is recognized by whoever keeps the mailbox.
                "Message-ID": f"<{letter.key}@{self.sender.rpartition('@')[2].rstrip('>')}>",
                "Auto-Submitted": "auto-generated",
                "Content-Language": str(letter.language),
            },
        )
        try:
            self._backend().send_messages([message])
        except (smtplib.SMTPException, OSError) as fault:
            return _answer_for(fault)
        return Accepted(letter.key)

    def _backend(self) -> EmailBackend:
        parts = urlsplit(self.address)
        return EmailBackend(
            host=parts.hostname,
            port=parts.port or PORTS[parts.scheme],
            use_tls=parts.scheme == "smtp+tls",
            use_ssl=parts.scheme == "smtp+ssl",
            timeout=self.timeout_seconds,
            fail_silently=False,
            **_account(parts),
        )


def _account(parts: SplitResult) -> dict[str, Any]:
    return {"username": unquote(parts.username or ""), "password": unquote(parts.password or "")}


def _answer_for(fault: Exception) -> Answer:
    """5xx about the recipient or the letter is for good; about us, and everything else, is not."""
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _told in fault.recipients.values()]
        return _for_good(min(codes, default=0), Failure.ADDRESS_REFUSED)
    if isinstance(fault, smtplib.SMTPAuthenticationError | smtplib.SMTPSenderRefused):
        return NotNow(Failure.NOT_ALLOWED, is_down=True)
    if isinstance(fault, smtplib.SMTPDataError):
        return _for_good(fault.smtp_code, Failure.MESSAGE_REFUSED)
    return NotNow(Failure.NOT_REACHED, is_down=True)


def _for_good(code: int, failure: Failure) -> Answer:
    return Refused(failure) if code >= FOR_GOOD else NotNow(Failure.GATEWAY_BUSY)
