"""A published version never changes: triggers refuse every update but that of a period's end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import migrations

FROZEN = (
    "procedures_procedurevariant",
    "procedures_requireddocument",
    "procedures_timelimit",
    "procedures_feerule",
    "procedures_exemption",
)
VERSION = "procedures_procedureversion"
VERSION_COLUMNS = (
    "procedure_id, decision_id, sector_id, valid_from, name, name_key, field_name, levels, "
    "implementing_body, competent_body, cooperating_bodies, channels, online_level, legal_basis, "
    "applicant_kinds, results, requirements, supplement_policy, source, source_place, notes, "
    "missing, content_digest, published_at"
)


def _targets() -> Iterator[tuple[str, str]]:
    yield VERSION, f"UPDATE OF {VERSION_COLUMNS}"
    for table in FROZEN:
        yield table, "UPDATE"


def freeze(_apps: Any, schema_editor: Any) -> None:
    for table, act in _targets():
        for statement in _statements(schema_editor.connection.vendor, table, act):
            schema_editor.execute(statement, params=None)


def thaw(_apps: Any, schema_editor: Any) -> None:
    for table, _act in _targets():
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP FUNCTION {table}_frozen() CASCADE", params=None)
        else:
            schema_editor.execute(f"DROP TRIGGER {table}_frozen", params=None)


def _statements(vendor: str, table: str, act: str) -> list[str]:
    refusal = f"{table} is frozen once published"
    trigger = f"CREATE TRIGGER {table}_frozen BEFORE {act} ON {table} "
    if vendor != "postgresql":
        return [f"{trigger} BEGIN SELECT RAISE(ABORT, '{refusal}'); END"]
    function = (
        f"CREATE FUNCTION {table}_frozen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE EXCEPTION '{refusal}' USING ERRCODE = '23514'; END $$"
    )
    return [function, f"{trigger} FOR EACH ROW EXECUTE FUNCTION {table}_frozen()"]


class Migration(migrations.Migration):
    dependencies = [("procedures", "0002_hold_version_periods_apart")]

    operations = [migrations.RunPython(freeze, thaw)]
