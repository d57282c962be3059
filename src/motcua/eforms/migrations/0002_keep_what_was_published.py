"""Versions of one form never overlap, and a published version only ever gets its end."""

from django.db import migrations

from motcua.database.operations import NoOverlap, RefuseWhen

TABLE = "eforms_eformversion"
FROZEN = (
    "eform_id",
    "version_number",
    "valid_from",
    "definition",
    "digest",
    "published_at",
    "published_by",
)
CHANGED = " OR ".join(f"NEW.{column} <> OLD.{column}" for column in FROZEN)


class Migration(migrations.Migration):
    dependencies = [("eforms", "0001_initial")]

    operations = [
        NoOverlap(TABLE, ["eform_id"], past_empty=True),
        RefuseWhen(TABLE, "eform_version_frozen", act="update", condition=CHANGED),
        RefuseWhen(TABLE, "eform_version_stays", act="delete", condition="1 = 1"),
    ]
