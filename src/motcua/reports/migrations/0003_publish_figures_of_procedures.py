import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0004_say_how_to_reach_an_agency"),
        ("reports", "0002_keep_what_was_told"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublishedFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("scope", models.CharField(max_length=10)),
                ("code", models.CharField(max_length=40)),
                ("from_day", models.DateField()),
                ("until_day", models.DateField()),
                ("received", models.PositiveIntegerField()),
                ("online", models.PositiveIntegerField()),
                ("settled", models.PositiveIntegerField()),
                ("in_time", models.PositiveIntegerField()),
                ("median_days", models.PositiveIntegerField(null=True)),
                ("days_of_nine_in_ten", models.PositiveIntegerField(null=True)),
                ("counted_at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["code", "scope", "agency"], name="published_figure_once"
                    ),
                    models.UniqueConstraint(
                        fields=["code", "scope"],
                        condition=Q(("agency", None)),
                        name="published_figure_once_of_all",
                    ),
                    models.CheckConstraint(
                        condition=Q(("in_time__lte", F("settled")), ("online__lte", F("received"))),
                        name="published_figure_parts",
                    ),
                ],
            },
        ),
    ]
