"""`./motcua import opencps FILE… [--do]`: the configuration of an OpenCPS installation, first only shown.

Without `--do` nothing is written but the report and the documents beside it.
"""

from __future__ import annotations

import argparse
from datetime import date, datetime
from pathlib import Path
from typing import Any

import orjson

from motcua.agencies.queries import agency_called
from motcua.dossiers.refusal_words import sentence
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.office.moving.opencps_calendar import take_calendar
from motcua.jobs.command_line.office.moving.opencps_words import UNREADABLE, Report
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either
from motcua.jobs.moving.opencps.content import Export
from motcua.jobs.moving.opencps.files import contents
from motcua.jobs.moving.opencps.procedures import Place, catalogue_document
from motcua.jobs.moving.opencps.processes import process_documents
from motcua.jobs.moving.opencps.reading import count_of, read_export
from motcua.jobs.moving.opencps.refusals import ExportUnreadable
from motcua.kernel.clock import local_day, now
from motcua.kernel.refusal import Refusal
from motcua.procedures.commands.import_catalogue import import_catalogue
from motcua.procedures.queries.import_plan import preview_import
from motcua.procedures.rules.import_report import ImportedVersion
from motcua.procedures.wording import difference_words, refused_words

LEVELS = ("commune", "district", "province", "ministry")
CATALOGUE, PROCESSES, REPORT = (
    "opencps-catalogue.json",
    "opencps-processes.jsonl",
    "opencps-report.txt",
)


def run(argv: list[str]) -> int:
    """0 when all that is understood was taken (or would be); 1 when a record was refused."""
    asked, at, report = _asked(argv), now(), Report()
    day = asked.day or local_day(at)
    try:
        # Before anything is taken: a report that cannot be written is told at once.
        Path(asked.report).mkdir(parents=True, exist_ok=True)
        agency = agency_called(asked.agency, day) if asked.agency else None
        if asked.agency and agency is None:
            return complain(
                f"Không có cơ quan “{asked.agency}”. Nạp trước bằng ./motcua import agencies TỆP.",
                f"There is no agency “{asked.agency}”. First: ./motcua import agencies FILE.",
            )
        export = read_export(pair for name in asked.files for pair in contents(Path(name)))
        where = Place(changes_from=asked.day, place=asked.place, level=asked.level)
        document = catalogue_document(export, where)
        _begin(report, export, is_done=asked.do)
        is_whole = _procedures(report, document, at, asked)
        place = agency.id if agency else None
        take_calendar(report, export, agency_id=place, day=day, at=at, is_done=asked.do)
        _finish(report, export, document, Path(asked.report), is_done=asked.do)
    except OSError as fault:
        return complain(
            f"Không ghi được báo cáo vào {asked.report}: {fault.strerror}.",
            f"The report cannot be written to {asked.report}: {fault.strerror}.",
        )
    except ExportUnreadable as refusal:
        vi, en = UNREADABLE[refusal.params["problem"]]
        return complain(f"{refusal.params['file']} {vi}.", f"{refusal.params['file']} {en}.")
    except Refusal as refusal:
        return complain(sentence(refusal), f"{sentence(refusal)} ({refusal.code})")
    return 0 if is_whole else 1


def _begin(report: Report, export: Export, *, is_done: bool) -> None:
    count = count_of(export)
    report.say(
        f"Đọc được: {count['services']} thủ tục, {count['processes']} quy trình, {count['templates']} mẫu"
        f" thành phần hồ sơ, {count['holidays']} ngày nghỉ hoặc làm bù, {count['hours']} dòng giờ làm.",
        f"Read: {count['services']} procedures, {count['processes']} processes, {count['templates']} lists of"
        f" papers, {count['holidays']} days off or worked, {count['hours']} lines of hours.",
    )
    if not is_done:
        report.say(
            "Xem trước: chưa ghi gì vào cơ sở dữ liệu.",
            "Shown only: nothing is written to the database.",
        )


