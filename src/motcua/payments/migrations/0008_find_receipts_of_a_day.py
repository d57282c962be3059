"""The receipts of a day are found without looking at those of all years."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("payments", "0007_read_long_statements")]

    operations = [
        migrations.AddIndex(
            model_name="receipt",
            index=models.Index(fields=["agency", "collected_at"], name="receipt_agency_time"),
        ),
    ]
