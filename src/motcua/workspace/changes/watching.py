"""What an open page watches: the chain of an agency, or one dossier.

The page carries a signed word that says what it may ask about, made when its reader had the right to see it. So the
asking needs no session: it reads one row, and never keeps an idle session alive. It tells a number and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.core import signing
from django.urls import reverse

from motcua.ledger.queries import last_about, last_of_stream
from motcua.ledger.recording import agency_stream

SALT = "motcua.workspace.changes"
VALID_FOR = timedelta(hours=12)
AGENCY = "agency"
DOSSIER = "dossier"


@dataclass(frozen=True, slots=True)
class Watch:
    """For the page: where to ask, what it shows now (empty: whatever the first answer is), where the news are told."""

    url: str
    stamp: str = ""
    told_url: str = ""


def watch_agency(agency_id: int) -> Watch:
    """Anything that the agency records. Costs the page nothing."""
    return Watch(_address(AGENCY, agency_id))


def watch_dossier(dossier_id: int, code: str, seq: int) -> Watch:
    """One dossier, of which the page shows the facts up to `seq`."""
    told = f"{reverse('workspace:changes', args=[code])}?{urlencode({'since': seq})}"
    return Watch(_address(DOSSIER, dossier_id), str(seq), told)


def _address(kind: str, number: int) -> str:
    word = signing.dumps([kind, number], salt=SALT)
    return f"{reverse('changes:stamp')}?{urlencode({'of': word})}"


def stamp_of(word: str) -> int | None:
    """How far that which the word names has come; None for a word that is not ours or too old. One query."""
    try:
        kind, number = signing.loads(word, salt=SALT, max_age=VALID_FOR)
    except signing.BadSignature:
        return None
    return last_of_stream(agency_stream(number)) if kind == AGENCY else last_about(DOSSIER, number)
