"""Which versions of procedures bear a word in their name."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

from motcua.procedures.models import ProcedureVersion


def versions_named(words: Sequence[str]) -> dict[str, list[int]]:
    """For each folded word the versions, of all times, whose name holds it. One query over the
    catalogue's versions (a few thousand rows); none without words."""
    if not words:
        return {}
    any_of = Q()
    for word in words:
        any_of |= Q(name_key__contains=word)
    found = list(ProcedureVersion.objects.filter(any_of).values_list("id", "name_key"))
    return {word: [pk for pk, name in found if word in name] for word in words}
