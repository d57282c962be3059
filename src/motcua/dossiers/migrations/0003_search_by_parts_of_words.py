"""On PostgreSQL a trigram index serves the one search box; SQLite scans within an office."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FORWARDS = (
    # Once in the database, for all who have a schema of their own there.
    "CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public",
    "CREATE INDEX dossier_search_key ON dossiers_dossier USING gin (search_key gin_trgm_ops)",
)


def create_index(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for statement in FORWARDS:
            schema_editor.execute(statement)


def drop_index(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX dossier_search_key")


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0002_hold_patterns_apart")]

    operations = [migrations.RunPython(create_index, drop_index)]
