"""A draft remembers what stood in it before a file took its place."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("processes", "0002_keep_what_was_published")]

    operations = [
        migrations.AddField(
            model_name="processdraft",
            name="replaced",
            field=models.JSONField(null=True),
        ),
    ]
