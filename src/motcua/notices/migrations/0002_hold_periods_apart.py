"""A notice has one wording at a time at an agency."""

from django.db import migrations

from motcua.database.operations import NoOverlap


class Migration(migrations.Migration):
    dependencies = [("notices", "0001_initial")]

    operations = [
        NoOverlap("notices_noticewording", ["agency_id", "kind", "carrier", "language"]),
    ]
