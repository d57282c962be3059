"""`./motcua docs [--check]`: the reference pages made anew from the code, or only compared with it."""

from __future__ import annotations

from motcua.jobs.command_line.speech import complain, say
from motcua.jobs.reference import pages


def run(argv: list[str]) -> int:
    """0 when the pages are those of the code."""
    if "--check" not in argv:
        changed = pages.write()
        say(f"✓ Đã viết {len(changed)} trang.", f"✓ {len(changed)} pages written.")
        return 0
    stale = ", ".join(pages.stale())
    if stale:
        return complain(
            f"Trang cũ: {stale}. Gõ ./motcua docs", f"Stale pages: {stale}. Type ./motcua docs"
        )
    say("✓ Các trang tham chiếu khớp mã nguồn.", "✓ The reference pages match the code.")
    return 0
