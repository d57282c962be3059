"""Which versions of procedures bear words in their name."""

from __future__ import annotations

from collections.abc import Sequence

from motcua.kernel.words import words_in
from motcua.ledger.caching import kept_by_revision
from motcua.procedures.models import ProcedureVersion


def versions_named(words: Sequence[str]) -> list[int]:
    """The versions, of all times, in whose name these words follow one another; the last may be
    unfinished. No query as long as the catalogue is as it was, else one over its names."""
    looked = f" {' '.join(words)}"
    return [pk for pk, name in _names() if looked in name] if words else []


@kept_by_revision
def _names() -> tuple[tuple[int, str], ...]:
    rows = ProcedureVersion.objects.order_by("id").values_list("id", "name")
    return tuple((pk, f" {' '.join(words_in(name))}") for pk, name in rows)
