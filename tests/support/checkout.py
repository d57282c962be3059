"""The files of the checkout: those git knows, or all where there is no git."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = {".git", ".venv", ".tools", "var", "node_modules", "__pycache__"}
LAUNCHER = ROOT / "motcua"


@cache
def tracked(pattern: str = "*") -> list[Path]:
    """Files matching a git pathspec (`src/*.py` reaches into folders), new ones not yet added too."""
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", pattern]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    names = done.stdout.split("\0") if done.returncode == 0 else _walked(pattern)
    return [ROOT / name for name in sorted(filter(None, names)) if (ROOT / name).is_file()]


def _walked(pattern: str) -> list[str]:
    paths = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    ours = (path for path in paths if not NOT_OURS & set(path.parts))
    folder, _, end = pattern.rpartition("*")
    return [str(path) for path in ours if str(path).startswith(folder) and str(path).endswith(end)]
