"""Feedback is told too: when it is taken, unclear, passed on, answered."""

import django.db.models.deletion
from django.db import migrations, models

from motcua.database.operations import NoOverlapAgain


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0005_let_others_join_a_desk"),
        ("citizens", "0005_confirm_organizations"),
        ("dossiers", "0033_find_when_dossiers_changed_hands"),
        ("feedback", "0003_set_terms_and_post_stamps"),
        ("notices", "0006_tell_of_money"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="accountnotice",
            name="account_notice_kind_known",
        ),
        migrations.RemoveConstraint(
            model_name="notice",
            name="notice_codes_known",
        ),
        migrations.RemoveConstraint(
            model_name="noticewording",
            name="notice_wording_codes_known",
        ),
        migrations.AddField(
            model_name="accountnotice",
            name="petition",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="feedback.petition",
            ),
        ),
        migrations.AddField(
            model_name="notice",
            name="petition",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="feedback.petition",
            ),
        ),
        migrations.AlterField(
            model_name="accountnotice",
            name="dossier",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="dossiers.dossier",
            ),
        ),
        migrations.AlterField(
            model_name="notice",
            name="dossier",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="dossiers.dossier",
            ),
        ),
        migrations.AddConstraint(
            model_name="accountnotice",
            constraint=models.UniqueConstraint(
                fields=("petition", "fact_seq", "citizen"), name="account_notice_petition_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="accountnotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("dossier__isnull", False), ("petition__isnull", True)),
                    models.Q(("dossier__isnull", True), ("petition__isnull", False)),
                    _connector="OR",
                ),
                name="account_notice_of_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="accountnotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "REGISTERED",
                            "RECEIVED",
                            "IN_TRANSIT",
                            "NOT_RECEIVED",
                            "STARTED",
                            "SUPPLEMENT_ASKED",
                            "SUPPLEMENTED",
                            "OBLIGATION_DUE",
                            "RESUMED",
                            "DATE_MOVED",
                            "EXTENDED",
                            "APOLOGY",
                            "WITHDRAWN",
                            "STOPPED",
                            "RESULT_READY",
                            "RETURNED",
                            "CORRECTED",
                            "REOPENED",
                            "ANSWERED",
                            "PAYMENT_RECEIVED",
                            "PAYMENT_REST",
                            "PAYMENT_EXPIRED",
                            "PETITION_TAKEN",
                            "PETITION_REFUSED",
                            "PETITION_UNCLEAR",
                            "PETITION_FORWARDED",
                            "PETITION_ANSWERED",
                            "PETITION_REOPENED",
                        ],
                    )
                ),
                name="account_notice_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(
                fields=("petition", "fact_seq", "carrier", "address_digest"),
                name="notice_petition_told_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("dossier__isnull", False), ("petition__isnull", True)),
                    models.Q(("dossier__isnull", True), ("petition__isnull", False)),
                    _connector="OR",
                ),
                name="notice_of_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("carrier__in", ["EMAIL", "SMS", "ZALO"]),
                    (
                        "kind__in",
                        [
                            "REGISTERED",
                            "RECEIVED",
                            "IN_TRANSIT",
                            "NOT_RECEIVED",
                            "STARTED",
                            "SUPPLEMENT_ASKED",
                            "SUPPLEMENTED",
                            "OBLIGATION_DUE",
                            "RESUMED",
                            "DATE_MOVED",
                            "EXTENDED",
                            "APOLOGY",
                            "WITHDRAWN",
                            "STOPPED",
                            "RESULT_READY",
                            "RETURNED",
                            "CORRECTED",
                            "REOPENED",
                            "ANSWERED",
                            "PAYMENT_RECEIVED",
                            "PAYMENT_REST",
                            "PAYMENT_EXPIRED",
                            "PETITION_TAKEN",
                            "PETITION_REFUSED",
                            "PETITION_UNCLEAR",
                            "PETITION_FORWARDED",
                            "PETITION_ANSWERED",
                            "PETITION_REOPENED",
                        ],
                    ),
                ),
                name="notice_codes_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="noticewording",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("carrier__in", ["EMAIL", "SMS", "ZALO"]),
                    (
                        "kind__in",
                        [
                            "REGISTERED",
                            "RECEIVED",
                            "IN_TRANSIT",
                            "NOT_RECEIVED",
                            "STARTED",
                            "SUPPLEMENT_ASKED",
                            "SUPPLEMENTED",
                            "OBLIGATION_DUE",
                            "RESUMED",
                            "DATE_MOVED",
                            "EXTENDED",
                            "APOLOGY",
                            "WITHDRAWN",
                            "STOPPED",
                            "RESULT_READY",
                            "RETURNED",
                            "CORRECTED",
                            "REOPENED",
                            "ANSWERED",
                            "PAYMENT_RECEIVED",
                            "PAYMENT_REST",
                            "PAYMENT_EXPIRED",
                            "PETITION_TAKEN",
                            "PETITION_REFUSED",
                            "PETITION_UNCLEAR",
                            "PETITION_FORWARDED",
                            "PETITION_ANSWERED",
                            "PETITION_REOPENED",
                        ],
                    ),
                    ("language__in", ["vi", "en"]),
                ),
                name="notice_wording_codes_known",
            ),
        ),
        # SQLite rebuilds the table and loses the triggers.
        NoOverlapAgain("notices_noticewording", ["agency_id", "kind", "carrier", "language"]),
    ]
