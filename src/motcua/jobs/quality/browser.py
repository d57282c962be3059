"""Chromium for the journeys: Debian's own, installed where we may, asked for where we may not."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from motcua.jobs.command_line.speech import complain, say

PLACES = ("chromium", "chromium-browser", "google-chrome")
INSTALL = ["apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core"]


def chromium() -> Path | None:
    """The browser named by MOTCUA_CHROMIUM, or the first that stands in the path."""
    named = os.environ.get("MOTCUA_CHROMIUM")
    found = named or next((path for path in map(shutil.which, PLACES) if path), None)
    return Path(found) if found else None


def ensure_chromium() -> bool:
    """Whether a browser is there, after installing it where we are root on Debian."""
    if chromium():
        return True
    if os.geteuid() == 0 and shutil.which("apt-get"):
        say(
            "• Cài Chromium cho các phép thử trên trình duyệt …",
            "• Installing Chromium for the browser tests …",
        )
        quiet = {
            "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
            "stdout": subprocess.DEVNULL,
        }
        for words in (["apt-get", "update"], INSTALL):
            subprocess.run(words, check=False, **quiet)  # type: ignore[call-overload]  # noqa: S603
        if chromium():
            return True
    typed = "sudo apt-get install -y chromium fonts-noto-core"
    complain(
        f"Không có Chromium, các phép thử trên trình duyệt không chạy được. Hãy gõ:  {typed}",
        f"There is no Chromium, so the browser tests cannot run. Type:  {typed}",
    )
    return False
