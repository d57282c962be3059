"""The ledger takes new facts and nothing else."""

from django.db import migrations

from motcua.database.operations import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    operations = [AppendOnly("ledger_fact")]
