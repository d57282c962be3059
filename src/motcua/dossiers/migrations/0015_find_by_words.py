"""Search by words: every row's text becomes words, and both databases keep an index of them."""

import re
from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from motcua.database.operations import WordIndex

PIECE = 2000
WORD = re.compile(r"[^\W_]+")
NUMBER_LENGTH_MIN, TAIL = 9, 4
# Only numbers of this file go into it.
IN_POSTGRESQL = f"""
    UPDATE dossiers_dossier SET search_key = trim(regexp_replace(search_key, '[^[:alnum:]]+', ' ', 'g'))
        || COALESCE((SELECT ' ' || string_agg(right(word, {TAIL}), ' ')
                     FROM regexp_split_to_table(search_key, '[^[:alnum:]]+') word
                     WHERE word ~ '^[0-9]{{{NUMBER_LENGTH_MIN},}}$'), '')
        || ' §' || procedure_version_id
"""  # noqa: S608


def kept_words(key: str) -> str:
    """As `rules.search_words.kept_words` was when this was written; the text is folded already."""
    words = dict.fromkeys(WORD.findall(key))
    long = [word for word in words if len(word) >= NUMBER_LENGTH_MIN and word.isdecimal()]
    return " ".join(words | dict.fromkeys(word[-TAIL:] for word in long))


def make_words(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """One statement on PostgreSQL; piece by piece on SQLite, which knows no regular expressions."""
    with schema_editor.connection.cursor() as cursor:
        if schema_editor.connection.vendor == "postgresql":
            cursor.execute(IN_POSTGRESQL)
            return
        asked = "SELECT id, search_key, procedure_version_id FROM dossiers_dossier WHERE id > %s ORDER BY id LIMIT %s"
        rows = cursor.execute(asked, [0, PIECE]).fetchall()
        while rows:
            words = [(f"{kept_words(key)} §{version}", pk) for pk, key, version in rows]
            cursor.executemany("UPDATE dossiers_dossier SET search_key = %s WHERE id = %s", words)
            rows = cursor.execute(asked, [rows[-1][0], PIECE]).fetchall()


def drop_parts_index(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX dossier_search_key")


def create_parts_index(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE INDEX dossier_search_key ON dossiers_dossier USING gin (search_key gin_trgm_ops)"
        )


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0014_export_lists_by_pieces")]

    operations = [
        migrations.RunPython(drop_parts_index, create_parts_index),
        migrations.RunPython(make_words, migrations.RunPython.noop),
        WordIndex("dossiers_dossier", "search_key"),
    ]
