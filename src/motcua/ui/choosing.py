"""Rows ticked in a `checklist_table`: what is chosen, and whether the reader only asks to tick all or none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict


@dataclass(frozen=True, slots=True)
class Chosen:
    """The ticked values that were on offer, in the order offered; `only_ticking`: nothing is to be done yet."""

    values: tuple[str, ...]
    only_ticking: bool


def chosen_of(sent: QueryDict, offered: Iterable[object], *, name: str = "chosen") -> Chosen:
    """What `sent` chooses among `offered`; a value that was not on offer is passed over."""
    known = tuple(dict.fromkeys(str(value) for value in offered))
    wish = sent.get("select", "")
    if wish in {"all", "none"}:
        return Chosen(known if wish == "all" else (), only_ticking=True)
    ticked = set(sent.getlist(name))
    return Chosen(tuple(value for value in known if value in ticked), only_ticking=False)
