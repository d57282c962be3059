"""`./motcua lock [UV OPTIONS]`: the versions and digests of all packages, pinned again.

The test lock is held to the run lock, so both always name the same versions. Lock files hold no
addresses: whoever installs chooses where from.
"""

from __future__ import annotations

import subprocess

from motcua.jobs.quality.places import ROOT

UV = ROOT / ".tools" / "bin" / "uv"
OPTIONS = ("--quiet", "--generate-hashes", "--universal", "--no-header", "--python-version", "3.11")
LOCKS = {"tools": (), "run": (), "test": ("--constraints", "requirements/run.lock")}


def run(argv: list[str]) -> int:
    """0 when all three are written."""
    codes = [_lock(name, [*held, *argv]) for name, held in LOCKS.items()]
    return max(codes)


def _lock(name: str, words: list[str]) -> int:
    source, target = f"requirements/{name}.in", f"requirements/{name}.lock"
    print(f"• {target}", flush=True)
    return subprocess.call([UV, "pip", "compile", *OPTIONS, *words, source, "-o", target], cwd=ROOT)  # noqa: S603
