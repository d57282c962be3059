"""A batch door as a program uses it: a line of JSON in, a line of JSON out."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

from motcua.jobs.batch import lines

Line = dict[str, Any]


def through(door: Callable[[Line], Line], line: Line) -> Line:
    """What the door writes for one line."""
    target = BytesIO()
    lines.run(door, BytesIO(json.dumps(line).encode() + b"\n"), target)
    told = json.loads(target.getvalue())
    assert isinstance(told, dict)
    return told
