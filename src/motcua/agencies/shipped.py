"""The agencies the product brings along: an office of today, and a district of 2020 with its communes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

DATA = Path(__file__).parent / "data"
SAMPLE_AGENCY = "xa-gia-lam"
SAMPLE_JOB = "demo"
"""Under what name the sample office is put up: by it everybody knows that its figures are made up."""
"""The two-tier commune whose centre is the sample office."""


def shipped_today() -> Any:
    """The two-tier commune of today and its province, as `import_agencies` takes them."""
    return orjson.loads((DATA / "two_tier_gia_lam.json").read_bytes())


def shipped_vertical() -> Any:
    """Agencies of vertical sectors that send officers to the desk of the sample office."""
    return orjson.loads((DATA / "vertical_gia_lam.json").read_bytes())


def shipped_of_2020() -> Any:
    """The three-level district of 2020, its 22 communes and who came after them."""
    return orjson.loads((DATA / "three_level_gia_lam_2020.json").read_bytes())
