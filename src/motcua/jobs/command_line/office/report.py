"""`./motcua report NAME --agency CODE --from D --to D --format json|xlsx|pdf`: a report as a document.

A closed period is given as it was closed; `--recount` counts it now, `--differences` tells where the
two are not the same. `--close` closes it, for an officer (`--officer NAME`). Without an officer it is
the operator of the machine who asks. Only the document goes to standard output.
"""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import orjson

from motcua.accounts.queries import actor_for_user, any_account, user_id_called
from motcua.api.v1.reporting.showing import difference_out
from motcua.audit.log import note
from motcua.jobs.command_line.asking import EXIT_TYPED_WRONG, Asker
from motcua.jobs.command_line.no_office import say_no_office
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either, say
from motcua.kernel.actor import Actor, Door
from motcua.kernel.clock import now
from motcua.kernel.refusal import Refusal
from motcua.ledger.caching import one_revision
from motcua.reports.commands.close_period import close_period
from motcua.reports.formats import document
from motcua.reports.formats.layout import fault_words
from motcua.reports.queries.building import report
from motcua.reports.queries.closed import closed_of, closed_report
from motcua.reports.queries.differences import differences
from motcua.reports.queries.naming import agency_meant
from motcua.reports.refusal_words import sentence
from motcua.reports.vocabulary import Report, ReportAsked, ReportFormat, ReportName
from motcua.reports.wording import REPORTS

EXIT_FAULTY: Final = 3
_VIETNAMESE_DAY: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)


def run(argv: list[str]) -> int:
    """0 when it is written; 1 when refused; EXIT_FAULTY when its arithmetic does not hold."""
    parser = _parser()
    typed = parser.parse_args(argv)
    if typed.list:
        return _list()
    missing = [name for name in ("name", "agency", "from", "to") if not getattr(typed, name)]
    if missing:
        told = ", ".join(name if name == "name" else f"--{name}" for name in missing)
        parser.print_usage(sys.stderr)
        complain(f"Còn thiếu: {told}.", f"Missing: {told}.")
        return EXIT_TYPED_WRONG
    if not any_account():
        return say_no_office()
    return _carried_out(typed, now())


def _list() -> int:
    for name in ReportName:
        sys.stdout.write(f"{name:<14}{REPORTS[name]}\n")
    return 0


def _carried_out(typed: argparse.Namespace, at: datetime) -> int:
    try:
        with one_revision():
            actor = _actor(typed.officer, at)
            which = _asked(typed)
            if typed.close:
                return _close(actor, at, which)
            if typed.differences:
                return _differences(actor, at, which)
            return _tell(actor, at, which, typed)
    except Refusal as refusal:
        return complain(sentence(refusal), f"{sentence(refusal)} ({refusal.code})")
    except OSError as fault:
        return complain(
            f"Không ghi được {typed.output}: {fault.strerror}. Hãy chọn nơi khác còn chỗ.",
            f"{typed.output} cannot be written: {fault.strerror}. Choose another place with room.",
        )


def _actor(officer: str | None, at: datetime) -> Actor:
    if officer is None:
        return operator("report")
    return actor_for_user(user_id_called(officer), at, Door.COMMAND_LINE)


def _asked(typed: argparse.Namespace) -> ReportAsked:
    return ReportAsked(
        name=ReportName(typed.name),
        agency_id=agency_meant(typed.agency, typed.to),
        from_day=getattr(typed, "from"),
        until_day=typed.to,
        with_subordinates=typed.with_subordinates,
    )


def _tell(actor: Actor, at: datetime, which: ReportAsked, typed: argparse.Namespace) -> int:
    closed = None if typed.recount else closed_of(actor, which)
    if closed is None:
        made = report(actor, which, at=at)
    else:
        made = closed_report(actor, closed.id)
        say("Kỳ này đã chốt: đây là số liệu lúc chốt.", "Closed: as told then.", to=sys.stderr)
    content = document(made, ReportFormat(typed.format))
    if typed.output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        typed.output.write_bytes(content)
    return _checked(made)


