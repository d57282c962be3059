"""`python -m motcua.jobs.simulator FOLDER WEB-PORT MAIL-PORT BANK-PORT`: until told to stop. A caller must show what
the office shows to its SMS adapter."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

from motcua.jobs.simulator.bank import Bank
from motcua.jobs.simulator.bank_pages import BankServer
from motcua.jobs.simulator.running import Simulator


def main(folder: str, web_port: str, mail_port: str, bank_port: str) -> None:
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    secret = os.environ.get("MOTCUA_SMS_SECRET", "")
    office = os.environ.get("MOTCUA_PUBLIC_ADDRESS", "")
    callback = f"{office.rstrip('/')}/deliveries/" if office else ""
    ports = int(web_port), int(mail_port)
    bank = Bank(secret, f"{office.rstrip('/')}/payments/hear/simulator" if office else "")
    with (
        Simulator(Path(folder), *ports, secret, callback=callback),
        BankServer(bank, int(bank_port)),
    ):
        ended.wait()


if __name__ == "__main__":
    main(*sys.argv[1:5])
