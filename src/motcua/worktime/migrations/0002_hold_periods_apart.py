"""An agency has one calendar at a time."""

from django.db import migrations

from motcua.database.operations import NoOverlap


class Migration(migrations.Migration):
    dependencies = [("worktime", "0001_initial")]

    operations = [NoOverlap("worktime_officecalendar", ["agency_id"])]
