"""Carriers of notices to try with: the sample office gets simulated ones, on this machine only.

A real office (`./motcua run --empty`), or one that names a carrier or a payment gateway in its settings, never
does.
"""

from __future__ import annotations

import secrets
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

from motcua.jobs.command_line.speech import either
from motcua.jobs.serving.supervision import Program
from motcua.jobs.simulator.bank_pages import settings_for
from motcua.notices.gateways.choosing import gateways_of_office
from motcua.payments.gateways.choosing import gateways_of_office as payment_gateways

FOLDER = "simulated-notices"
"""Where in the data folder each message is kept as a file."""


@dataclass(frozen=True, slots=True)
class CarriersToTry:
    """Free ports of this machine, and what a caller must show."""

    web_port: int
    mail_port: int
    bank_port: int
    secret: str

    @property
    def page(self) -> str:
        """Where all messages are seen."""
        return f"http://127.0.0.1:{self.web_port}/"

    @property
    def bank(self) -> str:
        """Where one pays without paying."""
        return f"http://127.0.0.1:{self.bank_port}/"

    @property
    def settings(self) -> dict[str, str]:
        """What makes the office use them."""
        return {
            "MOTCUA_SMTP": f"smtp://127.0.0.1:{self.mail_port}",
            "MOTCUA_MAIL_FROM": "Một Cửa <mot-cua@localhost>",
            "MOTCUA_SMS_GATEWAY": f"{self.page}sms",
            "MOTCUA_SMS_SECRET": self.secret,
            "MOTCUA_ZALO_GATEWAY": f"{self.page}zalo",
            "MOTCUA_ZALO_SECRET": self.secret,
            **settings_for(self.bank_port, self.secret),
        }

    def program(self, environment: Mapping[str, str]) -> Program:
        folder = str(settings.DATA / FOLDER)
        words = [folder, str(self.web_port), str(self.mail_port), str(self.bank_port)]
        command = [sys.executable, "-m", "motcua.jobs.simulator", *words]
        return Program(either("nơi chuyển tin thử", "simulated carriers"), command, environment)


def carriers_to_try() -> CarriersToTry | None:
    """None for an office that has carriers of its own."""
    if gateways_of_office() or payment_gateways():
        return None
    with (
        socket.create_server(("127.0.0.1", 0)) as one,
        socket.create_server(("127.0.0.1", 0)) as other,
        socket.create_server(("127.0.0.1", 0)) as third,
    ):
        web, mail, bank = (int(probe.getsockname()[1]) for probe in (one, other, third))
    return CarriersToTry(web, mail, bank, secrets.token_hex(16))
