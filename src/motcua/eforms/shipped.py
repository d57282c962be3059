"""The forms that the product brings along: one file for each procedure, in `data`.

{"format": "motcua-eform/1", "procedure": {"scope": "NATIONAL", "code": "1.001193", "place": ""},
 "valid_from": "2025-07-01", "form": {…}}
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import orjson

DATA = Path(__file__).parent / "data"


@cache
def shipped_forms() -> tuple[dict[str, Any], ...]:
    """Every form file, in the order of the names, in the shape that `import_forms` takes."""
    return tuple(orjson.loads(path.read_bytes()) for path in sorted(DATA.glob("*.json")))
