"""What is known of a dossier when a step ends: what the conditions of a process can look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

KNOWN_PATHS: Final = ("channel", "online", "outside_territory", "decision", "variant", "way")
"""Besides these: whatever the declaration asks, by the paths of its form."""


@dataclass(frozen=True, slots=True)
class Known:
    """`values` by path; `declared` are the answers of the declaration as they were kept."""

    today: date
    values: Mapping[str, Any] = field(default_factory=dict)
    declared: Mapping[str, Any] = field(default_factory=dict)

    def one(self, path: str) -> Any:
        """The value at a path, of the dossier first, then of its declaration; None where there is none."""
        if path in self.values:
            return self.values[path]
        found: Any = self.declared
        for part in path.split("."):
            if not isinstance(found, Mapping) or part not in found:
                return None
            found = found[part]
        return None if isinstance(found, Mapping | list) else found

    def many(self, path: str) -> Sequence[Any]:
        """The values of one field in all items of a repeat; of a repeat itself, one for each item."""
        first, _dot, rest = path.partition(".")
        items = self.declared.get(first)
        if not isinstance(items, list):
            return ()
        if not rest:
            return (True,) * len(items)
        found = (item.get(rest) for item in items if isinstance(item, Mapping))
        return tuple(one for one in found if one is not None)
