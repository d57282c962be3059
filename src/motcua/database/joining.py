"""Several lists read as one: each by its own index, the first rows of all together.

`a = 1 OR b = 1` in the order of `id` makes a database read and sort everything of both, or walk the
whole table. Asked apart and put together, each list stops after the rows that are wanted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BigIntegerField, Expression, F, Q, QuerySet
from django.db.models.expressions import OrderBy, RawSQL

from motcua.kernel.bounded import counted

Compiled = tuple[str, tuple[Any, ...]]
_PLACE = object()


class Place(Expression):
    """Stands in the condition of a `Part` where each of its values is to stand."""

    output_field = BigIntegerField()

    def as_sql(self, _compiler: Any, _connection: Any) -> tuple[str, Any]:
        return "%s", (_PLACE,)


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the rows of a list. With `values`: as many parts as there are values, alike but for the
    one that stands in the condition at `Place()`; put into words once for all of them."""

    which: Q
    values: tuple[int, ...] | None = None

    def narrowed(self, more: Q) -> Part:
        return replace(self, which=self.which & more)


@dataclass(frozen=True, slots=True)
class PartList:
    """The rows of a part, ready to be asked for."""

    rows: QuerySet[Any]
    values: tuple[int, ...] | None = None


def in_parts(rows: QuerySet[Any], parts: Sequence[Part]) -> list[PartList]:
    return [PartList(rows.filter(part.which), part.values) for part in parts]


def first_of(lists: Sequence[PartList], *order: str, count: int) -> QuerySet[Any]:
    """The first `count` rows of the lists together, in an order such as `-id`; each row once, those
    without a value last.

    The lists are of one model; one that has its order already (an index of words) keeps it.
    """
    rows: QuerySet[Any] = QuerySet(lists[0].rows.model).order_by(*map(_nulls_last, order))
    columns = tuple(name.lstrip("-") for name in order)
    compiled: list[Compiled] = []
    for one in lists:
        ordered = one.rows if one.rows.ordered else one.rows.order_by(*order)
        compiled += _compiled(ordered.values_list(*columns)[:count], one.values)
    return rows.filter(pk__in=_together(compiled, order, count)) if compiled else rows.none()


def all_of(lists: Sequence[PartList]) -> RawSQL:
    """The ids of the lists together, for a condition on a key."""
    compiled: list[Compiled] = []
    for one in lists:
        compiled += _compiled(one.rows.order_by().values_list("id"), one.values)
    if not compiled:
        return RawSQL("SELECT CAST(NULL AS BIGINT)", ())
    union = " UNION ".join(sql for sql, _params in compiled)
    return RawSQL(union, tuple(value for _sql, params in compiled for value in params))  # noqa: S611


def _nulls_last(name: str) -> OrderBy:
    column = F(name.lstrip("-"))
    is_down = name.startswith("-")
    return column.desc(nulls_last=True) if is_down else column.asc(nulls_last=True)


def _compiled(rows: QuerySet[Any], values: tuple[int, ...] | None) -> Iterator[Compiled]:
    """SQL and parameters, once for each value; nothing if there can be no row."""
    try:
        sql, params = rows.query.sql_with_params()
    except EmptyResultSet:
        return
    if values is None:
        yield sql, params
        return
    for value in values:
        yield sql, tuple(value if param is _PLACE else param for param in params)


def _together(compiled: list[Compiled], order: Sequence[str], count: int) -> RawSQL:
    # SQL comes from the ORM and names from the code; values go as parameters.
    each = [
        f"SELECT * FROM ({sql}) list{place}"  # noqa: S608
        for place, (sql, _params) in enumerate(compiled)
    ]
    names = ", ".join(
        f"{name.lstrip('-')}{' DESC' * name.startswith('-')} NULLS LAST" for name in order
    )
    union = " UNION ".join(each)
    sql = f"SELECT id FROM ({union}) found ORDER BY {names} LIMIT {count:d}"  # noqa: S608
    return RawSQL(sql, tuple(value for _sql, params in compiled for value in params))  # noqa: S611


def counts_of(lists: Mapping[str, Sequence[PartList]], *, at_most: int) -> dict[str, int]:
    """How many rows the lists of each name hold together, in one query; no more than `at_most` of
    each list are read, and then `MoreThan` is told. Lists of one name share no row; an order tells SQLite
    which index to take."""
    parts: list[str] = []
    params: list[Any] = []
    for queries in lists.values():
        each = []
        for one in queries:
            limited = one.rows.values_list("id")[:at_most]
            for sql, values in _compiled(limited, one.values):
                each.append(f"(SELECT COUNT(*) FROM ({sql}) list)")  # noqa: S608
                params += values
        parts.append(" + ".join(each) or "0")
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", params)
        row = cursor.fetchone()
    return {name: counted(count, at_most) for name, count in zip(lists, row, strict=True)}
