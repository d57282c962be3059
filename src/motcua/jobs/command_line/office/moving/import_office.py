"""`./motcua import office FILE`: a parcel made by `./motcua export`, taken into an empty installation."""

from __future__ import annotations

from pathlib import Path

from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.office import ledger
from motcua.jobs.command_line.office.moving.moving_words import (
    Telling,
    explain,
    tell_content,
    tell_secrets,
)
from motcua.jobs.command_line.speech import complain, either, say
from motcua.jobs.moving.opening import opened
from motcua.jobs.moving.taking_in import take_in
from motcua.kernel.refusal import Refusal


def run(argv: list[str]) -> int:
    """0 when all of it is here, equal row by row, and its ledger is whole."""
    parser = Asker(prog="./motcua import office")
    parser.add_argument("file", help=either("thư mục hoặc tệp .tar.gz", "a folder or a .tar.gz"))
    source = Path(parser.parse_args(argv).file)
    if not source.exists():
        return complain(f"Không có {source}.", f"There is no {source}.")
    try:
        with opened(source) as parcel:
            say(f"• {source}", f"• {source}")
            tell_content(parcel.manifest)
            take_in(parcel, progress=Telling())
            manifest = parcel.manifest
    except Refusal as refusal:
        return explain(refusal)
    say(
        "✓ Đã nhập đủ; từng bảng đọc lại giống hệt gói.",
        "✓ All of it is here; each table reads back exactly as packed.",
    )
    tell_secrets(manifest)
    return ledger.run(["verify"])
