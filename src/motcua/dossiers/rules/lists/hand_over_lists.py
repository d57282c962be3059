"""Which way a hand-over list goes."""

from __future__ import annotations

from enum import StrEnum

from motcua.kernel.refusal import Refusal

LISTED_MAX = 200


class ListKind(StrEnum):
    """Dossiers from the desk to a unit, or results from a unit to the desk."""

    DOSSIERS = "DOSSIERS"
    RESULTS = "RESULTS"


class NothingListed(Refusal):
    """A hand-over list has at least one line, and all its lines may be listed."""

    code = "nothing-listed"
