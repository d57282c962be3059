"""What a parcel says of itself: its format, the tables' version, and a digest of every part."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import orjson

from motcua.jobs.moving.refusals import ParcelUnreadable

FORMAT: Final = "motcua-office"
FORMAT_VERSION: Final = 1
MANIFEST: Final = "manifest.json"
FILE_LIST: Final = "files.jsonl"
TABLES: Final = "tables"
FILES: Final = "files"
BLOCK = 1 << 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One file of JSON lines. `last_number`: the last key the table gave, also to a row now gone."""

    name: str
    rows: int
    bytes: int
    sha256: str
    last_number: int | None = None

    @property
    def path(self) -> str:
        return f"{TABLES}/{self.name}.jsonl"


@dataclass(frozen=True, kw_only=True, slots=True)
class Manifest:
    """`tables` stand in the order in which they can be written; `chains` are the ledger's ends.

    `withheld`: rows of secret tables that were left out; `missing_files`: files that the tables tell
    of and that were not there.
    """

    made_at: str
    with_secrets: bool
    migrations: dict[str, list[str]]
    chains: list[dict[str, Any]]
    tables: list[Part]
    files: Part
    withheld: dict[str, int]
    missing_files: list[str]

    @property
    def rows(self) -> int:
        return sum(part.rows for part in self.tables)

    def write(self, folder: Path) -> None:
        told = {"format": FORMAT, "format_version": FORMAT_VERSION, **asdict(self)}
        (folder / MANIFEST).write_bytes(orjson.dumps(told, option=orjson.OPT_INDENT_2))


def read_manifest(folder: Path) -> Manifest:
    """Refusals: ParcelUnreadable."""
    try:
        told = orjson.loads((folder / MANIFEST).read_bytes())
        if (told["format"], told["format_version"]) != (FORMAT, FORMAT_VERSION):
            raise ParcelUnreadable(
                file=MANIFEST, detail=f"{told['format']} {told['format_version']}"
            )
        return _manifest(told)
    except OSError as fault:
        raise ParcelUnreadable(file=MANIFEST, detail=str(fault.strerror)) from fault
    except (ValueError, KeyError, TypeError) as fault:
        raise ParcelUnreadable(file=MANIFEST, detail=repr(fault)) from fault


def _manifest(told: Mapping[str, Any]) -> Manifest:
    return Manifest(
        made_at=str(told["made_at"]),
        with_secrets=bool(told["with_secrets"]),
        migrations={
            str(app): [str(name) for name in names] for app, names in told["migrations"].items()
        },
        chains=[dict(chain) for chain in told["chains"]],
        tables=[Part(**part) for part in told["tables"]],
        files=Part(**told["files"]),
        withheld={str(name): int(rows) for name, rows in told["withheld"].items()},
        missing_files=[str(name) for name in told["missing_files"]],
    )


def line_of(row: Mapping[str, Any]) -> bytes:
    """One row as one line: the same bytes for the same values, whichever database they come from."""
    return orjson.dumps(row, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


def lines_in(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of one file. Refusals: ParcelUnreadable."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                row = orjson.loads(line)
            except orjson.JSONDecodeError as fault:
                raise ParcelUnreadable(file=path.name, detail=f"#{number}: {fault}") from fault
            yield row


def file_name(digest: str) -> str:
    """Where a stored file stands in the parcel: many folders, none of them too full."""
    return f"{FILES}/{digest[:2]}/{digest}"


def digest_of_file(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as content:
        while block := content.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()
