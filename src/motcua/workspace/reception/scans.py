"""Scans that came with a reception become files of the dossier right after it."""

from __future__ import annotations

import re

from motcua.documents.vocabulary import StoredFileRow
from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.upkeep import attach_file
from motcua.dossiers.inputs import Attach
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.vocabulary import FileKind
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted

NUMBER = re.compile(r"\s*0*(\d{1,3})(?!\d)")


def attach_scans(asked: Asked, rows: tuple[StoredFileRow, ...], *, papers: int) -> list[str]:
    """Attach each; gives a sentence for each that could not be. The dossier itself stands."""
    told = []
    for row in rows:
        given = Attach(
            digest=row.digest,
            name=row.name,
            media_type=str(row.media_type),
            size=row.size,
            kind=FileKind.PAPER,
            paper_position=paper_meant(row.name, papers),
        )
        try:
            attach_file(asked, given)
        except (NotPermitted, NotFound):
            raise
        except Refusal as refusal:
            told.append(f"{row.name}: {sentence(refusal)}")
    return told


def paper_meant(name: str, papers: int) -> int | None:
    """Of which paper a file is a scan: the only one, else the one whose number its name begins with."""
    if papers == 1:
        return 0
    found = NUMBER.match(name)
    number = int(found.group(1)) if found else 0
    return number - 1 if 1 <= number <= papers else None
