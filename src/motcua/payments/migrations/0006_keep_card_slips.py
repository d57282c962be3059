"""The slips of card terminals, each booked once and kept as it was; of a card four digits, never more."""

import django.db.models.deletion
from django.db import migrations, models

from motcua.database.operations import RefuseWhen

SAME_SLIP = " AND ".join(
    f"NEW.{column} = OLD.{column}"
    for column in (
        "id", "receipt_id", "agency_id", "terminal", "reference", "day", "last_four", "paid_at",
        "amount_vnd",
    )
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0005_let_others_join_a_desk"),
        ("payments", "0005_keep_what_came"),
    ]

    operations = [
        migrations.CreateModel(
            name="CardSlip",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("terminal", models.CharField(max_length=16)),
                ("reference", models.CharField(max_length=60)),
                ("day", models.DateField()),
                ("last_four", models.CharField(max_length=4)),
                ("paid_at", models.DateTimeField()),
                ("amount_vnd", models.BigIntegerField()),
                ("is_void", models.BooleanField(default=False)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "receipt",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="payments.receipt",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_void", False)),
                        fields=("agency", "terminal", "reference", "day"),
                        name="card_slip_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("terminal", ""), _negated=True),
                            models.Q(("reference", ""), _negated=True),
                        ),
                        name="card_slip_named",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount_vnd__gt", 0)), name="card_slip_of_something"
                    ),
                ],
            },
        ),
        RefuseWhen(
            "payments_cardslip",
            "payments_card_slip_four_digits",
            act="insert",
            condition="length(NEW.last_four) <> 4",
        ),
        RefuseWhen(
            "payments_cardslip",
            "payments_card_slip_fixed",
            act="update",
            condition=f"OLD.is_void OR NOT NEW.is_void OR NOT ({SAME_SLIP})",
        ),
        RefuseWhen("payments_cardslip", "payments_card_slip_kept", act="delete", condition="1 = 1"),
    ]
