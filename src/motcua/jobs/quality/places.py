"""Where the checkout is. Tools are run from its root, whatever folder the person stands in."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
CORES = len(os.sched_getaffinity(0))
