"""Each night every page of the catalogue is drawn once, so that it can be read while the database is away also
where nobody has read it before."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client
from django.urls import reverse

from motcua.kernel.clock import local_day
from motcua.procedures.queries.catalogue import PAGE_ROWS_MAX, CatalogueFilter, catalogue_rows

OK = 200
FIRST = ("portal:home", "portal:procedures", "portal:offices", "portal:help-index")


def draw_ahead(*, at: datetime) -> int:
    """Ask for each page in each language as a stranger would; how many were drawn and so kept on disk."""
    public = urlsplit(settings.PUBLIC_ADDRESS)
    reader = Client(SERVER_NAME=public.hostname or "localhost", raise_request_exception=False)
    paths = [*map(reverse, FIRST), *_procedures(at)]
    drawn = 0
    for language, _name in settings.LANGUAGES:
        reader.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        answers = (reader.get(path, secure=public.scheme == "https") for path in paths)
        drawn += sum(answer.status_code == OK for answer in answers)
    return drawn


def _procedures(at: datetime) -> list[str]:
    """The addresses of all procedures in force."""
    wanted, found, after = CatalogueFilter(day=local_day(at)), [], None
    while True:
        page = catalogue_rows(wanted, after=after, limit=PAGE_ROWS_MAX)
        found += [reverse("portal:procedure", args=[row.code]) for row in page.rows]
        after = page.next_after
        if after is None:
            return found