def _checked(made: Report) -> int:
    """What does not add up is named; nobody is to trust such a report."""
    for check in made.faults:
        words = fault_words(check, made)
        complain(words, f"{check.identity} {check.row_key}: {check.left} / {check.right}")
    if made.faults:
        return EXIT_FAULTY
    say(
        f"✓ {made.title}: {made.period_words}. Mọi phép kiểm tra đều khớp.",
        f"✓ {made.name}: {made.period.from_day} – {made.period.until_day}. Every check holds.",
        to=sys.stderr,
    )
    return 0


def _close(actor: Actor, at: datetime, which: ReportAsked) -> int:
    made = close_period(actor=actor, at=at, asked=which)
    say(f"✓ Đã chốt. Mã kiểm tra: {made.digest}", f"✓ Closed. Digest: {made.digest}")
    return 0


def _differences(actor: Actor, at: datetime, which: ReportAsked) -> int:
    """One JSON object a number that is another today, with its causes."""
    closed = closed_of(actor, which)
    if closed is None:
        return complain("Kỳ này chưa chốt.", "This period is not closed.")
    found = differences(actor, closed.id, at=at)
    note(actor, at, "report.differences", detail={"closed_id": closed.id})
    for one in found.rows:
        told = difference_out(one, is_complete=found.is_complete)
        sys.stdout.buffer.write(_line(told.model_dump(mode="json")))
    sys.stdout.buffer.flush()
    count = len(found.rows)
    say(f"{count} số khác lúc chốt.", f"{count} numbers differ.", to=sys.stderr)
    if not found.is_complete:
        say(
            f"Danh sách nguyên nhân chưa đủ: mới xem {found.looked_at} hồ sơ.",
            f"Causes may be missing: only {found.looked_at} dossiers were looked at.",
            to=sys.stderr,
        )
    return 0


def _line(values: dict[str, Any]) -> bytes:
    return orjson.dumps(values, option=orjson.OPT_APPEND_NEWLINE)


def read_day(text: str) -> date:
    """`2026-06-14` or `14/06/2026`."""
    found = _VIETNAMESE_DAY.fullmatch(text)
    if found is None:
        return date.fromisoformat(text)
    day, month, year = map(int, found.groups())
    return date(year, month, day)


def read_name(text: str) -> str:
    """`ii06a`, also as the form is called on paper: `II.06a/VPCP/KSTT`."""
    return text.partition("/")[0].replace(".", "").lower()


def _parser() -> Asker:
    parser = Asker(prog="./motcua report")
    parser.add_argument(
        "name", nargs="?", type=read_name, choices=[str(name) for name in ReportName]
    )
    parser.add_argument(
        "--list", action="store_true", help=either("các báo cáo có", "the reports there are")
    )
    code = either("mã định danh hoặc tên ngắn", "identification code or slug")
    parser.add_argument("--agency", metavar="CODE", help=code)
    days = either("ngày dạng 2026-06-14 hoặc 14/06/2026", "a day, 2026-06-14 or 14/06/2026")
    for name in ("--from", "--to"):
        parser.add_argument(name, type=read_day, metavar="D", help=days)
    parser.add_argument("--format", choices=[str(form) for form in ReportFormat], default="json")
    below = either("gồm mọi cơ quan cấp dưới", "with all agencies below")
    parser.add_argument("--with-subordinates", action="store_true", help=below)
    officer = either("lập với quyền của cán bộ này", "with the rights of this officer")
    parser.add_argument("--officer", metavar="NAME", help=officer)
    parser.add_argument("--output", type=Path, metavar="FILE")
    again = either("tính lại, dù kỳ đã chốt", "count now, also where it is closed")
    parser.add_argument("--recount", action="store_true", help=again)
    differing = either(
        "chỗ nay khác lúc chốt, kèm nguyên nhân", "what differs from the closing, and why"
    )
    parser.add_argument("--differences", action="store_true", help=differing)
    closing = either("chốt kỳ này (cần --officer)", "close this period (needs --officer)")
    parser.add_argument("--close", action="store_true", help=closing)
    return parser
