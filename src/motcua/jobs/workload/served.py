"""The door of the web server on a clock that was moved (see `place`): for measuring only.
MOTCUA_BENCH_AHEAD says by how many seconds."""

from __future__ import annotations

import os
from datetime import timedelta
from importlib import import_module

from motcua.jobs.serving.door import application

__all__ = ["application"]

# What has tables below it can only be imported once Django stands.
import_module("motcua.jobs.workload.place").move_clock(
    timedelta(seconds=float(os.environ.get("MOTCUA_BENCH_AHEAD", "0")))
)
