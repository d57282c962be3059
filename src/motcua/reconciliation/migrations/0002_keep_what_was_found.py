"""A difference stays the same one, and what was compared stays as it was."""

from django.db import migrations

from motcua.database.operations import AppendOnly, RefuseWhen

SAME = " AND ".join(
    f"NEW.{column} = OLD.{column}"
    for column in ("id", "agency_id", "kind", "subject_kind", "subject_id")
)


class Migration(migrations.Migration):
    dependencies = [("reconciliation", "0001_initial")]

    operations = [
        AppendOnly("reconciliation_comparison"),
        RefuseWhen(
            "reconciliation_difference",
            "reconciliation_difference_same",
            act="update",
            condition=f"NOT ({SAME}) OR NEW.version <> OLD.version + 1",
        ),
        RefuseWhen(
            "reconciliation_difference",
            "reconciliation_difference_kept",
            act="delete",
            condition="1 = 1",
        ),
    ]
