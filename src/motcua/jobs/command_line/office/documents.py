"""`./motcua documents verify`: every file read again; those missing, altered or known to nobody named."""

from __future__ import annotations

from motcua.documents.verification import FileFlaw, file_flaws
from motcua.jobs.command_line.speech import complain, say

KINDS = {
    "missing": ("bị mất, hãy khôi phục từ bản sao lưu", "missing; restore it from a backup"),
    "altered": (
        "nội dung bị sửa, hãy khôi phục từ bản sao lưu",
        "its content was altered; restore it from a backup",
    ),
    "unreferenced": (
        "không có trong cơ sở dữ liệu (còn lại sau một lần gửi dở hoặc khôi phục)",
        "not in the database (left by an unfinished upload or a restoration)",
    ),
}
HARMLESS = frozenset({"unreferenced"})


def run(argv: list[str]) -> int:
    """0 when every known file is there and unaltered; 1 when one is not."""
    if argv != ["verify"]:
        return complain("Cách dùng: ./motcua documents verify", "Usage: ./motcua documents verify")
    counts = {"flaws": 0, "unreferenced": 0}
    for flaw in file_flaws():
        _name(flaw)
        counts["unreferenced" if flaw.kind in HARMLESS else "flaws"] += 1
    if counts["flaws"]:
        return complain(
            f"Có {counts['flaws']} tệp hồ sơ mất hoặc bị sửa.",
            f"{counts['flaws']} files of dossiers are missing or altered.",
        )
    rest = counts["unreferenced"]
    say(
        f"✓ Tệp hồ sơ nguyên vẹn{f'; {rest} tệp không ai dùng' if rest else ''}.",
        f"✓ The files are whole{f'; {rest} unreferenced' if rest else ''}.",
    )
    return 0


def _name(flaw: FileFlaw) -> None:
    vi, en = KINDS[flaw.kind]
    complain(f"{flaw.what}: {vi}", f"{flaw.what}: {en}")
