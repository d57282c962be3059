from django.db import migrations

from motcua.database.operations import AppendOnly


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [AppendOnly("audit_accesslog")]
