from django.db import migrations

from motcua.database.operations import NoOverlap


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        NoOverlap("accounts_holding", ["officer_id", "position_id"]),
        NoOverlap("accounts_holdingrole", ["holding_id", "role"]),
        NoOverlap("accounts_standin", ["absent_holding_id"]),
    ]
