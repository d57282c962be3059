"""Finding rows by the words of a text, with the index of words that `operations.WordIndex` makes."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.models import BooleanField, F, Lookup, QuerySet

from motcua.database.operations import WORDS, words_table
from motcua.kernel.words import Asked


class Mentions(Lookup):
    """Whether the text holds all the words: `Mentions(F("search_key"), asked)`.

    On PostgreSQL the index of words answers it; on SQLite it looks into the text, for lists that are
    short already (else `newest_by_words`).
    """

    lookup_name = "mentions"
    prepare_rhs = False
    output_field = BooleanField()

    def get_db_prep_lookup(self, value: Any, connection: Any) -> Any:
        return value

    def as_postgresql(self, compiler: Any, _connection: Any) -> tuple[str, list[str]]:
        place = f"{compiler.quote_name_unless_alias(self.lhs.alias)}.{WORDS}"
        return f"{place} @@ %s::tsquery", [_tsquery(self.rhs)]

    def as_sqlite(self, compiler: Any, _connection: Any) -> tuple[str, list[str]]:
        text, _params = compiler.compile(self.lhs)
        asked: Asked = self.rhs
        all_of = [f" {word} " for word in asked.whole] + [f" {word}" for word in asked.begun]
        one_of = [f" {word} " for word in asked.among]
        holds = f"instr(' ' || {text} || ' ', %s) > 0"
        each = [holds] * len(all_of) + [f"({' OR '.join([holds] * len(one_of))})"] * bool(one_of)
        return f"({' AND '.join(each)})", all_of + one_of


def _tsquery(asked: Asked) -> str:
    """Words hold letters, digits and marks only, so that quotes are all they need."""
    each = [f"'{word}'" for word in asked.whole] + [f"'{word}':*" for word in asked.begun]
    among = " | ".join(f"'{word}'" for word in asked.among)
    return " & ".join([*each, f"({among})"] if among else each)


def _match(asked: Asked) -> str:
    each = [f'"{word}"' for word in asked.whole] + [f'"{word}"*' for word in asked.begun]
    among = " OR ".join(f'"{word}"' for word in asked.among)
    return " AND ".join([*each, f"({among})"] if among else each)


def newest_by_words(rows: QuerySet[Any], column: str, words: Asked) -> QuerySet[Any]:
    """Those of the rows in whose text all the words stand, the highest id first."""
    if connection.vendor == "postgresql":
        return rows.filter(Mentions(F(column), words)).order_by("-id")
    table = rows.model._meta.db_table
    index = words_table(table)
    # FTS5 gives its rows in their order, so the first page is there before all have been read.
    return rows.extra(  # noqa: S610  # names come from the models, the words go as a parameter
        tables=[index],
        where=[f"{index}.rowid = {table}.id AND {index} MATCH %s"],
        params=[_match(words)],
        order_by=[f"-{index}.rowid"],
    )
