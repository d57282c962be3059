"""Migration operations for what plain constraints cannot say, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from typing import Any

from django.db.migrations.operations.base import Operation

WORDS = "search_words"
STATISTICS = 1000
"""Of how many of the most frequent words PostgreSQL keeps how often they occur: ten times as many,
more than Vietnamese has syllables."""


class PlainSql(Operation):
    """Runs one list of statements per vendor; nothing to undo in the model state."""

    reduces_to_sql = False
    reversible = True

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(self, app_label: str, schema_editor: Any, *_states: Any) -> None:
        vendor = schema_editor.connection.vendor
        for statement in getattr(self, f"{vendor}_forwards")():
            schema_editor.execute(statement, params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, *_states: Any) -> None:
        vendor = schema_editor.connection.vendor
        for statement in getattr(self, f"{vendor}_backwards")():
            schema_editor.execute(statement, params=None)


class AppendOnly(PlainSql):
    """The table takes new rows and nothing else: no update, no delete, no truncate."""

    def __init__(self, table: str) -> None:
        self.table = table

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return ("AppendOnly", [self.table], {})

    def describe(self) -> str:
        return f"Refuse every update and delete on {self.table}"

    def sqlite_forwards(self) -> list[str]:
        return [
            f"CREATE TRIGGER {self.table}_no_{act} BEFORE {act.upper()} ON {self.table} "
            f"BEGIN SELECT RAISE(ABORT, '{self.table} is append-only'); END"
            for act in ("update", "delete")
        ]

    def sqlite_backwards(self) -> list[str]:
        return [f"DROP TRIGGER {self.table}_no_{act}" for act in ("update", "delete")]

    def postgresql_forwards(self) -> list[str]:
        refuse = f"{self.table}_append_only"
        return [
            f"CREATE FUNCTION {refuse}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"RAISE EXCEPTION '{self.table} is append-only' USING ERRCODE = '23514'; END $$",
            f"CREATE TRIGGER {self.table}_no_change BEFORE UPDATE OR DELETE ON {self.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {refuse}()",
            f"CREATE TRIGGER {self.table}_no_truncate BEFORE TRUNCATE ON {self.table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {refuse}()",
        ]

    def postgresql_backwards(self) -> list[str]:
        return [f"DROP FUNCTION {self.table}_append_only() CASCADE"]


class AppendOnlyAgain(AppendOnly):
    """The same for a table that this migration has rebuilt: SQLite loses its triggers then."""

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return ("AppendOnlyAgain", *super().deconstruct()[1:])

    def describe(self) -> str:
        return f"{super().describe()}, after the table was rebuilt"

    def postgresql_forwards(self) -> list[str]:
        return []

    def postgresql_backwards(self) -> list[str]:
        return []


class NoOverlap(PlainSql):
    """Rows of one key have periods [valid_from, valid_until) that never overlap (null = open).

    `past_empty`: a period of no days (withdrawn before it began) is in nobody's way.
    """

    def __init__(self, table: str, key: list[str], *, past_empty: bool = False) -> None:
        self.table = table
        self.key = key
        self.past_empty = past_empty

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        more = {"past_empty": True} if self.past_empty else {}
        return ("NoOverlap", [self.table, self.key], more)

    def describe(self) -> str:
        return f"Periods of {self.table} never overlap for one {', '.join(self.key)}"

    def _clash(self, same: str, row_id: str = "id") -> str:
        keys = " AND ".join(f"other.{column} {same} NEW.{column}" for column in self.key)
        return (  # names come from migrations, not from anybody's input
            f"SELECT 1 FROM {self.table} other WHERE {keys} AND other.{row_id} <> NEW.{row_id} "  # noqa: S608
            "AND (other.valid_until IS NULL OR other.valid_until > NEW.valid_from) "
            "AND (NEW.valid_until IS NULL OR NEW.valid_until > other.valid_from)"
            + "".join(
                f" AND ({row}.valid_until IS NULL OR {row}.valid_until > {row}.valid_from)"
                for row in ("other", "NEW")
                if self.past_empty
            )
        )

    def sqlite_forwards(self) -> list[str]:
        return [
            f"CREATE TRIGGER {self.table}_no_overlap_{act} AFTER {act.upper()} ON {self.table} "
            f"WHEN EXISTS ({self._clash('IS')}) "
            f"BEGIN SELECT RAISE(ABORT, '{self.table} periods overlap'); END"
            for act in ("insert", "update")
        ]

    def sqlite_backwards(self) -> list[str]:
        return [f"DROP TRIGGER {self.table}_no_overlap_{act}" for act in ("insert", "update")]

    def postgresql_forwards(self) -> list[str]:
        check = f"{self.table}_no_overlap"
        keys = " || '/' || ".join(f"COALESCE(NEW.{column}::text, '')" for column in self.key)
        # Two sessions that insert at once do not see each other: the advisory lock makes them.
        return [
            f"CREATE FUNCTION {check}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"PERFORM pg_advisory_xact_lock(hashtext('{self.table}/' || {keys})); "
            f"IF EXISTS ({self._clash('IS NOT DISTINCT FROM')}) THEN "
            f"RAISE EXCEPTION '{self.table} periods overlap' USING ERRCODE = '23P01'; "
            "END IF; RETURN NEW; END $$",
            f"CREATE TRIGGER {check} AFTER INSERT OR UPDATE ON {self.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {check}()",
        ]

    def postgresql_backwards(self) -> list[str]:
        return [f"DROP FUNCTION {self.table}_no_overlap() CASCADE"]


class NoOverlapAgain(NoOverlap):
    """The same for a table that this migration has rebuilt: SQLite loses its triggers then."""

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return ("NoOverlapAgain", *super().deconstruct()[1:])

    def describe(self) -> str:
        return f"{super().describe()}, after the table was rebuilt"

    def postgresql_forwards(self) -> list[str]:
        return []

    def postgresql_backwards(self) -> list[str]:
        return []


class RefuseWhen(PlainSql):
    """Refuse an act on rows of a table for which a condition holds: what was booked stays booked.

    `condition` is plain SQL about `NEW` and `OLD` that both databases understand; `name` names the
    trigger and the reason told.
    """

    def __init__(self, table: str, name: str, *, act: str, condition: str) -> None:
        self.table = table
        self.name = name
        self.act = act
        self.condition = condition

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return (
            "RefuseWhen",
            [self.table, self.name],
            {"act": self.act, "condition": self.condition},
        )

    def describe(self) -> str:
        return f"Refuse to {self.act} {self.table}: {self.name}"

    def sqlite_forwards(self) -> list[str]:
        return [
            f"CREATE TRIGGER {self.name} BEFORE {self.act.upper()} ON {self.table} "
            f"WHEN {self.condition} BEGIN SELECT RAISE(ABORT, '{self.name}'); END"
        ]

    def sqlite_backwards(self) -> list[str]:
        return [f"DROP TRIGGER {self.name}"]

    def postgresql_forwards(self) -> list[str]:
        return [
            f"CREATE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {self.condition} THEN "
            f"RAISE EXCEPTION '{self.name}' USING ERRCODE = '23514'; END IF; "
            f"RETURN {'OLD' if self.act == 'delete' else 'NEW'}; END $$",
            f"CREATE TRIGGER {self.name} BEFORE {self.act.upper()} ON {self.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {self.name}()",
        ]

    def postgresql_backwards(self) -> list[str]:
        return [f"DROP FUNCTION {self.name}() CASCADE"]


class RefuseWhenAgain(RefuseWhen):
    """The same with another condition, or for a table that this migration has rebuilt: SQLite loses
    its triggers then, PostgreSQL keeps its own and is told the condition anew."""

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return ("RefuseWhenAgain", *super().deconstruct()[1:])

    def describe(self) -> str:
        return f"{super().describe()}, said anew"

    def postgresql_forwards(self) -> list[str]:
        function, _trigger = super().postgresql_forwards()
        return [function.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1)]

    def postgresql_backwards(self) -> list[str]:
        return []


class NoLongerRefuse(RefuseWhen):
    """Take a `RefuseWhen` away: before a table that its condition asks is rebuilt, which SQLite would not
    do otherwise. Said again with `RefuseWhen` afterwards."""

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return ("NoLongerRefuse", *super().deconstruct()[1:])

    def describe(self) -> str:
        return f"Take away: {super().describe()}"

    def sqlite_forwards(self) -> list[str]:
        return super().sqlite_backwards()

    def sqlite_backwards(self) -> list[str]:
        return super().sqlite_forwards()

    def postgresql_forwards(self) -> list[str]:
        return super().postgresql_backwards()

    def postgresql_backwards(self) -> list[str]:
        return super().postgresql_forwards()


class WordIndex(PlainSql):
    """Keep an index of the words in `column`, a text of plain words with one space between them.

    PostgreSQL: a column beside it, generated from it, with a GIN index. SQLite: an FTS5 table kept by
    triggers; a later migration that rebuilds the table there loses them and must end with this
    `WordIndexAgain` (a test of `tests/dossiers/queries` notices). `database.words` asks either.
    """

    def __init__(self, table: str, column: str) -> None:
        self.table = table
        self.column = column

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return ("WordIndex", [self.table, self.column], {})

    def describe(self) -> str:
        return f"Index the words of {self.table}.{self.column}"

    def postgresql_forwards(self) -> list[str]:
        words = f"array_to_tsvector(array_remove(string_to_array({self.column}, ' '), ''))"
        return [
            f"ALTER TABLE {self.table} ADD COLUMN {WORDS} tsvector GENERATED ALWAYS AS ({words}) STORED",
            f"ALTER TABLE {self.table} ALTER COLUMN {WORDS} SET STATISTICS {STATISTICS}",
            f"CREATE INDEX {self.table}_{WORDS} ON {self.table} USING gin ({WORDS})",
        ]

    def postgresql_backwards(self) -> list[str]:
        return [f"ALTER TABLE {self.table} DROP COLUMN {WORDS}"]

    def sqlite_forwards(self) -> list[str]:
        index, column = words_table(self.table), self.column
        # names come from migrations, not from anybody's input
        new = f"INSERT INTO {index} (rowid, {column}) VALUES (NEW.id, NEW.{column});"  # noqa: S608
        gone = f"{index} ({index}, rowid, {column}) VALUES ('delete', OLD.id, OLD.{column});"
        old = f"INSERT INTO {gone}"
        return [
            f"DROP TABLE IF EXISTS {index}",
            f"CREATE VIRTUAL TABLE {index} USING fts5({column}, content='{self.table}', "
            "content_rowid='id', tokenize='ascii', detail='none', columnsize=0, prefix='1 2')",
            f"INSERT INTO {index} ({index}) VALUES ('rebuild')",  # noqa: S608
            f"CREATE TRIGGER {index}_insert AFTER INSERT ON {self.table} BEGIN {new} END",
            f"CREATE TRIGGER {index}_delete AFTER DELETE ON {self.table} BEGIN {old} END",
            f"CREATE TRIGGER {index}_update AFTER UPDATE OF {column} ON {self.table} "
            f"WHEN NEW.{column} <> OLD.{column} BEGIN {old} {new} END",
        ]

    def sqlite_backwards(self) -> list[str]:
        index = words_table(self.table)
        triggers = [f"DROP TRIGGER {index}_{act}" for act in ("insert", "delete", "update")]
        return [*triggers, f"DROP TABLE {index}"]


class WordIndexAgain(WordIndex):
    """The same for a table that this migration has rebuilt: SQLite loses its triggers then."""

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return ("WordIndexAgain", *super().deconstruct()[1:])

    def describe(self) -> str:
        return f"{super().describe()}, after the table was rebuilt"

    def postgresql_forwards(self) -> list[str]:
        return []

    def postgresql_backwards(self) -> list[str]:
        return []


def words_table(table: str) -> str:
    """The name of SQLite's index of words."""
    return f"{table}_words"


class BeginsIndex(PlainSql):
    """Keep an index of how the texts of `column` begin, in capitals: what `database.begins` asks."""

    def __init__(self, table: str, column: str, name: str) -> None:
        self.table = table
        self.column = column
        self.name = name

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return ("BeginsIndex", [self.table, self.column, self.name], {})

    def describe(self) -> str:
        return f"Index how {self.table}.{self.column} begins"

    def sqlite_forwards(self) -> list[str]:
        return [f"CREATE INDEX {self.name} ON {self.table} (UPPER({self.column}))"]

    def postgresql_forwards(self) -> list[str]:
        column = f"UPPER({self.column}) text_pattern_ops"
        return [f"CREATE INDEX {self.name} ON {self.table} ({column})"]

    def sqlite_backwards(self) -> list[str]:
        return [f"DROP INDEX {self.name}"]

    postgresql_backwards = sqlite_backwards
