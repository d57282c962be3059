"""Versions of one group never overlap, and a published version only ever gets its end."""

from django.db import migrations

from motcua.database.operations import NoOverlap, RefuseWhen

TABLE = "interlinked_interlinkedversion"
FROZEN = (
    "group_id",
    "version_number",
    "name",
    "valid_from",
    "definition",
    "digest",
    "published_at",
    "published_by",
)
CHANGED = " OR ".join(f"NEW.{column} <> OLD.{column}" for column in FROZEN)


class Migration(migrations.Migration):
    dependencies = [("interlinked", "0001_initial")]

    operations = [
        NoOverlap(TABLE, ["group_id"], past_empty=True),
        RefuseWhen(TABLE, "interlinked_version_frozen", act="update", condition=CHANGED),
        RefuseWhen(TABLE, "interlinked_version_stays", act="delete", condition="1 = 1"),
    ]
