from django.db import migrations, models
from django.db.models import F, Q

from motcua.database.operations import NoOverlap


class Migration(migrations.Migration):
    dependencies = [("procedures", "0003_freeze_published_versions")]

    operations = [
        migrations.CreateModel(
            name="LifeEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField(null=True)),
                ("code", models.SlugField(max_length=60)),
                ("position", models.PositiveSmallIntegerField()),
                ("content", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                ("published_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["code", "valid_from"],
                        condition=Q(("valid_until", None))
                        | Q(("valid_until__gt", F("valid_from"))),
                        name="life_event_from_day",
                    ),
                    models.CheckConstraint(
                        condition=Q(("valid_until", None))
                        | Q(("valid_until__gte", F("valid_from"))),
                        name="life_event_period_forward",
                    ),
                ],
            },
        ),
        NoOverlap("procedures_lifeevent", ["code"], past_empty=True),
    ]
