"""`./motcua fix`: what the tools can put right by themselves."""

from __future__ import annotations

import subprocess
import sys

from motcua.jobs.quality.places import ROOT

TOOLS = (["ruff", "check", "--fix", "."], ["ruff", "format", "."])


def run(argv: list[str]) -> int:
    """0 when nothing is left that needs a person."""
    codes = [subprocess.call([sys.executable, "-m", *tool, *argv], cwd=ROOT) for tool in TOOLS]  # noqa: S603
    return max(codes)
