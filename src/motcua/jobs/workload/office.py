"""A real office on loopback: web server and background worker as `./motcua run` starts them."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections

from motcua.jobs.serving.address import Address
from motcua.jobs.serving.programs import background_worker, environment_for, web_server
from motcua.jobs.serving.supervision import Child

ANSWER_SECONDS_MAX = 60
HOST = "127.0.0.1"
LOG = "programs.log"
APPLICATION = "motcua.jobs.workload.served:application"
WORKER = ("motcua.jobs.workload.working",)


class NotAnsweringError(Exception):
    """The server did not come up in its time."""


@dataclass(frozen=True, slots=True)
class Office:
    """Where it answers, and its two programs."""

    address: Address
    web: Child
    worker: Child

    def wait_until_it_answers(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        end = time.monotonic() + ANSWER_SECONDS_MAX
        while not self.address.answers():
            if time.monotonic() > end:
                raise NotAnsweringError
            meanwhile()
            time.sleep(0.1)


@contextmanager
def open_office(ahead: timedelta) -> Iterator[Office]:
    """On the database of the settings, with a clock so far ahead; both are stopped at the end. What
    they say goes to a file in the data folder."""
    connections.close_all()
    address = Address(HOST, _free_port())
    environment = environment_for(address)
    environment |= {
        "MOTCUA_BENCH_AHEAD": str(ahead.total_seconds()),
        "MOTCUA_PUBLIC_ADDRESS": address.url,
    }
    log = Path(settings.DATA) / LOG
    web = Child(replace(web_server(address, environment, APPLICATION), log=log))
    worker = Child(replace(background_worker(environment, WORKER), log=log))
    office = Office(address, web, worker)
    try:
        office.wait_until_it_answers()
        yield office
    finally:
        web.stop()
        worker.stop()


def processes_below(pid: int) -> list[int]:
    """The children of a process that live (Linux)."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in children.read_text().split()] if children.exists() else []


def memory_of(office: Office) -> dict[str, Any]:
    """What each program holds. Web workers are the children of the server."""
    web, worker = office.web.pid, office.worker.pid
    return {
        "web_server": memory_mib(web) if web else None,
        "web_workers": [memory_mib(pid) for pid in processes_below(web)] if web else [],
        "background_worker": memory_mib(worker) if worker else None,
    }


def memory_mib(pid: int) -> dict[str, float]:
    """What a process holds now and held at most, in MiB (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text().splitlines()
    held = {name: rest.split()[0] for name, _colon, rest in (line.partition(":") for line in status) if name in ("VmRSS", "VmHWM")}  # fmt: skip
    return {
        "now_mib": round(int(held["VmRSS"]) / 1024, 1),
        "peak_mib": round(int(held["VmHWM"]) / 1024, 1),
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    return port
