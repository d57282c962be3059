"""A new database is made at once from a picture of its tables, not through every migration ever written.

`snapshots/<vendor>.sql` names the migrations it stands for, then makes what they make; those written
since are applied as always. A database that has any table of ours never comes here.
`./motcua snapshot` takes the picture anew.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.db.migrations.recorder import MigrationRecorder

FOLDER: Final = Path(__file__).parent / "snapshots"
STANDS_FOR = re.compile(r"^-- (\w+)\.(\w+)$", re.MULTILINE)
MIGRATIONS: Final = "django_migrations"
LOCK: Final = 7_308_604_759
"""Any number that nothing else locks by: of two programs that begin at once one waits."""


def begin_from_snapshot(connection: Any) -> bool:
    """Make the tables of an empty database; False, and nothing done, when it is not empty."""
    if connection.introspection.table_names():
        return False
    text = path_of(connection.vendor).read_text(encoding="utf-8")
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
            cursor.execute("SET LOCAL check_function_bodies = off")
        if connection.introspection.table_names(cursor):
            return False
        for statement in statements_of(text):
            cursor.execute(statement)
        recorder = MigrationRecorder(connection)
        recorder.migration_qs.bulk_create(
            recorder.Migration(app=app, name=name) for app, name in STANDS_FOR.findall(text)
        )
    return True


def path_of(vendor: str) -> Path:
    """The picture for `sqlite` or `postgresql`."""
    return FOLDER / f"{vendor}.sql"


def statements_of(text: str) -> list[str]:
    """The statements of a picture: each ends where a line ends in `;` and an empty line follows."""
    parts = re.split(r";\n\n", text)
    return [part for part in parts if part.strip() and not part.lstrip().startswith("--")]


def written(migrations: list[tuple[str, str]], statements: list[str]) -> str:
    """The text of a picture. `migrations`: (app, name), as they were applied."""
    head = "\n".join(f"-- {app}.{name}" for app, name in migrations)
    return (
        "\n\n".join([f"{head}\n;", *(f"{one.strip().rstrip(';')};" for one in statements)]) + "\n\n"
    )
