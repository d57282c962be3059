import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agencies", "0004_say_how_to_reach_an_agency"),
        ("dossiers", "0023_let_citizens_follow"),
    ]

    operations = [
        migrations.CreateModel(
            name="Partner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=150)),
                ("address", models.CharField(max_length=200)),
                ("key", models.CharField(max_length=64, unique=True)),
                ("mark", models.CharField(max_length=16, unique=True)),
                ("is_active", models.BooleanField(default=True)),
                ("last_seq", models.BigIntegerField(default=0)),
                ("heard_through", models.BigIntegerField(default=0)),
                ("heard_at", models.DateTimeField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("added_at", models.DateTimeField()),
                ("added_by", models.CharField(max_length=200)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="partner_has_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("heard_through__gte", 0), ("last_seq__gte", 0)),
                        name="partner_counts_up",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnerAgency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "agency",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agencies.agency",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hosted",
                        to="exchange.partner",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OutMessage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seq", models.BigIntegerField()),
                ("kind", models.CharField(max_length=12)),
                ("thread", models.CharField(max_length=60)),
                ("body", models.TextField()),
                ("state", models.CharField(default="WAITING", max_length=8)),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("next_try_at", models.DateTimeField(null=True)),
                ("failure", models.CharField(blank=True, default="", max_length=20)),
                ("failure_detail", models.CharField(blank=True, default="", max_length=300)),
                ("reason_there", models.CharField(blank=True, default="", max_length=80)),
                ("told_at", models.DateTimeField()),
                ("received_at", models.DateTimeField(null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="exchange.partner",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "WAITING")),
                        fields=["partner", "seq"],
                        name="out_message_waiting",
                    ),
                    models.Index(
                        condition=models.Q(("reason_there", ""), _negated=True),
                        fields=["partner", "seq"],
                        name="out_message_stuck_there",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("partner", "seq"), name="out_message_place"),
                    models.CheckConstraint(
                        condition=models.Q(("seq__gte", 1)), name="out_message_from_1"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "OFFER",
                                    "ACCEPTED",
                                    "REFUSED",
                                    "TAKEN_BACK",
                                    "RETURNED",
                                    "STATUS",
                                ],
                            ),
                            ("state__in", ["WAITING", "RECEIVED"]),
                        ),
                        name="out_message_codes_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "failure__in",
                                [
                                    "",
                                    "NOT_REACHED",
                                    "NOT_KNOWN_THERE",
                                    "SIGNATURE_REFUSED",
                                    "CLOCKS_DIFFER",
                                    "ANSWER_NOT_SIGNED",
                                    "NUMBER_TAKEN",
                                    "FILE_MISSING",
                                    "FILE_REFUSED",
                                    "FAULT_THERE",
                                    "FAULT_HERE",
                                ],
                            )
                        ),
                        name="out_message_failure_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("next_try_at__isnull", False), ("state", "WAITING")),
                            models.Q(
                                ("next_try_at__isnull", True),
                                models.Q(("state", "WAITING"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="out_message_due_while_waiting",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InMessage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seq", models.BigIntegerField()),
                ("kind", models.CharField(max_length=12)),
                ("thread", models.CharField(max_length=60)),
                ("body", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("state", models.CharField(default="WAITING", max_length=8)),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("reason", models.CharField(blank=True, default="", max_length=80)),
                ("detail", models.TextField(blank=True, default="{}")),
                ("told_at", models.DateTimeField()),
                ("received_at", models.DateTimeField()),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "partner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="exchange.partner",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "DONE"), _negated=True),
                        fields=["partner", "seq"],
                        name="in_message_open",
                    ),
                    models.Index(fields=["partner", "thread", "seq"], name="in_message_thread"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("partner", "seq"), name="in_message_place"),
                    models.CheckConstraint(
                        condition=models.Q(("seq__gte", 1)), name="in_message_from_1"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "OFFER",
                                    "ACCEPTED",
                                    "REFUSED",
                                    "TAKEN_BACK",
                                    "RETURNED",
                                    "STATUS",
                                ],
                            ),
                            ("state__in", ["WAITING", "DONE", "STUCK"]),
                        ),
                        name="in_message_codes_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_at__isnull", False), ("state", "DONE")),
                            models.Q(
                                ("done_at__isnull", True),
                                models.Q(("state", "DONE"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="in_message_done_has_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "STUCK"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="in_message_stuck_has_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SharedDossier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("thread", models.CharField(max_length=60)),
                ("is_ours", models.BooleanField()),
                ("shared_at", models.DateTimeField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossiers.dossier",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="exchange.partner",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partner", "thread", "is_ours"), name="shared_dossier_once"
                    )
                ],
            },
        ),
    ]
