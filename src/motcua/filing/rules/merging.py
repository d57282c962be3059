"""What two devices wrote on one page, put together: the later one counts, answer by answer, and
nothing is passed over in silence. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from motcua.filing.vocabulary import Difference

ABSENT: Any = None


def merge(
    base: Mapping[str, Any], theirs: Mapping[str, Any], mine: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[Difference, ...]]:
    """`base`: what the later device had before it; `theirs`: what the other wrote meanwhile.

    An answer that only one of them changed is taken from that one. Where both changed it to other
    things, `mine` stands, and what was there is told.
    """
    differing: list[Difference] = []
    found = _merged(base, theirs, mine, "", differing)
    return (found if isinstance(found, dict) else {}), tuple(differing)


def _merged(base: Any, theirs: Any, mine: Any, path: str, differing: list[Difference]) -> Any:
    if theirs in (mine, base):
        return mine
    if mine == base:
        return theirs
    if isinstance(theirs, Mapping) and isinstance(mine, Mapping):
        before = base if isinstance(base, Mapping) else {}
        return _by_key(before, theirs, mine, path, differing)
    differing.append(Difference(path=path, theirs=theirs))
    return mine


def _by_key(
    base: Mapping[str, Any],
    theirs: Mapping[str, Any],
    mine: Mapping[str, Any],
    path: str,
    differing: list[Difference],
) -> dict[str, Any]:
    keys = [*mine, *(key for key in theirs if key not in mine)]
    found = {
        key: _merged(
            base.get(key, ABSENT),
            theirs.get(key, ABSENT),
            mine.get(key, ABSENT),
            f"{path}.{key}" if path else key,
            differing,
        )
        for key in keys
    }
    return {key: value for key, value in found.items() if value is not ABSENT}
