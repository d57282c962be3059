"""Installations of their own, each with its folder and database, driven by the commands that people type."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.support.checkout import ROOT


@dataclass(frozen=True)
class Installation:
    """A folder of data, and the address of its database ("" = SQLite in that folder)."""

    data: Path
    database: str = ""

    def motcua(self, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """Type a command of the program."""
        return self._run("-m", "motcua", *words, given=given)

    def python(self, code: str) -> str:
        """Carry out a few lines with Django set up; what they print."""
        begin = "import django; django.setup()\n"
        done = self._run("-c", begin + code)
        assert done.returncode == 0, done.stderr
        return done.stdout

    @property
    def environment(self) -> dict[str, str]:
        """What its programs inherit."""
        address = self.database or f"sqlite:///{self.data / 'motcua.sqlite3'}"
        return os.environ | {
            "MOTCUA_DATA": str(self.data),
            "DATABASE_URL": address,
            "DJANGO_SETTINGS_MODULE": "motcua.config.settings.local",
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
            "LANG": "C.UTF-8",
        }

    def _run(self, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *words],
            cwd=ROOT,
            env=self.environment,
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )
