"""From a finished content to a row: opened, moved under its digest, written down, looked through.

In that order, so that a crash leaves at most a file without a row, which the next sender of the
same content or `motcua documents verify` finds; never a row without its file.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from motcua.documents.commands.scanning import scan_file
from motcua.documents.inspecting.contents import inspect
from motcua.documents.models import FileScan, StoredFile
from motcua.documents.queries.files import rows_with_names
from motcua.documents.rules.naming import named_for
from motcua.documents.storage import keep
from motcua.documents.vocabulary import StoredFileRow


def keep_content(source: Path, name: str, at: datetime) -> tuple[StoredFile, str]:
    """The row of a content and the name it is shown under. `source` lies in the folder of files
    already and is moved to its place there.

    Refusals: all about a content (`rules.refusals`).
    """
    media_type = inspect(source, name)
    size = source.stat().st_size
    digest = keep(source)
    values = {"size": size, "media_type": str(media_type), "stored_at": at}
    stored, _is_new = StoredFile.objects.get_or_create(digest=digest, defaults=values)
    if not FileScan.objects.filter(file=stored).exists():
        scan_file(stored, at)
    return stored, named_for(name, media_type)


def row_of(stored: StoredFile, *, name: str, token: str) -> StoredFileRow:
    return rows_with_names([(stored, name, token)])[0]
