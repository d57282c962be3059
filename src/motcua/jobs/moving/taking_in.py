"""A parcel put into an empty installation: every row and file of it, or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import Error, transaction

from motcua.database.counting_on import count_on
from motcua.database.entry_rules import entry_rules_aside
from motcua.database.filling import take_stock
from motcua.database.tables import Table, applied_migrations, check_references
from motcua.jobs.moving import stored_files
from motcua.jobs.moving.belongings import belongings
from motcua.jobs.moving.manifest import Manifest, Part, line_of
from motcua.jobs.moving.opening import Parcel
from motcua.jobs.moving.packing import TELL_EVERY, Progress
from motcua.jobs.moving.refusals import (
    OfficeNotEmpty,
    ParcelOfOtherVersion,
    ParcelUnreadable,
    RowsDiffer,
    RowsRefused,
)


def take_in(parcel: Parcel, *, progress: Progress) -> None:
    """Write all of it, keys too, and read it back: each table must have the digest of the parcel.

    One transaction. Refusals: ParcelOfOtherVersion, OfficeNotEmpty, ParcelUnreadable, RowsRefused,
    RowsDiffer.
    """
    tables = {table.name: table for table in belongings()}
    _demand_same_version(parcel.manifest, tables)
    _demand_empty(tables)
    with _files_put(parcel), transaction.atomic():
        with entry_rules_aside(tables):
            _write_all(parcel, tables, progress)
            _demand_references()
        for part in parcel.manifest.tables:
            _demand_equal(part, tables[part.name])
            count_on(tables[part.name], part.last_number or 0)
    take_stock(tables)


def _demand_same_version(manifest: Manifest, tables: dict[str, Table]) -> None:
    here = _migrations(applied_migrations(table.app for table in tables.values()))
    there = _migrations(manifest.migrations)
    told = {part.name for part in manifest.tables} | manifest.withheld.keys()
    if here != there:
        raise ParcelOfOtherVersion(ahead=sorted(there - here), behind=sorted(here - there))
    if told != tables.keys():
        raise ParcelUnreadable(file="manifest.json", detail=f"{sorted(told ^ tables.keys())}")


def _migrations(by_app: dict[str, list[str]]) -> set[str]:
    return {f"{app}.{name}" for app, names in by_app.items() for name in names}


def _demand_empty(tables: dict[str, Table]) -> None:
    for table in tables.values():
        if rows := table.count():
            raise OfficeNotEmpty(table=table.name, rows=rows)


def _write_all(parcel: Parcel, tables: dict[str, Table], progress: Progress) -> None:
    done = 0
    for part in parcel.manifest.tables:
        _write(parcel, part, tables[part.name], progress, done=done)
        done += part.rows


def _write(parcel: Parcel, part: Part, table: Table, progress: Progress, *, done: int) -> None:
    try:
        written = table.write(_told(parcel, part, progress, done=done))
    except Error as fault:
        raise RowsRefused(table=table.name, detail=str(fault).strip()) from fault
    except (KeyError, TypeError, ValueError) as fault:
        raise ParcelUnreadable(file=part.path, detail=repr(fault)) from fault
    if written != part.rows:
        raise ParcelUnreadable(file=part.path, detail=f"{written} ≠ {part.rows}")


def _told(parcel: Parcel, part: Part, progress: Progress, *, done: int) -> Iterator[dict[str, Any]]:
    total = parcel.manifest.rows
    for number, row in enumerate(parcel.rows_of(part), start=done + 1):
        yield row
        if number % TELL_EVERY == 0 or number == total:
            progress(number, total)


def _demand_references() -> None:
    try:
        check_references()
    except Error as fault:
        raise RowsRefused(table="", detail=str(fault).strip()) from fault


def _demand_equal(part: Part, table: Table) -> None:
    digest = hashlib.sha256()
    for row in table.read():
        digest.update(line_of(row))
    if digest.hexdigest() != part.sha256:
        raise RowsDiffer(table=part.name)


@contextmanager
def _files_put(parcel: Parcel) -> Iterator[None]:
    """The files in their places; taken away again if the rows are not written."""
    put: list[Path] = []
    try:
        for digest, source in parcel.files():
            place = stored_files.put(source, digest)
            if place is not None:
                put.append(place)
        yield
    except BaseException:
        for place in put:
            place.unlink(missing_ok=True)
        raise
