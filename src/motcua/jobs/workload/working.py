"""The background worker on a clock that was moved, as `served`: `python -m motcua.jobs.workload.working`."""

from __future__ import annotations

import os
import sys
from datetime import timedelta
from importlib import import_module

from motcua.jobs.command_line import django_ready

if __name__ == "__main__":
    django_ready.prepare()
    seconds = float(os.environ.get("MOTCUA_BENCH_AHEAD", "0"))
    import_module("motcua.jobs.workload.place").move_clock(timedelta(seconds=seconds))
    sys.exit(import_module("motcua.jobs.command_line.office.work").run([]))
