"""`./motcua run` as somebody types it: it answers, it keeps its children alive, it leaves none behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.support.checkout import LAUNCHER

SECONDS_MAX = 240

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Running:
    """A started `./motcua run --empty` and what it has said so far."""

    process: subprocess.Popen[str]
    url: str
    said: Path

    def children(self) -> dict[int, str]:
        """Process ids below it, with their command lines."""
        return _below(self.process.pid)

    def worker(self) -> int:
        return next(
            (pid for pid, line in self.children().items() if line.endswith("motcua worker short")),
            0,
        )


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One for all tests that leave it running."""
    with _started(tmp_path_factory.mktemp("run")) as started:
        yield started


@pytest.fixture
def running_alone(tmp_path: Path) -> Iterator[Running]:
    """One of its own for a test that ends it."""
    with _started(tmp_path) as started:
        yield started


@contextmanager
def _started(folder: Path) -> Iterator[Running]:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    said = folder / "said"
    with said.open("w") as output:
        process = subprocess.Popen(
            [LAUNCHER, "run", "--empty"],
            env=_environment(folder, port),
            cwd=folder,
            stdout=output,
            stderr=output,
            text=True,
        )
    _wait_for(lambda: "Sẵn sàng" in said.read_text() or process.poll() is not None)
    yield Running(process, f"http://127.0.0.1:{port}", said)
    process.kill()
    process.wait()


def _environment(folder: Path, port: int | str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME"}}
    return kept | {"MOTCUA_DATA": str(folder / "data"), "PORT": str(port)}


def _below(pid: int) -> dict[int, str]:
    found: dict[int, str] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
            line = (stat.parent / "cmdline").read_bytes().replace(b"\0", b" ").decode().strip()
        except OSError:
            continue
        if parent == pid:
            child = int(stat.parent.name)
            found |= {child: line} | _below(child)
    return found


def _wait_for(condition: Callable[[], object]) -> bool:
    end = time.monotonic() + SECONDS_MAX
    while time.monotonic() < end and not condition():
        time.sleep(0.1)
    return bool(condition())


def test_it_says_where_it_answers_and_answers_there(running: Running) -> None:
    assert f"Sẵn sàng: {running.url}" in running.said.read_text()
    with urlopen(f"{running.url}/thu-tuc/", timeout=30) as answer:
        assert answer.status == 200
        assert "Một Cửa" in answer.read().decode()


def test_its_styles_are_served_under_lasting_names(running: Running) -> None:
    with urlopen(f"{running.url}/", timeout=30) as answer:
        page = answer.read().decode()
    sheet = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
    with urlopen(f"{running.url}{sheet}", timeout=30) as answer:
        assert "immutable" in answer.headers["Cache-Control"]


def _run_in_vain(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Until it has said why it does not serve."""
    return subprocess.run(
        [LAUNCHER, "run", *words],
        env=environment,
        capture_output=True,
        text=True,
        timeout=SECONDS_MAX,
        check=False,
    )


def test_a_second_one_on_the_same_port_says_what_to_type(running: Running) -> None:
    port = running.url.rpartition(":")[2]
    environment = _environment(running.said.parent, port)
    done = _run_in_vain(environment)
    assert done.returncode == 1
    assert "PORT=8001" in done.stderr


def test_a_word_that_is_not_understood_starts_nothing(tmp_path: Path) -> None:
    done = _run_in_vain(_environment(tmp_path, "1"), "--port", "8123")
    assert done.returncode == 1
    assert "“--port”" in done.stderr
    assert "PORT=8001" in done.stderr
    assert list(tmp_path.rglob("*.sqlite3")) == []


def test_a_worker_that_is_killed_comes_back(running: Running) -> None:
    assert _wait_for(running.worker)
    killed = running.worker()
    os.kill(killed, signal.SIGKILL)
    assert _wait_for(lambda: running.worker() not in {0, killed})


def test_it_ends_in_good_order_and_leaves_nobody_behind(running_alone: Running) -> None:
    children = running_alone.children()
    assert len(children) >= 2
    running_alone.process.send_signal(signal.SIGTERM)
    assert running_alone.process.wait(SECONDS_MAX) == 0
    assert _wait_for(lambda: not [pid for pid in children if Path(f"/proc/{pid}").exists()])


def test_killed_without_warning_it_leaves_nobody_behind_either(running_alone: Running) -> None:
    children = running_alone.children()
    running_alone.process.kill()
    running_alone.process.wait()
    assert _wait_for(lambda: not [pid for pid in children if Path(f"/proc/{pid}").exists()])
