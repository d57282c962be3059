"""The database is stopped in the middle of a morning: what citizens read stays readable, and says so."""

from __future__ import annotations

import gzip
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPResponse
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from motcua.jobs.processes import die_with_parent, stop
from motcua.jobs.quality.postgres import FAST_AND_LOOSE, Server, throwaway
from motcua.jobs.serving.address import Address
from motcua.jobs.serving.programs import web_server
from tests.support.installations import Installation

pytestmark = pytest.mark.slow

PUT_UP = """
from tests.support.working_office import CERTIFIED_COPY, officer, put_up_office
from motcua.jobs.serving.preparation import collect_static
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.vocabulary import Party, PartyRole, ReceptionInput
from motcua.procedures.queries.catalogue import version_in_force
from motcua.kernel import clock
from motcua.kernel.clock import local_day
collect_static(print)
put_up_office()
at = clock.now()
version = version_in_force(CERTIFIED_COPY, local_day(at))
owner = Party(role=PartyRole.OWNER, name="Nguyễn Thị Hồng Nhung", personal_id="001195001234")
given = ReceptionInput(procedure_version_id=version.version_id, parties=(owner,), complete_confirmed=True)
print(receive_dossier(actor=officer("tiepnhan1", at), at=at, given=given).code)
"""
PROCEDURE = "/thu-tuc/2.000815"
AS_IT_WAS = "Hệ thống đang được khởi động lại, nên trang này có thể chưa mới nhất"
NOT_NOW = "Hệ thống đang được khởi động lại</h1>"
SECONDS_MAX = 60


@dataclass
class Office:
    """An office with one dossier, its web server, and its database, which can be taken away."""

    installation: Installation
    code: str
    postgres: Server | None
    url: str = ""
    web: subprocess.Popen[str] | None = None
    seen: dict[str, str] = field(default_factory=dict)

    def serve(self) -> None:
        """Start the web server (again)."""
        self.close()
        with socket.create_server(("127.0.0.1", 0)) as probe:
            address = Address("127.0.0.1", probe.getsockname()[1])
        program = web_server(address, {**self.installation.environment, "MOTCUA_WORKERS": "1"})
        self.url = address.url
        self.web = subprocess.Popen(
            program.command,
            env=program.environment,
            text=True,
            preexec_fn=die_with_parent(signal.SIGTERM),
            start_new_session=True,
        )
        until = time.monotonic() + SECONDS_MAX
        while not address.answers():
            assert time.monotonic() < until
            time.sleep(0.1)

    def close(self) -> None:
        if self.web is not None:
            stop(self.web, signal.SIGTERM, patience_seconds=10)
        self.web = None

    def take_database_away(self) -> None:
        if self.postgres is not None:
            self.postgres.kill()
            return
        for path in self.installation.data.glob("motcua.sqlite3*"):
            path.rename(path.with_name(f"away-{path.name}"))

    def give_database_back(self) -> None:
        if self.postgres is not None:
            self.postgres.start()
            return
        for path in self.installation.data.glob("motcua.sqlite3*"):
            path.unlink()
        for path in self.installation.data.glob("away-*"):
            path.rename(path.with_name(path.name.removeprefix("away-")))

    def get(self, path: str, cookie: str = "") -> tuple[int, str]:
        asked = Request(self.url + path, headers={"Cookie": cookie} if cookie else {})
        try:
            answer: HTTPResponse | HTTPError = urlopen(asked, timeout=20)
        except HTTPError as refused:
            answer = refused
        with answer:
            return answer.status or 0, answer.read().decode()


@contextmanager
def _installed(folder: Path, postgres: Server | None) -> Iterator[Office]:
    installation = Installation(folder / "data", postgres.url if postgres else "")
    done = installation.motcua("migrate")
    assert done.returncode == 0, done.stderr
    office = Office(installation, installation.python(PUT_UP).split()[-1], postgres)
    try:
        office.serve()
        yield office
    finally:
        office.close()


@pytest.fixture(params=["postgresql", "sqlite"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    if request.param == "sqlite":
        with _installed(tmp_path, None) as put_up:
            yield put_up
        return
    with throwaway(FAST_AND_LOOSE) as server, _installed(tmp_path, server) as put_up:
        yield put_up


def test_what_was_read_stays_readable_while_the_database_is_away(office: Office) -> None:
    tracked = f"/ho-so/{office.code}"
    read = ["/", "/thu-tuc/", PROCEDURE, tracked]
    for path in read:
        status, text = office.get(path)
        assert (status, AS_IT_WAS in text) == (200, False), path

    _copies_hold_nobody(office, len(read))
    office.take_database_away()
    if office.postgres is None:
        office.serve()  # a file that was open stays open, so a new process is asked
    _all_as_they_were(office, read)

    office.serve()  # what a process has in memory is gone now
    _all_as_they_were(office, read)
    for path in (tracked, PROCEDURE):
        assert office.get(path, "motcua-text=large")[1].count('data-text="large"') == 1
    unknown = [office.get(f"/ho-so/H26.45-260610-{number}") for number in (9998, 9999)]
    unknown.append(office.get("/thu-tuc/1.004884"))
    for status, text in unknown:
        assert (status, NOT_NOW in text) == (503, True)
        assert "OperationalError" not in text
        assert "no such table" not in text

    office.give_database_back()
    time.sleep(1.1)  # for so long nobody asks a database that was away
    for path in read:
        status, text = office.get(path)
        assert (status, AS_IT_WAS in text) == (200, False), path
    assert office.get("/ho-so/H26.45-260610-9999")[0] == 404


def _all_as_they_were(office: Office, paths: list[str]) -> None:
    for path in paths:
        status, text = office.get(path)
        assert (status, AS_IT_WAS in text, "Số liệu lúc" in text) == (200, True, True), path
        assert "Nguyễn Thị Hồng Nhung" not in text
    assert office.code in office.get(paths[-1])[1]


def _copies_hold_nobody(office: Office, pages: int) -> None:
    """Nor words that somebody has typed; the folder is for our account only."""
    office.get("/thu-tuc/?q=ly+hon+voi+chong")
    folder = office.installation.data / "last-copies"
    copies = [gzip.decompress(path.read_bytes()).decode() for path in folder.iterdir()]
    assert len(copies) == pages
    assert not any("Nguyễn" in copy or "ly hon" in copy for copy in copies)
    assert folder.stat().st_mode & 0o077 == 0
