import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("exchange", "0002_keep_what_is_sent_whole"),
    ]

    operations = [
        migrations.CreateModel(
            name="SharedOffer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seq_there", models.PositiveSmallIntegerField()),
                ("seq_here", models.PositiveSmallIntegerField()),
                (
                    "shared",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="exchange.shareddossier",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("shared", "seq_there"), name="shared_offer_there"
                    ),
                    models.UniqueConstraint(
                        fields=("shared", "seq_here"), name="shared_offer_here"
                    ),
                ],
            },
        ),
    ]
