from django.db import migrations

from motcua.database.operations import NoOverlap


class Migration(migrations.Migration):
    dependencies = [("agencies", "0001_initial")]

    operations = [
        NoOverlap("agencies_agencyversion", ["agency_id"]),
        NoOverlap("agencies_agencycode", ["agency_id", "scheme"]),
        NoOverlap("agencies_deskname", ["desk_id"]),
        NoOverlap("agencies_counter", ["desk_id", "number"]),
        NoOverlap("agencies_unitsector", ["unit_id", "sector_code"]),
    ]
