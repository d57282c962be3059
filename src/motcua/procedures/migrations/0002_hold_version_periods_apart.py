from django.db import migrations

from motcua.database.operations import NoOverlap


class Migration(migrations.Migration):
    dependencies = [("procedures", "0001_initial")]

    operations = [NoOverlap("procedures_procedureversion", ["procedure_id"])]
