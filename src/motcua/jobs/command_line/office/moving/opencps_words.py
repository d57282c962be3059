"""How the command line words what was found in an export of OpenCPS."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from motcua.jobs.command_line.speech import either
from motcua.jobs.moving.opencps.content import Finding, Found

Pair = tuple[str, str]
SHOWN_MAX: Final = 10

FOUND: Final[dict[Found, Pair]] = {
    Found.FILE_NOT_TAKEN: (
        "Tệp không có chỗ nhận ở đây (cấu hình màn hình, thông báo, danh bạ…), bỏ qua",
        "Files that have no place here (screens, notices, directories…), left out",
    ),
    Found.ROWS_NOT_UNDERSTOOD: (
        "Dòng JSON không hiểu được (không đủ tên cột, hoặc bước không ghi serviceProcessId), bỏ qua",
        "JSON rows that are not understood (columns missing, or steps without serviceProcessId), left out",
    ),
    Found.CODE_TWICE: (
        "Mã có nhiều lần; chỉ nhận lần đầu",
        "Codes that come more than once; only the first is taken",
    ),
    Found.LOCAL_CODE: (
        "Mã riêng của tỉnh; chỉ nhận khi có --place TỈNH",
        "Codes of a province's own; taken only with --place PROVINCE",
    ),
    Found.HTML_TAKEN_OFF: ("Chữ có thẻ HTML, đã bỏ thẻ", "Texts with HTML, which was taken off"),
    Found.UNIT_UNKNOWN: (
        "Đơn vị thời hạn lạ (OpenCPS: 0 = ngày, 1 = giờ); KHÔNG nhận số, chỉ giữ lời",
        "Unknown unit of the time limit (OpenCPS: 0 = days, 1 = hours); the number is NOT taken, the words are",
    ),
    Found.LIMITS_DIFFER: (
        "Các quy trình của một thủ tục hứa thời hạn khác nhau; KHÔNG tự chọn, người quyết định",
        "Processes of one procedure promise different limits; none is chosen, a person decides",
    ),
    Found.LIMIT_MISSING: (
        "Quy trình không ghi thời hạn; chỉ giữ lời",
        "The process states no limit; only the words are kept",
    ),
    Found.FEE_TO_CHECK: (
        "Phí, lệ phí chỉ là lời: giữ làm ghi chú, KHÔNG thu theo; đọc rồi nhập ở danh mục",
        "Fees are words: kept as notes, NOT charged; read them and enter them in the catalogue",
    ),
    Found.PAPERS_AS_TEXT: (
        "Thành phần hồ sơ chỉ có dạng lời, không thành danh sách: nhập tay",
        "Papers are told in words only, not as a list: enter them by hand",
    ),
    Found.PROCESS_MISSING: (
        "Không thấy quy trình của thủ tục trong các tệp: không có thời hạn",
        "The procedure's process is not among the files: no limit",
    ),
    Found.TEXT_WITHOUT_PLACE: (
        "Mục chưa có chỗ trong danh mục (trình tự, cách thức, điều kiện): không nhập",
        "Texts that the catalogue has no place for (how, where, conditions): not imported",
    ),
    Found.STEP_UNKNOWN: (
        "Thao tác trỏ tới bước không có trong quy trình",
        "Actions that point to steps their process does not have",
    ),
    Found.DAY_UNREADABLE: ("Ngày không đọc được, bỏ qua", "Days that cannot be read, left out"),
    Found.DAY_CONTRADICTED: (
        "Một ngày vừa nghỉ vừa làm bù: KHÔNG nhận, người quyết định",
        "Days told both off and worked: NOT taken, a person decides",
    ),
    Found.DAY_TWICE: ("Ngày ghi nhiều lần, nhận một", "Days told more than once, taken once"),
    Found.DAY_KIND_UNKNOWN: (
        "Loại ngày lạ (OpenCPS: 0 = nghỉ, 1 = làm bù), bỏ qua",
        "Unknown kinds of day (OpenCPS: 0 = off, 1 = worked), left out",
    ),
    Found.DAY_PAST: ("Ngày đã qua, không cần nữa", "Days that are over, not needed"),
    Found.HOURS_UNREADABLE: (
        "Giờ làm không đọc được: KHÔNG nhận cả tuần làm việc",
        "Hours that cannot be read: the whole week is NOT taken",
    ),
    Found.HOURS_TWICE: (
        "Một thứ trong tuần có hai giờ làm khác nhau: KHÔNG nhận cả tuần làm việc",
        "A weekday with two different hours: the whole week is NOT taken",
    ),
    Found.WEEKDAY_UNKNOWN: (
        "Thứ lạ (OpenCPS: 1 = Chủ nhật … 7 = thứ Bảy): KHÔNG nhận cả tuần làm việc",
        "Unknown weekday (OpenCPS: 1 = Sunday … 7 = Saturday): the whole week is NOT taken",
    ),
}
UNREADABLE: Final[dict[str, Pair]] = {
    "cannot-be-opened": ("không mở được", "cannot be opened"),
    "too-large": ("quá lớn", "is too large"),
    "not-json": ("không phải JSON đúng", "is no proper JSON"),
    "not-xml": ("không phải XML hay JSON đúng", "is no proper XML or JSON"),
    "document-type": (
        "có khai báo DOCTYPE; tệp xuất thật không có, nên không đọc",
        "declares a DOCTYPE; a real export has none, so it is not read",
    ),
    "too-deep": ("lồng quá sâu", "is nested too deeply"),
}


class Report:
    """What is told: the beginning of each list to the person, all of it to the file."""

    def __init__(self) -> None:
        self._all: list[str] = []

    def say(self, vi: str, en: str) -> None:
        line = either(vi, en)
        self._all.append(line)
        print(line, flush=True)

    def list(self, vi: str, en: str, lines: Iterable[str]) -> None:
        """A title with its number of lines, and the lines."""
        told = list(lines)
        self.say(f"{vi}: {len(told)}", f"{en}: {len(told)}")
        self._all += [f"    {line}" for line in told]
        for line in told[:SHOWN_MAX]:
            print(f"    {line}")
        if len(told) > SHOWN_MAX:
            print(f"    … +{len(told) - SHOWN_MAX}")

    def findings(self, findings: Iterable[Finding]) -> None:
        """By what was found, in the order of the table above."""
        grouped: dict[Found, list[str]] = defaultdict(list)
        for one in dict.fromkeys(findings):
            grouped[one.what].append(f"{one.about}: {one.detail}" if one.detail else one.about)
        for what, (vi, en) in FOUND.items():
            if grouped[what]:
                self.list(f"! {vi}", f"! {en}", grouped[what])

    def write(self, path: Path) -> None:
        path.write_text("\n".join([*self._all, ""]), encoding="utf-8")
