"""Each fee says when it is asked for. SQLite makes the table anew for that and loses the trigger that
freezes it, so it is set again."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models
from django.db.models import Q

TABLE = "procedures_feerule"
MOMENTS = ["RECEPTION", "SUPPLEMENT", "RETURN"]
TRIGGER = (
    f"CREATE TRIGGER {TABLE}_frozen BEFORE UPDATE ON {TABLE} "
    f"BEGIN SELECT RAISE(ABORT, '{TABLE} is frozen once published'); END"
)


def freeze_again(_apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_frozen", params=None)
        schema_editor.execute(TRIGGER, params=None)


class Migration(migrations.Migration):
    dependencies = [("procedures", "0004_tell_of_life_events")]

    operations = [
        migrations.AddField(
            model_name="feerule",
            name="asked_at",
            field=models.CharField(
                choices=[(one, one) for one in MOMENTS], default="RECEPTION", max_length=10
            ),
        ),
        migrations.AddConstraint(
            model_name="feerule",
            constraint=models.CheckConstraint(
                condition=Q(asked_at__in=MOMENTS), name="fee_asked_at_known"
            ),
        ),
        migrations.RunPython(freeze_again, freeze_again),
    ]
