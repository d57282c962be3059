"""An agency has one number pattern at a time."""

from django.db import migrations

from motcua.database.operations import NoOverlap


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0001_initial")]

    operations = [NoOverlap("dossiers_numberpattern", ["agency_id"])]
