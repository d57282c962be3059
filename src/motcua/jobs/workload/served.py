"""The program's own door for the web server, on a clock that was moved (see `place`): for measuring
only. MOTCUA_BENCH_AHEAD says by how many seconds."""

from __future__ import annotations

import os
from datetime import timedelta
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings.local")
application = get_wsgi_application()
import_module("motcua.jobs.workload.place").move_clock(
    timedelta(seconds=float(os.environ.get("MOTCUA_BENCH_AHEAD", "0")))
)
