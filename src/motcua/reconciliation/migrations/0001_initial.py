"""Differences of money, and when all was compared."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0004_let_citizens_sign_in"),
        ("agencies", "0005_let_others_join_a_desk"),
    ]

    operations = [
        migrations.CreateModel(
            name="Comparison",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("compared_at", models.DateTimeField()),
                ("since", models.DateField()),
                ("found", models.PositiveIntegerField()),
                ("gone", models.PositiveIntegerField()),
                ("standing", models.PositiveIntegerField()),
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
                "indexes": [models.Index(fields=["agency", "-id"], name="comparison_agency")],
            },
        ),
        migrations.CreateModel(
            name="Difference",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=24)),
                ("subject_kind", models.CharField(max_length=20)),
                ("subject_id", models.BigIntegerField()),
                ("day", models.DateField()),
                ("amount_vnd", models.BigIntegerField()),
                ("likely", models.CharField(max_length=20)),
                ("about", models.CharField(blank=True, max_length=80)),
                ("found_at", models.DateTimeField()),
                ("state", models.CharField(default="OPEN", max_length=10)),
                ("explained_at", models.DateTimeField(null=True)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("gone_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "explained_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.holding",
                    ),
                ),
                (
                    "owner",
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
                    models.Index(fields=["agency", "state", "id"], name="difference_agency_state"),
                    models.Index(fields=["agency", "day", "id"], name="difference_agency_day"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agency", "kind", "subject_kind", "subject_id"),
                        name="difference_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "TILL_COUNT",
                                    "TILL_OPEN",
                                    "TILL_RECEIPTS",
                                    "BOOKS",
                                    "LINE_WAITING",
                                    "LINE_WITHOUT_RECEIPT",
                                    "RECEIPT_WITHOUT_MONEY",
                                    "REST",
                                    "PAID_LESS",
                                    "BANK_FEE",
                                    "ORDER_STUCK",
                                    "MESSAGE_REFUSED",
                                    "REFUND_STUCK",
                                    "STATEMENT_MISSING",
                                ],
                            ),
                            (
                                "likely__in",
                                [
                                    "MISCOUNTED",
                                    "FORGOTTEN",
                                    "TAMPERED",
                                    "SLIP_AT_COUNTER",
                                    "WRONG_REFERENCE",
                                    "UNKNOWN",
                                    "PAID_TWICE",
                                    "PAID_LATE",
                                    "PAID_TOO_MUCH",
                                    "PAID_TOO_LITTLE",
                                    "FEE_BY_BANK",
                                    "NEVER_CAME",
                                    "NOT_READ",
                                    "JOB_STOPPED",
                                    "FORGED",
                                    "GATEWAY_FAULT",
                                    "UNDECIDED",
                                    "UNPAID",
                                ],
                            ),
                            (
                                "subject_kind__in",
                                [
                                    "till",
                                    "receipt",
                                    "payment",
                                    "statement-line",
                                    "payment-order",
                                    "payment-message",
                                    "refund",
                                    "collecting-account",
                                ],
                            ),
                        ),
                        name="difference_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("explained_at", None), ("gone_at", None), ("state", "OPEN")),
                            models.Q(
                                ("explained_at__isnull", False),
                                ("gone_at", None),
                                ("state", "EXPLAINED"),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            models.Q(("gone_at__isnull", False), ("state", "GONE")),
                            _connector="OR",
                        ),
                        name="difference_state_whole",
                    ),
                ],
            },
        ),
    ]
