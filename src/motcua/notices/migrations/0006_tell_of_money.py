"""Money that came and attempts to pay that expired are told. SQLite rebuilds the tables: what keeps the
periods of wordings apart, lost there since 0005, is set again.
"""

from django.db import migrations, models

from motcua.database.operations import NoOverlapAgain


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0005_let_others_join_a_desk"),
        ("citizens", "0005_confirm_organizations"),
        ("dossiers", "0033_find_when_dossiers_changed_hands"),
        ("notices", "0005_tell_of_messages"),
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
                        ],
                    ),
                    ("language__in", ["vi", "en"]),
                ),
                name="notice_wording_codes_known",
            ),
        ),
        NoOverlapAgain("notices_noticewording", ["agency_id", "kind", "carrier", "language"]),
    ]
