"""On what it was measured: without it a figure says nothing."""

from __future__ import annotations

import os
import platform
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

PACKAGES = ("Django", "psycopg", "Jinja2", "orjson", "typst")
SYNCS = 30
BLOCK = b"\0" * 8192


def described() -> dict[str, Any]:
    """Processor, memory, how busy it is, and what one commit to its disk costs."""
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "system": f"{platform.system()} {platform.release()}",
        "load_average": [round(load, 2) for load in os.getloadavg()],
        "fdatasync_ms": _sync_milliseconds(),
    }


def versions() -> dict[str, str]:
    return {"Python": platform.python_version(), **{name: version(name) for name in PACKAGES}}


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()


def _sync_milliseconds() -> float:
    """The median of writing 8 KiB through to the disk of the temporary folder."""
    taken = []
    with tempfile.TemporaryFile() as file:
        for _number in range(SYNCS):
            file.write(BLOCK)
            file.flush()
            started = time.perf_counter()
            os.fdatasync(file.fileno())
            taken.append(time.perf_counter() - started)
    return round(median(taken) * 1000, 3)
