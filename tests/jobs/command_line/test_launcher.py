"""The launcher and the table of commands, as a person types them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from motcua.jobs.command_line.catalogue import COMMANDS
from tests.support.checkout import LAUNCHER, ROOT


def _type(
    *words: str, text: str = "", cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    plain = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/nonexistent")}
    return subprocess.run(
        [LAUNCHER, *words],
        input=text,
        cwd=cwd,
        env=plain | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_help_names_every_command_in_vietnamese() -> None:
    done = _type("help")
    assert done.returncode == 0
    assert [command.name for command in COMMANDS if command.vi not in done.stdout] == []


def test_help_speaks_english_where_the_locale_does() -> None:
    done = _type("help", LANG="en_US.UTF-8")
    assert [command.name for command in COMMANDS if command.en not in done.stdout] == []


def test_no_words_at_all_give_the_table() -> None:
    assert _type().stdout == _type("help").stdout


def test_an_unknown_word_is_refused_in_words() -> None:
    done = _type("xyz")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "./motcua help" in done.stderr


@pytest.mark.parametrize("locale", ["", "C", "POSIX", "en_US.ISO-8859-1"])
def test_a_batch_answer_is_utf8_json_and_nothing_else(locale: str, tmp_path: Path) -> None:
    done = _type("sort", text='{"id":1,"items":["Đà","Ân"]}\n', cwd=tmp_path, LC_ALL=locale)
    assert done.returncode == 0
    assert json.loads(done.stdout) == {"id": 1, "items": ["Ân", "Đà"]}
    assert done.stderr == ""


def test_a_batch_door_never_loads_django() -> None:
    code = (
        "import sys; from motcua.jobs.command_line.dispatch import main; main(['fold']);"
        "sys.exit('django' in sys.modules)"
    )
    python = ROOT / ".venv/bin/python"
    environment = {"PYTHONPATH": str(ROOT / "src"), "PATH": os.environ["PATH"]}
    done = subprocess.run([python, "-c", code], input="", env=environment, text=True, check=False)
    assert done.returncode == 0


def test_the_launcher_works_through_a_link(tmp_path: Path) -> None:
    link = tmp_path / "mc"
    link.symlink_to(LAUNCHER)
    done = subprocess.run([link, "help"], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0


def test_a_batch_door_takes_no_words() -> None:
    done = _type("fold", "x")
    assert done.returncode == 2
    assert done.stdout == ""


def test_a_missing_python_is_named_with_what_to_type(tmp_path: Path) -> None:
    """A checkout without an environment, on a machine without a new enough Python."""
    for tool in ("sh", "readlink", "dirname", "cat", "cksum", "mkdir", "flock"):
        (tmp_path / tool).symlink_to(Path("/usr/bin") / tool)
    copy = tmp_path / "motcua"
    copy.write_bytes(LAUNCHER.read_bytes())
    copy.chmod(0o755)
    (tmp_path / "requirements").symlink_to(ROOT / "requirements")
    done = subprocess.run(
        [copy, "run"], env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "apt-get install -y python3" in done.stderr
    assert done.stdout == ""
