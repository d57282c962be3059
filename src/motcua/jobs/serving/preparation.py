"""What must be there before the program answers. Each piece is done only when it is not done yet."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from motcua.dossiers.tallies.rebuilding import ensure_counted
from motcua.jobs.command_line.speech import either
from motcua.jobs.wordbook.compiling import compile_translations

Progress = Callable[[str], None]


def prepare(progress: Progress) -> None:
    """Folder, translations, static files and tables. `progress` is told what takes time."""
    Path(settings.DATA).mkdir(mode=0o700, parents=True, exist_ok=True)
    if compile_translations():
        progress(either("Biên dịch lời dịch", "Compiled the translations"))
    collect_static(progress)
    migrate(progress)


def migrate(progress: Progress) -> int:
    """Bring the tables up to date; how many migrations were applied.

    What this program writes from now on is for its own account only: it holds personal data.
    """
    os.umask(0o077)
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        progress(_told(executor, len(waiting)))
        call_command("migrate", verbosity=0, interactive=False)
        ensure_counted()
    return len(waiting)


def _told(executor: MigrationExecutor, steps: int) -> str:
    if not executor.loader.applied_migrations:
        return either("Tạo các bảng của cơ sở dữ liệu …", "Making the tables of the database …")
    return either(
        f"Đưa cơ sở dữ liệu lên bản mới ({steps} bước) …",
        f"Bringing the database up to date ({steps} steps) …",
    )


def collect_static(progress: Progress) -> bool:
    """Gather styles, scripts and fonts under their hashed names, if any of them changed."""
    stamp = Path(settings.DATA) / "static.stamp"
    signature = _static_signature()
    if stamp.exists() and stamp.read_text() == signature and Path(settings.STATIC_ROOT).exists():
        return False
    progress(either("Chuẩn bị giao diện …", "Preparing styles and scripts …"))
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(signature)
    return True


def _static_signature() -> str:
    """One digest of names, sizes and times of every static file there is."""
    digest = hashlib.sha256(str(settings.STORAGES["staticfiles"]).encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            state = Path(storage.path(path)).stat()
            digest.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns}\n".encode())
    return digest.hexdigest()
