"""`./motcua import procedures|agencies|forms|interlinked|office|opencps FILE…`: take a document over and say what
changed. Forms, a whole office, and another system's files have doors of their own."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson

from motcua.agencies.commands.import_agencies import import_agencies
from motcua.jobs.command_line.office.moving import (
    import_forms,
    import_interlinked,
    import_life_events,
    import_office,
    import_opencps,
    import_processes,
)
from motcua.jobs.command_line.office.moving.import_words import explain
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either, say
from motcua.kernel.clock import now
from motcua.kernel.refusal import Refusal
from motcua.procedures.commands.import_catalogue import import_catalogue
from motcua.procedures.wording import refused_words

SHOWN_MAX = 20


def run(argv: list[str]) -> int:
    """0 when every file was taken over whole; 1 when a file or one of its records was refused."""
    if argv and argv[0] in DOORS:
        return DOORS[argv[0]](argv[1:])
    if len(argv) < 2 or argv[0] not in IMPORTERS:
        sorts = "|".join([*IMPORTERS, *DOORS])
        return complain(
            f"Cách dùng: ./motcua import {sorts} TỆP…", f"Usage: ./motcua import {sorts} FILE…"
        )
    return max([_import(IMPORTERS[argv[0]], Path(name)) for name in argv[1:]])


def _import(take_over: Callable[[Any], int], path: Path) -> int:
    print(f"• {path}", flush=True)
    try:
        return take_over(orjson.loads(path.read_bytes()))
    except OSError as fault:
        return complain(
            f"Không đọc được tệp {path}: {_why(fault)}.",
            f"Cannot read the file: {fault.strerror}",
        )
    except orjson.JSONDecodeError as fault:
        return complain(
            f"Tệp không phải JSON: không đọc được từ dòng {fault.lineno}, ký tự {fault.colno}.",
            f"The file is not JSON: {fault}",
        )
    except Refusal as refusal:
        return explain(refusal)


def _why(fault: OSError) -> str:
    """In Vietnamese; the system says it in English only."""
    if isinstance(fault, FileNotFoundError):
        return "không có tệp này"
    if isinstance(fault, PermissionError):
        return "không được phép đọc"
    return "đây là một thư mục" if isinstance(fault, IsADirectoryError) else "máy báo lỗi đọc"


def _procedures(document: Any) -> int:
    report = import_catalogue(
        actor=operator("import"), at=now(), document=document, progress=_progress
    )
    _list(either("mới", "new"), [f"{line.code} {line.name}" for line in report.new])
    _list(
        either("thay đổi", "changed"),
        [
            f"{line.code} {line.name}: {', '.join(one.field for one in line.differences)}"
            for line in report.changed
        ],
    )
    refused = [
        f"{line.code or line.record_id} {line.name}: {refused_words(line)}"
        for line in report.refused
    ]
    _list(either("không nhận", "refused"), refused)
    say(f"  giữ nguyên: {len(report.unchanged)}", f"  unchanged: {len(report.unchanged)}")
    return 1 if report.refused else 0


def _agencies(document: Any) -> int:
    report = import_agencies(actor=operator("import"), at=now(), document=document)
    _list(either("mới", "new"), list(report.new))
    _list(
        either("thay đổi", "changed"),
        [
            f"{slug}: {json.dumps(changes, ensure_ascii=False, default=str)}"
            for slug, changes in report.changed.items()
        ],
    )
    _list(
        either("kế tục", "successions"),
        [f"{before} → {after}" for before, after in report.successions],
    )
    say(f"  giữ nguyên: {report.unchanged}", f"  unchanged: {report.unchanged}")
    return 0


IMPORTERS: dict[str, Callable[[Any], int]] = {"procedures": _procedures, "agencies": _agencies}
DOORS: dict[str, Callable[[list[str]], int]] = {
    "forms": import_forms.run,
    "interlinked": import_interlinked.run,
    "life-events": import_life_events.run,
    "office": import_office.run,
    "opencps": import_opencps.run,
    "processes": import_processes.run,
}


def _list(title: str, lines: list[str]) -> None:
    print(f"  {title}: {len(lines)}")
    for line in lines[:SHOWN_MAX]:
        print(f"    {line}")
    if len(lines) > SHOWN_MAX:
        print(f"    … +{len(lines) - SHOWN_MAX}")


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == total else "\r"
        print(f"  {done}/{total}", end=end, file=sys.stderr, flush=True)
