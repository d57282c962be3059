import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_hold_periods_apart"),
        ("agencies", "0003_units_come_after_units"),
        ("dossiers", "0003_search_by_parts_of_words"),
    ]

    operations = [
        migrations.CreateModel(
            name="Till",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("day", models.DateField()),
                ("opened_at", models.DateTimeField()),
                ("opening_vnd", models.BigIntegerField(default=0)),
                ("closed_at", models.DateTimeField(null=True)),
                ("counted_vnd", models.BigIntegerField(null=True)),
                ("expected_vnd", models.BigIntegerField(null=True)),
                ("difference_vnd", models.BigIntegerField(null=True)),
                ("notes", models.TextField(default="[]")),
                ("note", models.CharField(blank=True, max_length=500)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "holding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.holding",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("book_symbol", models.CharField(max_length=20)),
                ("payer_name", models.CharField(max_length=200)),
                ("payer_number", models.CharField(blank=True, max_length=20)),
                ("address", models.CharField(blank=True, max_length=300)),
                ("collected_at", models.DateTimeField()),
                ("method", models.CharField(max_length=16)),
                ("slip_number", models.CharField(blank=True, max_length=60)),
                ("total_vnd", models.BigIntegerField()),
                ("given_vnd", models.BigIntegerField(null=True)),
                ("state", models.CharField(default="ISSUED", max_length=12)),
                ("cancelled_at", models.DateTimeField(null=True)),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("search_key", models.TextField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "cancelled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.holding",
                    ),
                ),
                (
                    "collected_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.holding",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "till",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="payments.till",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReceiptBook",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("symbol", models.CharField(max_length=20)),
                ("last", models.PositiveIntegerField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agency", "year"), name="receipt_book_one_a_year"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("last__gte", 0), ("last__lte", 99999999)),
                        name="receipt_book_eight_digits",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReceiptLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=8)),
                ("name", models.CharField(max_length=500)),
                ("amount_vnd", models.BigIntegerField()),
                ("is_additional", models.BooleanField(default=False)),
                (
                    "receipt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="payments.receipt",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("receipt", "position"), name="receipt_line_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["FEE", "CHARGE"])),
                        name="receipt_line_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount_vnd__gt", 0)), name="receipt_line_positive"
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="till",
            index=models.Index(fields=["agency", "day", "id"], name="till_agency_day"),
        ),
        migrations.AddConstraint(
            model_name="till",
            constraint=models.UniqueConstraint(
                fields=("holding", "agency", "day"), name="till_one_per_officer_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="till",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True)),
                fields=("holding", "agency"),
                name="till_one_open_per_officer",
            ),
        ),
        migrations.AddConstraint(
            model_name="till",
            constraint=models.CheckConstraint(
                condition=models.Q(("opening_vnd__gte", 0)), name="till_opening_positive"
            ),
        ),
        migrations.AddConstraint(
            model_name="till",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("closed_at__isnull", True),
                        ("counted_vnd__isnull", True),
                        ("difference_vnd__isnull", True),
                        ("expected_vnd__isnull", True),
                    ),
                    models.Q(
                        ("closed_at__isnull", False),
                        (
                            "difference_vnd",
                            django.db.models.expressions.CombinedExpression(
                                models.F("counted_vnd"), "-", models.F("expected_vnd")
                            ),
                        ),
                    ),
                    _connector="OR",
                ),
                name="till_closed_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="till",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("difference_vnd__isnull", True),
                    ("difference_vnd", 0),
                    models.Q(("note", ""), _negated=True),
                    _connector="OR",
                ),
                name="till_difference_explained",
            ),
        ),
        migrations.AddIndex(
            model_name="receipt",
            index=models.Index(fields=["agency", "id"], name="receipt_agency"),
        ),
        migrations.AddIndex(
            model_name="receipt",
            index=models.Index(fields=["till", "id"], name="receipt_till"),
        ),
        migrations.AddIndex(
            model_name="receipt",
            index=models.Index(fields=["dossier", "id"], name="receipt_dossier"),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(
                fields=("agency", "year", "number"), name="receipt_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1), ("number__lte", 99999999)),
                name="receipt_eight_digits",
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.CheckConstraint(
                condition=models.Q(("method__in", ["CASH", "TRANSFER_SLIP", "CARD_SLIP"])),
                name="receipt_method_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("method", "CASH"),
                    models.Q(("slip_number", ""), _negated=True),
                    _connector="OR",
                ),
                name="receipt_slip_named",
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.CheckConstraint(
                condition=models.Q(("total_vnd__gt", 0)), name="receipt_of_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("given_vnd__isnull", True),
                    ("given_vnd__gte", models.F("total_vnd")),
                    _connector="OR",
                ),
                name="receipt_given_enough",
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.CheckConstraint(
                condition=models.Q(("payer_name", ""), _negated=True), name="receipt_has_a_payer"
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cancelled_at__isnull", True), ("reason", ""), ("state", "ISSUED")),
                    models.Q(
                        ("cancelled_at__isnull", False),
                        ("state", "CANCELLED"),
                        models.Q(("reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="receipt_cancelled_with_reason",
            ),
        ),
    ]
