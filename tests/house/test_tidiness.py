"""Nothing unfinished, nothing of one machine, no address of a package store in the files we keep."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.checkout import ROOT, tracked

TEXT = {
    ".py",
    ".html",
    ".css",
    ".js",
    ".md",
    ".toml",
    ".in",
    ".lock",
    ".po",
    ".txt",
    ".json",
    ".csv",
    "",
}
# Written in two halves, so that this file does not find itself.
UNFINISHED = re.compile("TO" + "DO|FIX" + "ME|XX" + "X:")
# From the root on: a folder of ours, such as that of the pages of work, may bear such a name.
ONE_MACHINE = re.compile(
    r"(?<!\w)(?:/wo" + r"rk/(?:main|shared|\.)|/ro" + "ot/|/ho" + r"me/\w|/op" + "t/wheels)"
)
STORES = re.compile(
    "pypi" + r"\.org|pythonhosted" + r"\.org|npmjs" + r"\.(?:org|com)|deb" + r"\.debian\.org"
)
SIGNALS = re.compile(r"django\.db\.models\.signals|django\.dispatch")


def _found(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path in paths
        if path.suffix in TEXT
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), start=1)
        if pattern.search(line)
    ]


def test_nothing_is_left_unfinished() -> None:
    assert _found(UNFINISHED, tracked()) == []


def test_no_file_names_a_folder_of_one_machine() -> None:
    assert _found(ONE_MACHINE, tracked()) == []


def test_no_file_names_a_package_store() -> None:
    assert _found(STORES, tracked()) == []


@pytest.mark.parametrize("name", ["tools", "run", "test"])
def test_a_lock_holds_digests_and_no_address(name: str) -> None:
    lock = (ROOT / "requirements" / f"{name}.lock").read_text()
    assert "--hash=sha256:" in lock
    assert "://" not in lock
    assert "index-url" not in lock


def test_both_locks_name_the_same_versions() -> None:
    pinned = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)
    run = dict(pinned.findall((ROOT / "requirements/run.lock").read_text()))
    test = dict(pinned.findall((ROOT / "requirements/test.lock").read_text()))
    assert {name: test.get(name) for name in run} == run


def test_no_signals_are_used() -> None:
    assert _found(SIGNALS, tracked("src/*.py")) == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    nothing = {"utils", "helpers", "common", "misc", "manager", "managers", "base", "util"}
    named = [
        path for path in tracked("src/*.py") if {path.stem, *path.relative_to(ROOT).parts} & nothing
    ]
    allowed = {
        ROOT / "src/motcua/config/settings/base.py",
        ROOT / "src/motcua/database/sqlite/base.py",
    }
    assert set(named) - allowed == set()


def test_templates_are_clean_at_their_edges() -> None:
    """No tool formats them: djLint's formatter glues conditional attributes together."""
    untidy = [
        str(path.relative_to(ROOT))
        for path in tracked("src/*.html")
        if re.search(r"\t|[ \t]+$|\r", path.read_text(), re.MULTILINE)
        or not path.read_text().endswith("\n")
    ]
    assert untidy == []
