"""Terms are set from a day on; a letter has the day of its post stamp, which stays as it was written."""

import django.db.models.deletion
from django.db import migrations, models

from motcua.database.operations import NoOverlap, RefuseWhen

STAMP_CHANGED = (
    "(NEW.stamped_on IS NULL) <> (OLD.stamped_on IS NULL) OR NEW.stamped_on <> OLD.stamped_on"
)


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0005_let_others_join_a_desk"),
        ("feedback", "0002_keep_what_was_said"),
    ]

    operations = [
        migrations.AddField(
            model_name="petition",
            name="stamped_on",
            field=models.DateField(null=True),
        ),
        migrations.CreateModel(
            name="FeedbackTerms",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField(null=True)),
                ("document", models.JSONField()),
                ("set_at", models.DateTimeField()),
                ("set_by", models.CharField(max_length=200)),
                (
                    "agency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until__isnull", True),
                            ("valid_until__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="feedback_terms_period",
                    )
                ],
            },
        ),
        RefuseWhen(
            "feedback_petition", "feedback_petition_stamp", act="update", condition=STAMP_CHANGED
        ),
        NoOverlap("feedback_feedbackterms", ["agency_id"]),
    ]
