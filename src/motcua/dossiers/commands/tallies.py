"""Count the tallies again from the stays: after bulk loading, or to mend.

No fact is written: they say nothing that the facts do not say already.
"""

from __future__ import annotations

from django.db import connection, transaction

from motcua.dossiers.models import Tally
from motcua.dossiers.tallies.sql import count_days, count_months


def rebuild_tallies() -> None:
    """The tallies from the stays, in the database itself: half a million stays in seconds."""
    with transaction.atomic(), connection.cursor() as cursor:
        Tally.objects.all().delete()
        cursor.execute(count_days())
        cursor.execute(count_months())
