"""How to get there, who receives feedback about procedures, and how to reach them: part of what an agency is in a period."""

from django.db import migrations, models

from motcua.database.operations import NoOverlapAgain


class Migration(migrations.Migration):
    dependencies = [("agencies", "0003_units_come_after_units")]

    operations = [
        migrations.AddField(
            model_name="agencyversion",
            name="directions",
            field=models.CharField(blank=True, default="", max_length=500),
        ),
        migrations.AddField(
            model_name="agencyversion",
            name="feedback_to",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="agencyversion",
            name="feedback_address",
            field=models.CharField(blank=True, default="", max_length=250),
        ),
        migrations.AddField(
            model_name="agencyversion",
            name="feedback_phone",
            field=models.CharField(blank=True, default="", max_length=40),
        ),
        migrations.AddField(
            model_name="agencyversion",
            name="feedback_email",
            field=models.CharField(blank=True, default="", max_length=120),
        ),
        NoOverlapAgain("agencies_agencyversion", ["agency_id"]),
    ]
