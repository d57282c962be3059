"""Versions of one process never overlap, and a published version only ever gets its end."""

from django.db import migrations

from motcua.database.operations import NoOverlap, RefuseWhen

TABLE = "processes_processversion"
FROZEN = (
    "process_id",
    "version_number",
    "valid_from",
    "title",
    "definition",
    "digest",
    "acknowledged",
    "reason",
    "published_at",
    "published_by",
)
CHANGED = " OR ".join(f"NEW.{column} <> OLD.{column}" for column in FROZEN)


class Migration(migrations.Migration):
    dependencies = [("processes", "0001_initial")]

    operations = [
        NoOverlap(TABLE, ["process_id"], past_empty=True),
        RefuseWhen(TABLE, "process_version_frozen", act="update", condition=CHANGED),
        RefuseWhen(TABLE, "process_version_stays", act="delete", condition="1 = 1"),
    ]
