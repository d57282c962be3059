"""A form has one wording at a time at an agency."""

from django.db import migrations

from motcua.database.operations import NoOverlap


class Migration(migrations.Migration):
    dependencies = [("papers", "0001_initial")]

    operations = [NoOverlap("papers_formwording", ["agency_id", "form_key"])]
