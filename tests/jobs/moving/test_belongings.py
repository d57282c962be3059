"""No table is forgotten: each is an office's own, or stands on the short list of what is not."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.database.plain_values import from_plain, to_plain
from motcua.database.tables import in_safe_order
from motcua.dossiers.models import Dossier
from motcua.jobs.moving.belongings import (
    COVERED,
    NOT_OF_AN_OFFICE,
    SECRET_TABLES,
    belongings,
)
from motcua.jobs.moving.stored_files import FILE_TABLE

SOUNDS_SECRET = re.compile(r"password|secret|token|hash|salt|private|pin$|otp")
NOT_SECRET = {
    ("accounts_user", "last_totp_counter"),
    ("accounts_user", "must_change_password"),
    ("accounts_user", "password_changed_at"),
    # It names a draft in an address; only its citizen, signed in, finds anything there.
    ("filing_draft", "token"),
    # Its text is exported beside it: it keeps the ledger's digests from being guessed, not the row.
    ("feedback_petition", "salt"),
    # What it opens lies beside it in the parcel; without it no sender could follow what was sent.
    ("feedback_petition", "secret_digest"),
}
"""Columns that only sound so."""

WORDS_OF_DOSSIERS = Dossier._meta.db_table
NAMES = st.sampled_from("abcdefgh")


def _names_in_database() -> set[str]:
    """What the database itself says it holds; views are left out, and indexes that look like tables."""
    names = set(connection.introspection.table_names())
    return {name for name in names if not name.startswith(f"{WORDS_OF_DOSSIERS}_words")}


@pytest.mark.django_db
def test_every_table_of_the_database_is_exported_or_named_as_not_an_offices_own() -> None:
    ours = {table.name for table in belongings()}
    assert _names_in_database() - ours - NOT_OF_AN_OFFICE.keys() == set()


@pytest.mark.django_db
def test_the_lists_name_tables_that_there_are() -> None:
    named = NOT_OF_AN_OFFICE.keys() | SECRET_TABLES | COVERED.keys() | {FILE_TABLE}
    assert named - _names_in_database() == set()


def test_every_column_has_a_plain_form() -> None:
    fields = [field for table in belongings() for field in table.model._meta.concrete_fields]
    assert fields
    for field in fields:
        assert (to_plain(field) is None) == (from_plain(field) is None)


def test_a_column_that_sounds_secret_is_covered_or_known_not_to_be() -> None:
    open_ones = {
        (table.name, column)
        for table in belongings()
        for column in table.columns
        if table.name not in SECRET_TABLES
        and column not in COVERED.get(table.name, {})
        and SOUNDS_SECRET.search(column)
    }
    assert open_ones - NOT_SECRET == set()


def test_no_table_that_is_always_exported_points_to_one_that_may_stay_behind() -> None:
    behind = SECRET_TABLES | NOT_OF_AN_OFFICE.keys()
    pointing = {
        (table.name, target)
        for table in belongings()
        for target in table.refers_to & behind
        if table.name not in SECRET_TABLES
    }
    assert pointing == set()


def test_tables_come_after_those_they_refer_to() -> None:
    order = [table.name for table in belongings()]
    late = [
        (table.name, target)
        for table in belongings()
        for target in table.refers_to
        if order.index(target) > order.index(table.name)
    ]
    assert late == []


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(NAMES, st.frozensets(NAMES), max_size=8))
def test_the_order_holds_every_name_once_even_with_rings(graph: dict[str, frozenset[str]]) -> None:
    assert sorted(in_safe_order(graph)) == sorted(graph)


@given(st.lists(st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] > pair[1])))
def test_without_rings_each_name_comes_after_those_it_refers_to(
    pairs: list[tuple[str, str]],
) -> None:
    names = {name for pair in pairs for name in pair}
    graph = {name: frozenset(low for high, low in pairs if high == name) for name in names}
    order = in_safe_order(graph)
    assert all(order.index(low) < order.index(high) for high, low in pairs)
