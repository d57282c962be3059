"""`./motcua export [--with-secrets] TARGET`: all that the office owns, in a folder or one .tar.gz;
`./motcua export dossiers …`: the dossiers of a period; `./motcua export list …`: a list of an officer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from motcua.audit.log import note
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.office.dossiers import exporting, exporting_list
from motcua.jobs.command_line.office.moving.moving_words import (
    Telling,
    explain,
    tell_content,
    tell_secrets,
)
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either, say
from motcua.jobs.moving.packing import pack
from motcua.kernel.clock import now
from motcua.kernel.refusal import Refusal


def run(argv: list[str]) -> int:
    """0 when it is written. The first word may say what is exported; without one, everything."""
    sort = SORTS.get(argv[0]) if argv else None
    return sort(argv[1:]) if sort else export_office(argv)


def export_office(argv: list[str]) -> int:
    """Noted in the access log before it is read, so that the parcel tells of it too."""
    parser = Asker(prog="./motcua export")
    parser.add_argument(
        "target", help=either("thư mục, hoặc TÊN.tar.gz", "a folder, or NAME.tar.gz")
    )
    parser.add_argument(
        "--with-secrets",
        action="store_true",
        help=either(
            "kèm mật khẩu (dạng băm), xác thực hai lớp, mã truy cập API",
            "with password hashes, second factors, API tokens",
        ),
    )
    asked = parser.parse_args(argv)
    target, at = Path(asked.target), now()
    try:
        if not target.exists():
            detail = {"with_secrets": asked.with_secrets}
            note(operator("export"), at, "office.exported", detail=detail)
        manifest = pack(target, at=at, with_secrets=asked.with_secrets, progress=Telling())
    except Refusal as refusal:
        return explain(refusal)
    except OSError as fault:
        return complain(
            f"Không ghi được {target}: {fault.strerror}. Hãy chọn nơi khác còn chỗ.",
            f"{target} cannot be written: {fault.strerror}. Choose another place with room.",
        )
    say(f"✓ Đã xuất ra {target}.", f"✓ Exported to {target}.")
    tell_content(manifest)
    tell_secrets(manifest)
    return 0


SORTS: Final[dict[str, Callable[[list[str]], int]]] = {
    "office": export_office,
    "dossiers": exporting.run,
    "list": exporting_list.run,
}
