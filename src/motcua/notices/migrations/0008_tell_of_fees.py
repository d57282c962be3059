"""A fee that was worked out anew is told."""

from django.db import migrations, models

from motcua.database.operations import NoOverlapAgain


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0005_let_others_join_a_desk"),
        ("citizens", "0005_confirm_organizations"),
        ("dossiers", "0034_settle_fees_by_proof"),
        ("feedback", "0004_know_what_was_late_then"),
        ("notices", "0007_tell_of_feedback"),
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
                            "FEE_CHANGED",
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
                            "FEE_CHANGED",
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
                            "FEE_CHANGED",
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
