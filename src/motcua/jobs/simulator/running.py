"""Both carriers of the simulator, running in threads of this process."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from motcua.jobs.simulator.keeping import Mailroom
from motcua.jobs.simulator.mail import MailServer
from motcua.jobs.simulator.web import GatewayServer


@dataclass
class Simulator:
    """A context: inside it both listen on loopback. Port 0 takes a free one."""

    folder: Path | None = None
    web_port: int = 0
    mail_port: int = 0
    secret: str = ""
    seconds_to_arrive: float = 2.0
    callback: str = ""
    mailroom: Mailroom = field(init=False)

    def __post_init__(self) -> None:
        self.mailroom = Mailroom(self.folder, self.seconds_to_arrive)

    def __enter__(self) -> Self:
        self._mail = MailServer(self.mailroom, self.mail_port)
        try:
            self._web = GatewayServer(self.mailroom, self.web_port, self.secret, self.callback)
        except OSError:
            self._mail.server_close()
            raise
        self.mail_port = self._mail.server_address[1]
        self.web_port = self._web.server_address[1]
        for server in (self._mail, self._web):
            threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_fault: object) -> None:
        for server in (self._mail, self._web):
            server.shutdown()
            server.server_close()

    @property
    def page(self) -> str:
        return f"http://127.0.0.1:{self.web_port}/"

    @property
    def smtp(self) -> str:
        return f"smtp://127.0.0.1:{self.mail_port}"

    def gateway(self, name: str) -> str:
        """The address of `sms` or `zalo`."""
        return f"http://127.0.0.1:{self.web_port}/{name}"
