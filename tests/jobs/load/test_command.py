"""A short morning in which programs are killed: nothing acknowledged is lost, nothing is there twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.checkout import ROOT

WORDS = [
    "--database",
    "sqlite",
    "--desks",
    "4",
    "--citizens",
    "6",
    "--seconds",
    "8",
    "--hurry",
    "40",
]


@pytest.mark.slow
def test_a_short_morning_survives_kills(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "motcua", "load", *WORDS, "--kills", "3"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "TMPDIR": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    document = json.loads(done.stdout)
    assert sum(document["kills"].values()) == 3
    reckoning = document["reckoning"]
    assert reckoning["acknowledged"] > 0
    assert reckoning["found"] >= reckoning["acknowledged"]
    assert (reckoning["lost"], reckoning["doubled"]) == ([], [])
    assert document["is_sound"]
    assert document["errors"] == []
    assert list(tmp_path.iterdir()) == []
