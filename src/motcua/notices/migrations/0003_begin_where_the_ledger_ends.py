"""What happened before notices were there is told to nobody."""

from typing import Any

from django.db import migrations

AGENCIES = "agency-"


def begin_at_the_heads(apps: Any, _editor: Any) -> None:
    streams = apps.get_model("ledger", "Stream").objects.filter(name__startswith=AGENCIES)
    places = apps.get_model("notices", "ReadPlace")
    rows = [places(stream=one.name, last_seq=one.last_seq) for one in streams.iterator()]
    places.objects.bulk_create(rows, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0002_refuse_change"),
        ("notices", "0002_hold_periods_apart"),
    ]

    operations = [migrations.RunPython(begin_at_the_heads, migrations.RunPython.noop)]
