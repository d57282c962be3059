"""What a check noticed and a person should look at, without being stopped by it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any


@dataclasses.dataclass(frozen=True, slots=True)
class Doubt:
    """A stable kebab-case `code` with plain `params` for its sentence; `field` names the part to look at."""

    code: str
    field: str | None = None
    params: Mapping[str, Any] = dataclasses.field(default_factory=dict)
