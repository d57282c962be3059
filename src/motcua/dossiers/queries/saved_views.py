"""The lists that an officer has named for himself."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.dossiers.models import SavedView
from motcua.kernel.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedViewRow:
    """`query` is the address query of the list."""

    id: int
    name: str
    query: str


def saved_views_of(actor: Actor) -> tuple[SavedViewRow, ...]:
    """One's own only, in their order. One query (`saved_view_one_per_name`)."""
    rows = SavedView.objects.filter(user_id=actor.user_id or 0).order_by("position", "id")
    return tuple(
        SavedViewRow(id=pk, name=name, query=query)
        for pk, name, query in rows.values_list("id", "name", "query")
    )
