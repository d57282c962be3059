"""After many rows came at once the planner knows of them."""

from __future__ import annotations

import pytest
from django.db import connection

from motcua.agencies.models import AdministrativeLevel
from motcua.database.filling import take_stock

TABLE = AdministrativeLevel._meta.db_table
KNOWN = {
    "postgresql": "SELECT reltuples FROM pg_class WHERE relname = %s",
    "sqlite": "SELECT CAST(stat AS INTEGER) FROM sqlite_stat1 WHERE tbl = %s",
}


@pytest.mark.django_db(transaction=True)
def test_the_planner_knows_what_came() -> None:
    AdministrativeLevel.objects.all().delete()
    AdministrativeLevel.objects.bulk_create(
        AdministrativeLevel(
            code=f"LEVEL-{number}", name="Cấp", rank=number, valid_from="2020-01-01"
        )
        for number in range(300)
    )
    take_stock([TABLE])
    with connection.cursor() as cursor:
        cursor.execute(KNOWN[connection.vendor], [TABLE])
        assert {int(count) for (count,) in cursor.fetchall()} == {300}
