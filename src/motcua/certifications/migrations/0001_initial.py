import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_hold_periods_apart"),
        ("agencies", "0003_units_come_after_units"),
        ("dossiers", "0004_carry_the_whole_life"),
    ]

    operations = [
        migrations.CreateModel(
            name="Certification",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=12)),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("position", models.PositiveSmallIntegerField()),
                ("document_name", models.CharField(max_length=300)),
                ("pages", models.PositiveSmallIntegerField()),
                ("copies", models.PositiveSmallIntegerField()),
                ("sheets", models.PositiveSmallIntegerField()),
                ("requester_name", models.CharField(max_length=200)),
                ("requester_number", models.CharField(blank=True, max_length=20)),
                ("fee_vnd", models.BigIntegerField()),
                ("signer_name", models.CharField(blank=True, max_length=200)),
                ("signer_title", models.CharField(blank=True, max_length=200)),
                ("entered_at", models.DateTimeField()),
                ("entered_on", models.DateField()),
                ("certified_at", models.DateTimeField(null=True)),
                ("note", models.CharField(blank=True, max_length=300)),
                ("state", models.CharField(default="ENTERED", max_length=12)),
                ("cancelled_at", models.DateTimeField(null=True)),
                ("cancelled_by", models.CharField(blank=True, max_length=200)),
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.holding",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["agency", "entered_on", "id"], name="certification_agency_day"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agency", "year", "kind", "number"),
                        name="certification_number_once",
                    ),
                    models.UniqueConstraint(
                        fields=("dossier", "position"), name="certification_place_in_dossier"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["COPY", "SIGNATURE", "TRANSACTION"])),
                        name="certification_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="certification_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("copies__gte", 1),
                            ("copies__lte", 999),
                            ("pages__gte", 1),
                            ("pages__lte", 999),
                            ("sheets__lte", 999),
                        ),
                        name="certification_counts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fee_vnd__gte", 0)), name="certification_fee"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("document_name", ""), _negated=True),
                            models.Q(("requester_name", ""), _negated=True),
                        ),
                        name="certification_of_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("cancelled_at__isnull", True), ("reason", ""), ("state", "ENTERED")
                            ),
                            models.Q(
                                ("cancelled_at__isnull", False),
                                ("state", "CANCELLED"),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="certification_cancelled_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CertificationBook",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=12)),
                ("last", models.PositiveIntegerField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_by", models.CharField(blank=True, max_length=200)),
                ("digest", models.CharField(blank=True, max_length=64)),
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
                        fields=("agency", "year", "kind"), name="certification_book_one_a_year"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["COPY", "SIGNATURE", "TRANSACTION"])),
                        name="certification_book_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_at__isnull", True),
                            models.Q(("digest", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="certification_book_closed_whole",
                    ),
                ],
            },
        ),
    ]
