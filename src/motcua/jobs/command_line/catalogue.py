"""Every command of `./motcua`, in one table: its words, its module, what it needs.

`help` and docs/reference/commands.md are made from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_HERE = "motcua.jobs.command_line"


class Group(StrEnum):
    """Under which heading `help` lists a command."""

    OFFICE = "OFFICE"
    BATCH = "BATCH"
    WORKSHOP = "WORKSHOP"


@dataclass(frozen=True, slots=True)
class Command:
    """One word after `./motcua`.

    `needs_django`: set Django up before the module is imported. `needs_tables`: bring the database
    up to date as well; commands that do so themselves, or replace it, do not ask for it.
    """

    name: str
    module: str
    group: Group
    vi: str
    en: str
    usage: str = ""
    needs_django: bool = False
    needs_tables: bool = False

    @property
    def call(self) -> str:
        """What is typed."""
        return f"./motcua {self.name} {self.usage}".rstrip()


def _office(
    name: str, module: str, vi: str, en: str, usage: str = "", *, needs_tables: bool = True
) -> Command:
    place = f"{_HERE}.office.{module}"
    return Command(
        name, place, Group.OFFICE, vi, en, usage, needs_django=True, needs_tables=needs_tables
    )


def _batch(name: str, vi: str, en: str) -> Command:
    return Command(name, f"{_HERE}.batch_doors", Group.BATCH, vi, en, "< FILE.jsonl")


def _workshop(
    name: str, module: str, vi: str, en: str, usage: str = "", *, needs_django: bool = False
) -> Command:
    return Command(name, f"{_HERE}.workshop.{module}", Group.WORKSHOP, vi, en, usage, needs_django)


COMMANDS: tuple[Command, ...] = (
    _office(
        "run",
        "serve",
        "chuẩn bị dữ liệu, nạp văn phòng mẫu (trừ khi --empty) và chạy chương trình",
        "prepare the data, load the sample office (not if --empty) and serve",
        "[--empty]",
        needs_tables=False,
    ),
    _office(
        "worker",
        "work",
        "chỉ chạy phần việc nền (run đã gồm phần này)",
        "run only the background work (run includes it)",
        "[short|long|notices]",
    ),
    _office(
        "migrate",
        "migrate",
        "đưa cơ sở dữ liệu lên bản mới",
        "bring the database up to date",
        needs_tables=False,
    ),
    _office(
        "import",
        "moving.import_catalogue",
        "nạp danh mục thủ tục, cơ quan, biểu mẫu điện tử, quy trình nội bộ, nhóm thủ tục liên thông, sự kiện trong đời hoặc cấu hình OpenCPS, báo những gì thay đổi; nhập cả cơ quan vào nơi còn trống",
        "import procedures, agencies, interactive forms, internal processes, interlinked groups, life events or OpenCPS's configuration and report what changed; take a whole office in",
        "procedures|agencies|forms|processes|interlinked|life-events|office|opencps FILE…",
    ),
    _office(
        "export",
        "moving.export",
        "xuất mọi dữ liệu và tệp của cơ quan ra thư mục hoặc một tệp .tar.gz",
        "export all data and files of the office to a folder or one .tar.gz",
        "[--with-secrets] FOLDER|FILE.tar.gz | dossiers --agency CODE --from D --to D [FILE] "
        "| list dossiers|work|register --officer NAME [FILE]",
    ),
    _office(
        "receive",
        "receive",
        "tiếp nhận một hồ sơ (JSON ở đầu vào chuẩn)",
        "receive one dossier (JSON on standard input)",
        "--officer NAME < DOSSIER.json",
    ),
    _office(
        "act",
        "dossiers.act",
        "thực hiện một việc trên hồ sơ",
        "carry out one act on a dossier",
        "CODE ACT --officer NAME [--given JSON|-]",
    ),
    _office(
        "work",
        "dossiers.work",
        "xem việc đang có, gấp nhất trước",
        "what lies with somebody, the most urgent first",
        "--officer NAME [--table] [FILTERS]",
    ),
    _office(
        "tasks",
        "dossiers.tasks",
        "xem hộp việc; nhận, giao, làm xong, trả lời một việc",
        "see an inbox; take, give out, finish or answer a task",
        "list|do|answer [NUMBER] --officer NAME [--box BOX] [--given JSON|-]",
    ),
    _office(
        "list",
        "dossiers.listing",
        "liệt kê hồ sơ, việc, sổ, biên lai, quỹ, cán bộ (JSON hoặc bảng)",
        "list dossiers, work, a register, receipts, tills, officers (JSON or a table)",
        "dossiers|work|register|receipts|tills|officers --officer NAME [--table] [FILTERS]",
    ),
    _office(
        "report",
        "report",
        "lập báo cáo của một cơ quan trong một kỳ (JSON, XLSX, PDF); chốt kỳ, xem chỗ nay khác lúc chốt",
        "make a report of an agency over a period (JSON, XLSX, PDF); close it, tell what differs since",
        "NAME --agency CODE --from D --to D --format json|xlsx|pdf | --list",
    ),
    _office(
        "till",
        "till",
        "thu phí, lệ phí tại quầy, chốt quỹ và xem quỹ trong ngày",
        "collect fees at the counter, close a till and list the tills of a day",
        "collect|close|list --officer NAME …",
    ),
    _office(
        "certify",
        "counter.certify",
        "vào sổ chứng thực, xem sổ và khóa sổ chứng thực",
        "enter certifications, list and close their registers",
        "enter|list|close --officer NAME …",
    ),
    _office(
        "demo",
        "demo",
        "nạp văn phòng mẫu; thêm năm năm của cả một huyện hoặc một xã để thử với nhiều hồ sơ",
        "load the sample office; add five years of a whole district or commune, to try it with volume",
        "[--size office|commune|district] [--dossiers NUMBER]",
        needs_tables=False,
    ),
    _office(
        "organizations",
        "organizations",
        "xem tổ chức chưa xác minh chủ; xác minh, hoặc thu hồi tài khoản của người không được có",
        "see organizations whose owner is not proved; confirm one, or take its account away",
        "[--tax-code CODE] | --confirm NUMBER | --take-away NUMBER",
    ),
    _office(
        "token",
        "token",
        "cấp mã truy cập API cho một cán bộ; liệt kê, thu hồi",
        "issue an API token to an officer; list and revoke them",
        "--officer NAME [--list|--revoke NUMBER]",
    ),
    _office(
        "officer",
        "officer",
        "thêm cán bộ có tài khoản; khóa, mở, đặt lại mật khẩu, đổi tên",
        "add an officer with an account; close, open, reset a password, rename",
        "add|unlock|reset-password|close|reopen|… --username NAME",
    ),
    _office(
        "notices",
        "notices",
        "xem tin báo cho người dân: đang chờ, không gửi được; cho gửi lại, gửi ngay một lượt, ghi ý muốn nhận",
        "what citizens are told: what waits, what failed; try again, do one round now, keep a wish",
        "[list|retry|once|wish] …",
    ),
    _office(
        "exchange",
        "exchange",
        "trao đổi hồ sơ với nơi liên thông: thẻ của nơi này, thêm nơi kia, xem vì sao tin bị kẹt, gửi lại",
        "exchange dossiers with other installations: our card, add theirs, see why a message is stuck, resend",
        "[card|add|host|release|pause|go-on|resend|renumber|try-again|list|once] …",
    ),
    _office(
        "numbering",
        "numbering",
        "đặt mẫu mã hồ sơ của một cơ quan",
        "set how an agency writes its dossier codes",
        "PATTERN [--agency SLUG] [--from DAY]",
    ),
    _office(
        "succeed",
        "succeed",
        "thử sáp nhập, chia tách cơ quan; có --do thì thực hiện",
        "try a merger or a split of agencies; with --do, carry it out",
        "FILE.json [--do]",
    ),
    _office(
        "ledger",
        "ledger",
        "kiểm tra sổ cái, nêu tên từng dòng bị sửa",
        "verify the ledger, naming every altered row",
        "verify",
    ),
    _office(
        "figures",
        "figures",
        "kiểm tra số liệu báo cáo có khớp sổ cái, đếm lại từ đầu, hoặc tính lại số liệu công khai",
        "check that the figures of reports agree with the ledger, count them again, or count the published figures",
        "verify | rebuild | publish",
    ),
    _office(
        "documents",
        "documents",
        "kiểm tra tệp hồ sơ, nêu tên tệp mất, bị sửa, không ai dùng",
        "verify the files of dossiers, naming those missing, altered or unreferenced",
        "verify",
    ),
    _office(
        "backup",
        "backup",
        "sao lưu cơ sở dữ liệu đang chạy và mọi tệp hồ sơ ra một tệp và kiểm tra tệp ấy",
        "copy the running database and all files of dossiers to one file and verify it",
        "FILE",
    ),
    _office(
        "restore",
        "restore",
        "khôi phục cơ sở dữ liệu và tệp hồ sơ từ bản sao lưu",
        "restore the database and the files from a backup",
        "[--yes] FILE",
        needs_tables=False,
    ),
    _batch(
        "due", "tính hạn trả kết quả, kèm giải thích từng bước", "work out due dates, explained"
    ),
    Command(
        "check",
        f"{_HERE}.check_door",
        Group.BATCH,
        "kiểm tra dữ liệu nhập; không có đầu vào thì kiểm tra mã nguồn",
        "check desk input; with no input, check the source code",
        "[--batch|--house]",
    ),
    _batch("vietqr", "tạo chuỗi VietQR", "build VietQR payloads"),
    _batch("fold", "tạo khóa tìm kiếm không dấu", "make accent-insensitive search keys"),
    _batch("sort", "xếp theo vần tiếng Việt", "sort in Vietnamese alphabetical order"),
    _batch("rates", "tính tỷ lệ phần trăm chính xác", "work out exact percentages"),
    _workshop(
        "test",
        "test",
        "chạy mọi phép thử (test rules: trong vài giây)",
        "run every test (test rules: in seconds)",
        "[PART] [PYTEST OPTIONS]",
    ),
    _workshop("fix", "fix", "sửa định dạng và lỗi dễ sửa", "format and fix what can be fixed"),
    _workshop(
        "bench",
        "bench",
        "đo mọi trang, lệnh gọi và việc ghi so với mức sàn đo cùng lúc",
        "measure every page, call and write against a floor measured in the same run",
        "[--sizes N,N…] [--part PART] [--database NAME] [--keep FOLDER|--use ADDRESS] [--json|--table]",
    ),
    _workshop(
        "load",
        "load",
        "chạy một buổi sáng làm việc với nhiều quầy và người dân; có --kills thì giết đột ngột từng phần",
        "run a working morning of many desks and citizens; with --kills, kill parts of it in the middle",
        "[--desks N] [--citizens N] [--seconds S] [--kills N] [--database NAME] [--size N]",
    ),
    _workshop(
        "docs",
        "docs",
        "tạo lại docs/reference từ mã nguồn",
        "make docs/reference from the code again",
        "[--check]",
        needs_django=True,
    ),
    _workshop(
        "snapshot",
        "snapshot",
        "chụp lại các bảng mà cơ sở dữ liệu mới bắt đầu từ đó, sau khi thêm migration",
        "take anew the tables that a new database begins from, after migrations were added",
    ),
    _workshop(
        "graph",
        "graph",
        "vẽ các tầng của chương trình từ mã nguồn (Mermaid)",
        "draw the layers of the program from the code (Mermaid)",
    ),
    _workshop(
        "words",
        "words",
        "gom mọi lời cần dịch, nêu chỗ còn thiếu",
        "collect the words to translate, naming what is missing",
        "[--check]",
    ),
    _workshop("lock", "lock", "khóa lại phiên bản các gói", "lock the package versions again"),
    _workshop("help", "help", "bảng lệnh này", "this table"),
)

TELLS_MORE = frozenset(
    [
        "receive",
        "act",
        "work",
        "tasks",
        "list",
        "report",
        "till",
        "certify",
        "organizations",
        "token",
        "officer",
        "notices",
        "exchange",
        "numbering",
    ]
)
"""Commands that answer `--help` themselves, option by option; of the others this table is all there is."""

BY_NAME: dict[str, Command] = {command.name: command for command in COMMANDS}