def _procedures(
    report: Report, document: dict[str, Any], at: datetime, asked: argparse.Namespace
) -> bool:
    """Whether no record was refused. What the catalogue has stays, unless it is to be replaced."""
    shown = preview_import(document=document, at=at)
    kept = () if asked.replace else shown.changed
    staying = {line.record_id for line in kept}
    wanted = [one for one in document["procedures"] if one["id"] not in staying]
    taken = {**document, "procedures": wanted}
    told = (
        import_catalogue(actor=operator("import"), at=at, document=taken)
        if asked.do
        else preview_import(document=taken, at=at)
    )
    report.list("Thủ tục mới", "New procedures", (f"{one.code} {one.name}" for one in told.new))
    report.list("Thủ tục thay đổi", "Changed procedures", map(_changed_line, told.changed))
    if kept:
        report.list(
            "Thủ tục đã có, giữ bản trong danh mục (thay bằng bản OpenCPS: --replace)",
            "Procedures there already, kept as the catalogue has them (OpenCPS's instead: --replace)",
            map(_changed_line, kept),
        )
    report.say(f"Giữ nguyên: {len(told.unchanged)}", f"Unchanged: {len(told.unchanged)}")
    refused = {line.record_id + line.name: line for line in (*shown.refused, *told.refused)}
    report.list(
        "Thủ tục không nhận",
        "Procedures refused",
        (
            f"{one.code or one.record_id} {one.name}: {refused_words(one)}"
            for one in refused.values()
        ),
    )
    return not refused


def _changed_line(line: ImportedVersion) -> str:
    fields = ", ".join(difference_words(one) for one in line.differences)
    return f"{line.code} {line.name}: {fields}"


def _finish(
    report: Report, export: Export, document: object, folder: Path, *, is_done: bool
) -> None:
    """The processes, the findings, and the files to read."""
    processes = list(process_documents(export))
    lines = b"".join(orjson.dumps(one, option=orjson.OPT_APPEND_NEWLINE) for one in processes)
    (folder / PROCESSES).write_bytes(lines)
    (folder / CATALOGUE).write_bytes(orjson.dumps(document, option=orjson.OPT_INDENT_2))
    uneven = [one["id"] for one in processes if one["timed_steps"] and not one["sum_matches_total"]]
    report.say(
        f"Quy trình: {len(processes)}, ghi ở {folder / PROCESSES} để đọc; bản này chưa chạy quy trình nên"
        " không ghi vào cơ sở dữ liệu.",
        f"Processes: {len(processes)}, written to {folder / PROCESSES} to be read; this version runs none, so"
        " none goes into the database.",
    )
    if uneven:
        report.list(
            "! Quy trình có tổng thời gian các bước khác thời hạn chung",
            "! Processes whose steps do not add up to their limit",
            uneven,
        )
    report.findings(export.findings)
    if not is_done:
        report.say(
            "Đúng ý thì gõ lại với --do.", "If this is what you want, type it again with --do."
        )
    report.say(
        f"Báo cáo đầy đủ: {folder / REPORT}; danh mục để sửa tay: {folder / CATALOGUE}.",
        f"The whole report: {folder / REPORT}; the catalogue, to be corrected by hand: {folder / CATALOGUE}.",
    )
    report.write(folder / REPORT)


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = Asker(prog="./motcua import opencps")
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help=either("tệp XML, JSON, ZIP hoặc thư mục", "XML, JSON, ZIP or folder"),
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help=either("thay cả thủ tục đã có trong danh mục", "replace what the catalogue has"),
    )
    parser.add_argument("--do", action="store_true", help=either("ghi thật", "write it"))
    parser.add_argument(
        "--agency",
        default="",
        metavar="SLUG",
        help=either("cơ quan của lịch làm việc", "whose calendar it is"),
    )
    parser.add_argument(
        "--place",
        default="",
        metavar="TỈNH",
        help=either("nơi của mã riêng", "where local codes belong"),
    )
    parser.add_argument(
        "--level",
        default="",
        choices=("", *LEVELS),
        metavar="|".join(LEVELS),
        help=either("cấp của mọi thủ tục trong tệp", "the level of all procedures there"),
    )
    parser.add_argument(
        "--from",
        dest="day",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help=either("ngày bắt đầu của thay đổi và giờ làm", "the first day of changes and hours"),
    )
    parser.add_argument(
        "--report",
        default="opencps-report",
        metavar="FOLDER",
        help=either("thư mục của báo cáo", "where the report goes"),
    )
    return parser.parse_args(argv)
