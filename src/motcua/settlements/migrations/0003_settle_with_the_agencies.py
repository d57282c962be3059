"""Settle with the agencies by period; give back what nobody owed."""

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_let_citizens_sign_in"),
        ("agencies", "0005_let_others_join_a_desk"),
        ("books", "0003_keep_a_share"),
        ("dossiers", "0033_find_when_dossiers_changed_hands"),
        ("payments", "0005_keep_what_came"),
        ("settlements", "0002_keep_what_was_refunded"),
    ]

    operations = [
        migrations.CreateModel(
            name="Settlement",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                ("kept_fee_bp", models.PositiveIntegerField()),
                ("kept_charge_bp", models.PositiveIntegerField()),
                ("state", models.CharField(default="DRAFT", max_length=10)),
                ("drafted_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("sent_note", models.CharField(blank=True, max_length=500)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answer_note", models.CharField(blank=True, max_length=500)),
                ("paid_at", models.DateTimeField(null=True)),
                ("way", models.CharField(blank=True, max_length=10)),
                ("slip_number", models.CharField(blank=True, max_length=60)),
                ("paid_on", models.DateField(null=True)),
                ("next_transfer", models.BigIntegerField(default=0)),
                ("version", models.PositiveIntegerField(default=1)),
            ],
        ),
        migrations.CreateModel(
            name="SettlementItem",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("part", models.CharField(max_length=10)),
                ("kind", models.CharField(max_length=8)),
                ("amount_vnd", models.BigIntegerField()),
                ("is_late", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="SettlementPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=8)),
                ("carried_vnd", models.BigIntegerField()),
                ("collected_vnd", models.BigIntegerField()),
                ("cancelled_vnd", models.BigIntegerField()),
                ("refunded_vnd", models.BigIntegerField()),
                ("kept_vnd", models.BigIntegerField()),
                ("due_vnd", models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="SettlementTerms",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField(null=True)),
                ("span", models.CharField(max_length=8)),
                ("kept_fee_bp", models.PositiveIntegerField(default=0)),
                ("kept_charge_bp", models.PositiveIntegerField(default=0)),
                ("basis", models.CharField(max_length=300)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="refund",
            name="refund_of_something",
        ),
        migrations.AddField(
            model_name="refund",
            name="payment",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="payments.payment",
            ),
        ),
        migrations.AddField(
            model_name="refund",
            name="rest_vnd",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name="refund",
            name="receipt",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="payments.receipt",
            ),
        ),
        migrations.AddConstraint(
            model_name="refund",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("charge_vnd__gte", 0),
                        ("fee_vnd__gte", 0),
                        ("payment", None),
                        ("receipt__isnull", False),
                        ("rest_vnd", 0),
                        models.Q(("charge_vnd", 0), ("fee_vnd", 0), _negated=True),
                    ),
                    models.Q(
                        ("charge_vnd", 0),
                        ("fee_vnd", 0),
                        ("payment__isnull", False),
                        ("receipt", None),
                        ("rest_vnd__gt", 0),
                    ),
                    _connector="OR",
                ),
                name="refund_of_something",
            ),
        ),
        migrations.AddField(
            model_name="settlement",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
            ),
        ),
        migrations.AddField(
            model_name="settlement",
            name="answered_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.holding",
            ),
        ),
        migrations.AddField(
            model_name="settlement",
            name="drafted_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.holding"
            ),
        ),
        migrations.AddField(
            model_name="settlement",
            name="due_agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
            ),
        ),
        migrations.AddField(
            model_name="settlement",
            name="paid_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.holding",
            ),
        ),
        migrations.AddField(
            model_name="settlement",
            name="sent_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.holding",
            ),
        ),
        migrations.AddField(
            model_name="settlementitem",
            name="settlement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="settlements.settlement",
            ),
        ),
        migrations.AddField(
            model_name="settlementitem",
            name="transfer",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="books.transfer"
            ),
        ),
        migrations.AddField(
            model_name="settlementpart",
            name="settlement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="settlements.settlement",
            ),
        ),
        migrations.AddField(
            model_name="settlementterms",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
            ),
        ),
        migrations.AddIndex(
            model_name="settlement",
            index=models.Index(fields=["agency", "id"], name="settlement_agency"),
        ),
        migrations.AddIndex(
            model_name="settlement",
            index=models.Index(fields=["due_agency", "id"], name="settlement_due_agency"),
        ),
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.UniqueConstraint(
                fields=("agency", "due_agency", "first_day"), name="settlement_period_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "DRAFT")),
                fields=("agency", "due_agency"),
                name="settlement_one_draft",
            ),
        ),
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))),
                name="settlement_period_forward",
            ),
        ),
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["DRAFT", "SENT", "DISPUTED", "ACCEPTED", "PAID"])
                ),
                name="settlement_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sent_at", None), ("state", "DRAFT")),
                    models.Q(
                        models.Q(("state", "DRAFT"), _negated=True), ("sent_at__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="settlement_sent_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "DISPUTED"), _negated=True),
                    models.Q(("answer_note", ""), _negated=True),
                    _connector="OR",
                ),
                name="settlement_disputed_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["ACCEPTED", "PAID"]), _negated=True),
                    models.Q(
                        ("answered_by__isnull", False),
                        models.Q(("answered_by", models.F("sent_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="settlement_accepted_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("paid_at__isnull", False),
                        ("state", "PAID"),
                        models.Q(
                            models.Q(("slip_number", ""), ("way", "")),
                            models.Q(
                                ("paid_on__isnull", False),
                                ("way__in", ["TRANSFER", "CASH"]),
                                models.Q(("slip_number", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                    ),
                    models.Q(
                        models.Q(("state", "PAID"), _negated=True), ("paid_at", None), ("way", "")
                    ),
                    _connector="OR",
                ),
                name="settlement_paid_whole",
            ),
        ),
        migrations.AddIndex(
            model_name="settlementitem",
            index=models.Index(
                fields=["settlement", "part", "kind", "id"], name="settlement_item_part"
            ),
        ),
        migrations.AddConstraint(
            model_name="settlementpart",
            constraint=models.UniqueConstraint(
                fields=("settlement", "kind"), name="settlement_part_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="settlementpart",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["FEE", "CHARGE"])),
                name="settlement_part_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="settlementpart",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("cancelled_vnd__gte", 0),
                    ("carried_vnd__lte", 0),
                    ("collected_vnd__gte", 0),
                    (
                        "due_vnd",
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("carried_vnd"), "+", models.F("collected_vnd")
                                    ),
                                    "-",
                                    models.F("cancelled_vnd"),
                                ),
                                "-",
                                models.F("refunded_vnd"),
                            ),
                            "-",
                            models.F("kept_vnd"),
                        ),
                    ),
                    ("kept_vnd__gte", 0),
                    ("refunded_vnd__gte", 0),
                ),
                name="settlement_part_adds_up",
            ),
        ),
        migrations.AddConstraint(
            model_name="settlementterms",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_until__isnull", True),
                    ("valid_until__gt", models.F("valid_from")),
                    _connector="OR",
                ),
                name="settlement_terms_period",
            ),
        ),
        migrations.AddConstraint(
            model_name="settlementterms",
            constraint=models.CheckConstraint(
                condition=models.Q(("span__in", ["DAY", "WEEK", "MONTH", "QUARTER"])),
                name="settlement_terms_span_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="settlementterms",
            constraint=models.CheckConstraint(
                condition=models.Q(("kept_charge_bp__lte", 10000), ("kept_fee_bp__lte", 10000)),
                name="settlement_terms_share",
            ),
        ),
        migrations.AddConstraint(
            model_name="settlementterms",
            constraint=models.CheckConstraint(
                condition=models.Q(("basis", ""), _negated=True), name="settlement_terms_basis"
            ),
        ),
    ]
