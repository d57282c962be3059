"""What a closed period told is never changed or deleted."""

from django.db import migrations

from motcua.database.operations import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial")]

    operations = [AppendOnly("reports_closedreport")]
