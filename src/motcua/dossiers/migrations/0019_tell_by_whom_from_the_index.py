"""What was settled by whom is told from the index alone (docs/decisions/0015-five-million.md)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0018_estimate_what_is_open")]

    operations = [
        migrations.RemoveIndex(model_name="stay", name="stay_ended"),
        migrations.AddIndex(
            model_name="stay",
            index=models.Index(
                condition=models.Q(("ended_on__isnull", False)),
                fields=[
                    "agency",
                    "ended_on",
                    "id",
                    "unit",
                    "handler",
                    "ended_as",
                    "without_result",
                ],
                name="stay_ended",
            ),
        ),
    ]
