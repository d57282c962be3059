"""The proof of the files: what is known is on the disk and unaltered, and nothing else is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from motcua.documents.models import StoredFile
from motcua.documents.queries.files import stored_digests
from motcua.documents.storage import (
    DIGEST,
    PARTIAL,
    digest_at,
    files_root,
    kept_places,
    place_of,
)

ASKED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class FileFlaw:
    """`kind`: missing, altered or unreferenced. `what`: the digest, or the place of what nobody knows."""

    kind: str
    what: str


def file_flaws() -> Iterator[FileFlaw]:
    """Every flaw; reads every byte. Files on their way in (`.partial`) are none."""
    for digest in stored_digests():
        kind = _state_of(digest)
        if kind:
            yield FileFlaw(kind, digest)
    yield from _unreferenced()


def _state_of(digest: str) -> str:
    try:
        return "" if digest_at(place_of(digest)) == digest else "altered"
    except OSError:
        return "missing"


def _unreferenced() -> Iterator[FileFlaw]:
    """What lies in the folder without a row, or not in its place. A row is asked for last: it may be new."""
    waiting: list[str] = []
    for place in kept_places():
        if place.name.endswith(PARTIAL):
            continue
        if not DIGEST.fullmatch(place.name) or place_of(place.name) != place:
            yield FileFlaw("unreferenced", str(place.relative_to(files_root())))
            continue
        waiting.append(place.name)
        if len(waiting) == ASKED_AT_ONCE:
            yield from _unknown(waiting)
            waiting = []
    yield from _unknown(waiting)


def _unknown(digests: list[str]) -> Iterator[FileFlaw]:
    known = set(StoredFile.objects.filter(digest__in=digests).values_list("digest", flat=True))
    yield from (FileFlaw("unreferenced", digest) for digest in digests if digest not in known)
