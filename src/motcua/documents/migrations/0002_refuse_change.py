"""What is kept, and what the scanner said, takes new rows and nothing else."""

from django.db import migrations

from motcua.database.operations import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]

    operations = [AppendOnly("documents_storedfile"), AppendOnly("documents_filescan")]
