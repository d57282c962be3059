"""The door for the workers of the web server that `./motcua run` starts: they end when it ends.

Killed outright, the server cannot tell its workers to stop; without this they would go on for ever,
holding the port beside those of the server that is started next.
"""

from __future__ import annotations

import os
import signal

from django.core.wsgi import get_wsgi_application

from motcua.jobs.processes import die_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings.local")
application = get_wsgi_application()
_ask = die_with_parent(signal.SIGKILL)
if _ask is not None:
    _ask()
