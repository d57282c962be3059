"""The address the program answers at: MOTCUA_HOST and PORT."""

from __future__ import annotations

import errno
import http.client
import os
import socket
from dataclasses import dataclass

PORT_MAX = 65_535
ANSWER_SECONDS_MAX = 10


class PortUnusable(Exception):
    """The port cannot be served on. `why`: not-a-port, taken, forbidden."""

    def __init__(self, port: str, why: str) -> None:
        super().__init__(f"{port}: {why}")
        self.port = port
        self.why = why


@dataclass(frozen=True, slots=True)
class Address:
    """Host and port; `url` is what a person types."""

    host: str
    port: int

    @property
    def url(self) -> str:
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{shown}:{self.port}"

    def answers(self) -> bool:
        """Whether a web server speaks here, whatever it says."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=ANSWER_SECONDS_MAX)
        try:
            connection.request("HEAD", "/")
            connection.getresponse()
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
        return True


def wanted_address() -> Address:
    """From the environment, 127.0.0.1:8000 by default. Refuses (PortUnusable) what cannot be had."""
    host = os.environ.get("MOTCUA_HOST", "127.0.0.1")
    named = os.environ.get("PORT", "8000")
    if not named.isdecimal() or not 0 < int(named) <= PORT_MAX:
        raise PortUnusable(named, "not-a-port")
    address = Address(host, int(named))
    _try_to_listen(address)
    return address


def _try_to_listen(address: Address) -> None:
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address.host, address.port))
        except OSError as fault:
            why = "forbidden" if fault.errno == errno.EACCES else "taken"
            raise PortUnusable(str(address.port), why) from fault
