from django.db import migrations

from motcua.database.operations import NoOverlap


class Migration(migrations.Migration):
    dependencies = [("citizens", "0001_initial")]

    operations = [NoOverlap("citizens_membership", ["citizen_id", "organization_id"])]
