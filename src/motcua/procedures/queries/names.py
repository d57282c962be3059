"""Which versions of procedures bear words in their name, or a code."""

from __future__ import annotations

from collections.abc import Sequence

from motcua.kernel.words import words_in
from motcua.ledger.caching import kept_by_revision
from motcua.procedures.models import ProcedureVersion
from motcua.procedures.rules.search_words import code_key, looks_like_code


def versions_named(words: Sequence[str]) -> list[int]:
    """The versions, of all times, in whose name these words follow one another; the last may be
    unfinished. No query as long as the catalogue is as it was, else one over its names."""
    looked = f" {' '.join(words)}"
    return [pk for pk, name in _names() if looked in name] if words else []


def versions_coded(code: str) -> list[int]:
    """The versions, of all times and places, of exactly this code, typed with dots or without. No query as
    long as the catalogue is as it was, else one over its codes."""
    return list(_codes().get(code_key(code), ())) if looks_like_code(code) else []


@kept_by_revision
def _codes() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    rows = ProcedureVersion.objects.order_by("id").values_list("id", "procedure__code")
    for pk, code in rows:
        found[code_key(code)] = (*found.get(code_key(code), ()), pk)
    return found


@kept_by_revision
def _names() -> tuple[tuple[int, str], ...]:
    rows = ProcedureVersion.objects.order_by("id").values_list("id", "name")
    return tuple((pk, f" {' '.join(words_in(name))}") for pk, name in rows)
