"""What may be typed after `./motcua bench`."""

from __future__ import annotations

import argparse
from pathlib import Path

from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.speech import either

RECEPTIONS, SECONDS, SIZES = 2_000, 5.0, "10000"
SQLITE, POSTGRESQL = "sqlite", "postgresql"
PER_DATABASE = ("public", "pages", "calls", "acts", "serving", "receiving", "reading")
READING = ("public", "pages", "calls", "reading")
ONCE = ("printing", "dating")


def read(argv: list[str]) -> argparse.Namespace:
    parser = Asker(prog="./motcua bench")
    parser.add_argument(
        "--sizes",
        type=_sizes,
        default=_sizes(SIZES),
        metavar="N,N…",
        help=either(
            f"đo với chừng ấy hồ sơ (0: văn phòng mẫu; mặc định {SIZES})",
            f"over that many dossiers (0: the sample office; by default {SIZES})",
        ),
    )
    parser.add_argument("--part", action="append", choices=[*PER_DATABASE, *ONCE])
    parser.add_argument("--database", action="append", choices=[SQLITE, POSTGRESQL])
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--receptions", type=int, default=RECEPTIONS)
    _add_where(parser)
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help=either("chỉ JSON", "only the document"))
    shown.add_argument("--table", action="store_true", help=either("chỉ bảng", "only the table"))
    return parser.parse_args(argv)


def _add_where(parser: argparse.ArgumentParser) -> None:
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--keep",
        type=Path,
        metavar="FOLDER",
        help=either(
            "giữ dữ liệu đã dựng ở thư mục này, lần sau dùng lại",
            "keep what is built in this folder, and use it again",
        ),
    )
    where.add_argument(
        "--use",
        metavar="DATABASE_URL",
        help=either(
            "đo trên cơ sở dữ liệu có sẵn (sẽ thêm cán bộ và hồ sơ đo vào đó)",
            "measure a database that stands (officers and dossiers of the measurement are added to it)",
        ),
    )


def _sizes(text: str) -> list[int]:
    return sorted({int(size) for size in text.split(",")})
