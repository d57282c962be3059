"""Asks once a minute whether the office answers, as a citizen would: the web server, and the database behind it.

Part of the worker that tells citizens. A minute that cannot be written down stays unwritten, and counts as one in
which the office was away.
"""

from __future__ import annotations

import http.client
import logging
import os
from threading import Event
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError, close_old_connections
from django.urls import reverse

from motcua.availability.commands.probing import note_probe
from motcua.availability.publishing import publish
from motcua.kernel import clock

OK = 200
ANSWER_SECONDS_MAX = 10
SECONDS_BETWEEN = 60.0
log = logging.getLogger("motcua.availability")


def probe_on(ended: Event) -> None:
    """Once in each minute until `ended` is set."""
    while not ended.is_set():
        probe()
        ended.wait(SECONDS_BETWEEN - clock.now().second % SECONDS_BETWEEN + 1)


def probe() -> bool:
    """Ask now, write it down, and publish what is announced; whether the office answered."""
    has_answered, at = is_answering(), clock.now()
    close_old_connections()
    try:
        note_probe(at=at, has_answered=has_answered)
        publish(at)
    except DatabaseError:
        log.warning("a minute could not be written down", exc_info=True)
    return has_answered


def is_answering() -> bool:
    """Whether the web server says that it and its database are well."""
    public = urlsplit(settings.PUBLIC_ADDRESS)
    headers = {"Host": public.netloc, "X-Forwarded-Proto": public.scheme}
    host, port = os.environ.get("MOTCUA_HOST", "127.0.0.1"), os.environ.get("PORT", "8000")
    connection = http.client.HTTPConnection(host, int(port), timeout=ANSWER_SECONDS_MAX)
    try:
        connection.request("GET", reverse("portal:health"), headers=headers)
        return connection.getresponse().status == OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
