"""The groups that the product brings along, in `data/groups.json`, as `import_groups` takes them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import orjson

DATA = Path(__file__).parent / "data"


@cache
def shipped_groups() -> dict[str, Any]:
    document = orjson.loads((DATA / "groups.json").read_bytes())
    assert isinstance(document, dict)
    return document
