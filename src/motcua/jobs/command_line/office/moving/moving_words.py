"""How the command line words what packing an office, or taking it in, tells and refuses."""

from __future__ import annotations

import sys
import time
from typing import Final

from motcua.jobs.command_line.speech import complain, either, say
from motcua.jobs.moving.manifest import Manifest
from motcua.kernel.refusal import Refusal

Pair = tuple[str, str]
TELL_SECONDS: Final = 5.0
NAMES_MAX: Final = 5
DIGITS_SHOWN: Final = 16

_WORDS: Final[dict[str, Pair]] = {
    "parcel-exists": (
        "{file} đã có; hãy chọn tên khác, không ghi đè.",
        "{file} exists; choose another name, nothing is overwritten.",
    ),
    "parcel-unreadable": (
        "Không đọc được gói dữ liệu, ở {file}: {detail}. Hãy chép lại gói từ nơi xuất.",
        "The parcel cannot be read, at {file}: {detail}. Copy it again from where it was made.",
    ),
    "parcel-damaged": (
        "{file} trong gói không còn đúng như lúc xuất (sai mã băm). Chưa nhập gì; hãy chép lại gói.",
        "{file} of the parcel is not what was packed (its digest differs). Nothing was taken in; copy it again.",
    ),
    "parcel-ahead": (
        "Gói được xuất từ bản mới hơn ({names}). Hãy nâng cấp bản này rồi nhập lại.",
        "The parcel was made by a newer version ({names}). Update this one and try again.",
    ),
    "parcel-behind": (
        "Gói được xuất từ bản cũ hơn (thiếu {names}). Hãy nâng cấp nơi xuất rồi xuất lại, hoặc cài đúng bản"
        " cũ ở đây, nhập xong mới nâng cấp.",
        "The parcel was made by an older version (it lacks {names}). Update where it was made and export"
        " again, or install that version here, import, and update after.",
    ),
    "office-not-empty": (
        "Nơi này đã có dữ liệu ({table}: {rows} dòng). Chỉ nhập được vào nơi còn trống: đặt MOTCUA_DATA (hoặc"
        " DATABASE_URL) sang chỗ mới, và đừng chạy ./motcua run trước khi nhập.",
        "There is data here already ({table}: {rows} rows). Only an empty installation takes an office in:"
        " point MOTCUA_DATA (or DATABASE_URL) to a new place, and do not type ./motcua run before.",
    ),
    "rows-refused": (
        "Cơ sở dữ liệu không nhận bảng {table}: {detail}\nChưa nhập gì.",
        "The database does not take the table {table}: {detail}\nNothing was taken in.",
    ),
    "rows-differ": (
        "Bảng {table} đọc lại không giống trong gói. Chưa nhập gì; xin báo cho nhóm phát triển.",
        "The table {table} does not read back as packed. Nothing was taken in; please report it.",
    ),
}


def explain(refusal: Refusal) -> int:
    """One sentence; the exit code of a failure."""
    code, params = refusal.code, dict(refusal.params)
    if code == "parcel-of-other-version":
        code = "parcel-ahead" if params["ahead"] else "parcel-behind"
        params = {"names": _some(params["ahead"] or params["behind"])}
    vi, en = _WORDS[code]
    return complain(vi.format(**params), en.format(**params))


def _some(names: list[str]) -> str:
    more = f" … +{len(names) - NAMES_MAX}" if len(names) > NAMES_MAX else ""
    return ", ".join(names[:NAMES_MAX]) + more


class Telling:
    """Says how far a long work has come: on one line at a terminal, now and then elsewhere."""

    def __init__(self) -> None:
        self._told_at = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        at_terminal = sys.stderr.isatty()
        if not at_terminal and time.monotonic() - self._told_at < TELL_SECONDS:
            return
        self._told_at = time.monotonic()
        end = "\r" if at_terminal and done != total else "\n"
        words = either("dòng", "rows")
        print(f"• {done}/{total} {words}", end=end, file=sys.stderr, flush=True)


def tell_content(manifest: Manifest) -> None:
    """What is in a parcel, with the ends of its chains: to be compared on both sides."""
    tables, rows, files = len(manifest.tables), manifest.rows, manifest.files.rows
    say(
        f"  {tables} bảng, {rows} dòng, {files} tệp; lúc {manifest.made_at}",
        f"  {tables} tables, {rows} rows, {files} files; as of {manifest.made_at}",
    )
    for chain in manifest.chains:
        short = str(chain["last_digest"])[:DIGITS_SHOWN]
        say(
            f"  sổ cái {chain['name']}: {chain['last_seq']} dòng, cuối chuỗi {short}",
            f"  ledger {chain['name']}: {chain['last_seq']} facts, ending in {short}",
        )
    if manifest.missing_files:
        names, count = _some(manifest.missing_files), len(manifest.missing_files)
        say(
            f"  ! {count} tệp không còn hoặc đã bị sửa ở nơi xuất: {names}",
            f"  ! {count} files were gone or altered where it was made: {names}",
        )


def tell_secrets(manifest: Manifest) -> None:
    """Whether accounts can be used as they are, and what to do if not."""
    if manifest.with_secrets:
        say(
            "  ! Gói có cả mật khẩu (dạng băm), khóa xác thực hai lớp và mã truy cập API: giữ như giữ két."
            " Xác thực hai lớp chỉ dùng được khi nơi mới có cùng SECRET_KEY (tệp secret-key).",
            "  ! The parcel holds password hashes, second factors and API tokens: guard it like a safe."
            " Second factors work only where SECRET_KEY (the file secret-key) is the same.",
        )
        return
    left_out = ", ".join(f"{name} ({rows})" for name, rows in sorted(manifest.withheld.items()))
    say(
        f"  Không kèm bí mật: {left_out}. Sau khi nhập, mọi tài khoản đều khóa mật khẩu; đặt lại từng người:"
        " ./motcua officer reset-password --username …",
        f"  Without secrets: {left_out}. After the import every account is closed until its password is set:"
        " ./motcua officer reset-password --username …",
    )
