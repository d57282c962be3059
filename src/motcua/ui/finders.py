"""The typeface Be Vietnam Pro (OFL) served from its wheel: nothing copied into the repository, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage
from fontpkg_be_vietnam_pro import ROOT

FONT_FOLDER = "fonts"
FONT_FILES = tuple(
    f"BeVietnamPro-{cut}.ttf" for cut in ("Regular", "Italic", "Medium", "SemiBold", "Bold")
)


class TypefaceFinder(BaseFinder):
    """Finds `fonts/BeVietnamPro-*.ttf`: the five cuts the look uses, and no others."""

    def __init__(self) -> None:
        self.storage = FileSystemStorage(location=str(Path(ROOT) / "files"))
        self.storage.prefix = FONT_FOLDER  # type: ignore[attr-defined]
        super().__init__()

    def find(self, path: str, find_all: bool = False, **_kwargs: Any) -> Any:  # noqa: FBT001, FBT002
        folder, _slash, name = path.partition("/")
        known = folder == FONT_FOLDER and name in FONT_FILES
        found = [self.storage.path(name)] if known else []
        return found if find_all else (found[0] if found else [])

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:  # noqa: ARG002
        for name in FONT_FILES:
            yield name, self.storage
