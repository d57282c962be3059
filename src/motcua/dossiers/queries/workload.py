"""How much each officer has in hand, for whoever gives work out."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count

from motcua.dossiers.models import Dossier


def open_counts(holding_ids: Collection[int]) -> dict[int, int]:
    """Open dossiers of each of these positions; those without any are left out. One query
    (dossier_assignee_due)."""
    open_ones = Dossier.objects.filter(assignee__in=list(holding_ids), ended_at__isnull=True)
    counted = open_ones.values_list("assignee").annotate(count=Count("id"))
    return {holding_id: count for holding_id, count in counted if holding_id is not None}
