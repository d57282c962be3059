"""The programs of an office: the web server and the background worker, as they are started."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from django.db import connection

from motcua.jobs.command_line.speech import either
from motcua.jobs.quality.places import CORES
from motcua.jobs.serving.address import Address
from motcua.jobs.serving.supervision import Program

SQLITE_WORKERS_MAX = 2
APPLICATION = "motcua.jobs.serving.door:application"
WORKER = ("motcua", "worker")


def environment_for(address: Address) -> dict[str, str]:
    """What both inherit."""
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    environment.setdefault("MOTCUA_PUBLIC_ADDRESS", address.url)
    environment.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings.local")
    return environment


def web_server(
    address: Address, environment: Mapping[str, str], application: str = APPLICATION
) -> Program:
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--log-level", "warning",
        "--host", address.host, "--port", str(address.port),
        "--workers", str(workers()), "--blocking-threads", "1",
        "--respawn-failed-workers", "--workers-kill-timeout", "10",
        application,
    ]  # fmt: skip
    return Program(either("máy chủ web", "web server"), command, environment)


def background_worker(environment: Mapping[str, str], module: tuple[str, ...] = WORKER) -> Program:
    command = [sys.executable, "-m", *module]
    return Program(either("việc nền", "background work"), command, environment)


def background_workers(environment: Mapping[str, str]) -> list[Program]:
    """One for what takes seconds, one for what takes minutes, one that tells citizens: nothing short
    waits behind a long run or a slow carrier."""
    long = [sys.executable, "-m", *WORKER, "long"]
    return [
        background_worker(environment, (*WORKER, "short")),
        Program(either("việc nền dài", "long background work"), long, environment),
        teller(environment),
    ]


def teller(environment: Mapping[str, str]) -> Program:
    """Tells citizens; carriers may be slow, so nothing else waits behind it."""
    command = [sys.executable, "-m", *WORKER, "notices"]
    return Program(either("tin báo", "notices"), command, environment)


def workers() -> int:
    """One per core. SQLite's writers take turns, so more than two of them only queue."""
    named = os.environ.get("MOTCUA_WORKERS", "")
    if named.isdecimal() and int(named):
        return int(named)
    return min(CORES, SQLITE_WORKERS_MAX) if connection.vendor == "sqlite" else CORES
