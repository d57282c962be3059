"""Which procedure is meant when words came instead of a choice: no script ran, or Enter was quicker."""

from __future__ import annotations

from datetime import datetime

from django.http import QueryDict

from motcua.kernel.actor import Actor
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
from motcua.procedures.queries.catalogue import FoundRow, search, version_row
from motcua.workspace.numbers import whole_number
from motcua.workspace.search import level_of

FOUND_MAX = 8
TEXT_LENGTH_MAX = 200


def is_asked(data: QueryDict) -> bool:
    """Whether there are words to search for: none is chosen, or other words stand beside the choice."""
    text = _text(data)
    return bool(text) and (not data.get("procedure") or _typed_anew(data, text))


def find_meant(data: QueryDict, actor: Actor, at: datetime) -> list[FoundRow] | None:
    """Choose it in `data` when the words leave no doubt (None), else what there is to choose from."""
    text = _text(data)
    hits = search(text, day=local_day(at), level=level_of(actor, at), limit=FOUND_MAX)
    meant = [hit for hit in hits if text in (hit.row.code, plain_words(hit.row.name))]
    if len(hits) == 1 or len(meant) == 1:
        data["procedure"] = str((meant or hits)[0].row.version_id)
        return None
    data["procedure"] = ""
    return list(hits)


def _text(data: QueryDict) -> str:
    return plain_words(data.get("procedure-text", ""))[:TEXT_LENGTH_MAX]


def _typed_anew(data: QueryDict, text: str) -> bool:
    """Whether the text is not the name of what had been chosen before and is still chosen."""
    chosen = data.get("procedure", "")
    if chosen != data.get("procedure-was"):
        return False
    number = whole_number(chosen)
    row = version_row(number) if number is not None else None
    return row is None or text != plain_words(row.name)[:TEXT_LENGTH_MAX]
