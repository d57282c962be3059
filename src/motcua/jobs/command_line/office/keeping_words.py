"""How the command line words what a backup or a restoration refuses."""

from __future__ import annotations

from motcua.jobs.command_line.speech import complain
from motcua.kernel.refusal import Refusal

_WORDS = {
    "backup-unsound": (
        "Tệp {file} không phải bản sao lưu nguyên vẹn: {detail}",
        "{file} is not a sound backup: {detail}",
    ),
    "backup-exists": (
        "Tệp {file} đã có; hãy chọn tên khác, không ghi đè.",
        "{file} exists; choose another name, nothing is overwritten.",
    ),
    "tool-missing": (
        "Máy này chưa có {tool}. Hãy gõ:  sudo apt-get install -y postgresql-client",
        "This machine has no {tool}. Type:  sudo apt-get install -y postgresql-client",
    ),
    "tool-failed": (
        "{tool} báo lỗi: {detail}\nPhiên bản khác: đặt MOTCUA_PG_BIN là thư mục bin của PostgreSQL đúng phiên bản.",
        "{tool} said: {detail}\nAnother version: set MOTCUA_PG_BIN to the bin folder of the right PostgreSQL.",
    ),
}


def explain(refusal: Refusal) -> int:
    vi, en = _WORDS[refusal.code]
    return complain(vi.format(**refusal.params), en.format(**refusal.params))
