"""Files of these tests lie in a folder of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def exported_files(settings: Any, tmp_path: Path) -> Path:
    settings.EXPORTED_FILES = tmp_path / "exports"
    return tmp_path / "exports"
