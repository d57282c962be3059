"""The report of a morning as lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from motcua.jobs.command_line.speech import either

HEADS = ("", "count", "median ms", "p95", "p99", "max", "bytes", "again", "refused")
WIDTHS = (30, 9, 11, 9, 9, 9, 10, 7, 9)


def lines(document: dict[str, Any]) -> list[str]:
    """Requests by kind, then the reckoning."""
    rows = [_row(one) for one in document["requests"]]
    return ["", *(_line(cells) for cells in (HEADS, *rows)), "", *_reckoned(document)]


def _row(one: dict[str, Any]) -> tuple[str, ...]:
    times = (f"{one[name]:,.1f}" for name in ("median_ms", "p95_ms", "p99_ms", "max_ms"))
    counts = (f"{one[name]:,}" for name in ("mean_sent_bytes", "asked_again", "refused"))
    return (one["kind"], f"{one['count']:,}", *times, *counts)


def _reckoned(document: dict[str, Any]) -> list[str]:
    told = document["reckoning"]
    kills = ", ".join(f"{name} {count}" for name, count in sorted(document["kills"].items()))
    yes, no = either("đúng", "right"), either("SAI", "WRONG")
    return [
        *([either(f"Giết đột ngột: {kills}", f"Killed: {kills}")] if kills else []),
        either(
            f"Hồ sơ: gửi {told['sent']}, được báo đã nhận {told['acknowledged']}, có thật {told['found']}, "
            f"mất {len(told['lost'])}, trùng {len(told['doubled'])}",
            f"Dossiers: sent {told['sent']}, acknowledged {told['acknowledged']}, found {told['found']}, "
            f"lost {len(told['lost'])}, doubled {len(told['doubled'])}",
        ),
        either("Sổ cái: ", "Ledger: ") + (yes if told["is_ledger_whole"] else no),
        either("Số liệu: ", "Figures: ") + (yes if told["are_figures_right"] else no),
        either("Lỗi: ", "Errors: ") + str(document["errors_total"]),
        *(f"  {words}" for words in document["errors"]),
    ]


def _line(cells: Sequence[str]) -> str:
    first, *others = zip(cells, WIDTHS, strict=True)
    return "".join([f"{first[0]:<{first[1]}}", *(f"{c:>{w}}" for c, w in others)]).rstrip()
