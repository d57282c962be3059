"""`./motcua figures verify | rebuild | publish`: do stays and tallies say what the facts say; count them
again; count the figures of procedures that everybody may read."""

from __future__ import annotations

import sys

from motcua.dossiers.tallies.proof import TallyFlaw, tally_flaws
from motcua.dossiers.tallies.rebuilding import rebuild_stays
from motcua.jobs.command_line.progress import looked_at
from motcua.jobs.command_line.speech import complain, say
from motcua.kernel.clock import now
from motcua.reports.publishing import publish_figures
from motcua.reports.publishing_promises import publish_promises


def run(argv: list[str]) -> int:
    """0 when they agree, or are counted again; 1 when a difference was named."""
    if argv == ["rebuild"]:
        return _rebuild()
    if argv == ["publish"]:
        return _publish()
    if argv != ["verify"]:
        return complain(
            "Cách dùng: ./motcua figures verify | rebuild | publish",
            "Usage: ./motcua figures verify | rebuild | publish",
        )
    flaws = 0
    for flaw in tally_flaws(looked_at("hồ sơ so với số liệu", "dossiers against figures").passed):
        complain(*words_of(flaw))
        flaws += 1
    if flaws:
        return complain(
            f"Số liệu có {flaws} chỗ không khớp. Đếm lại: ./motcua figures rebuild",
            f"The figures have {flaws} flaws. Count again: ./motcua figures rebuild",
        )
    say("✓ Số liệu khớp với sổ cái.", "✓ The figures agree with the ledger.")
    return 0


def words_of(flaw: TallyFlaw) -> tuple[str, str]:
    """What does not agree, in both languages."""
    if flaw.code:
        return (
            f"{flaw.code}: các chặng xử lý khác sổ cái",
            f"{flaw.code}: its stays differ from the ledger",
        )
    cell = "/".join(map(str, flaw.cell))
    return f"ô số liệu {cell}: khác khi đếm lại", f"tally {cell}: differs when counted again"


def _rebuild() -> int:
    def told(done: int, total: int) -> None:
        say(f"  {done}/{total} hồ sơ", f"  {done}/{total} dossiers", to=sys.stderr)

    count = rebuild_stays(told)
    say(f"✓ Đã đếm lại {count} hồ sơ.", f"✓ Counted {count} dossiers again.")
    return 0


def _publish() -> int:
    at = now()
    count = publish_promises(at=at) + publish_figures(at=at)
    say(
        f"✓ Đã tính lại số liệu công khai: {count} dòng.",
        f"✓ Counted the published figures again: {count} rows.",
    )
    return 0
