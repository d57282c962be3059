"""`./motcua bench` as it is typed: one document, a table, nothing left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.checkout import ROOT


@pytest.mark.slow
def test_the_document_names_machine_versions_and_figures(tmp_path: Path) -> None:
    words = [
        "--sizes",
        "0",
        "--database",
        "sqlite",
        "--part",
        "receiving",
        "--receptions",
        "1",
        "--seconds",
        "0.1",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "motcua", "bench", *words],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "TMPDIR": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    document = json.loads(done.stdout)
    assert {
        "machine",
        "versions",
        "sizes",
        "notes",
        "databases",
        "skipped",
        "not_shown",
        "memory",
        "figures",
        "between_sizes",
    } == document.keys()
    assert [figure["processes"] for figure in document["figures"]] == [1, 4]
    assert all(figure["ours"] > 0 and figure["floor"] > 0 for figure in document["figures"])
    assert b"receive a dossier" in done.stderr
    assert list(tmp_path.iterdir()) == []
