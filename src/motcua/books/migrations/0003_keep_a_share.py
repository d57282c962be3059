"""An account for the share that an agency may keep of what it collects."""

from django.db import migrations, models

from motcua.database.operations import AppendOnlyAgain, NoLongerRefuse, RefuseWhen

OF_ANOTHER = "NEW.agency_id <> (SELECT account.agency_id FROM books_account account WHERE account.id = NEW.{side}_id)"
OF_ONE_AGENCY = {
    "act": "insert",
    "condition": f"{OF_ANOTHER.format(side='debit')} OR {OF_ANOTHER.format(side='credit')}",
}


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0005_let_others_join_a_desk"),
        ("books", "0002_keep_what_was_posted"),
    ]

    operations = [
        NoLongerRefuse("books_transfer", "books_transfer_of_one_agency", **OF_ONE_AGENCY),
        migrations.RemoveConstraint(
            model_name="account",
            name="books_account_code_known",
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "code__in",
                        [
                            "CASH",
                            "SAFE",
                            "BANK",
                            "CARD_CLEARING",
                            "TRANSFER_CLEARING",
                            "GATEWAY_CLEARING",
                            "TILL_SHORT",
                            "OWED_FEE",
                            "OWED_CHARGE",
                            "REFUNDS_DUE",
                            "UNIDENTIFIED",
                            "FLOAT",
                            "TILL_OVER",
                            "KEPT",
                        ],
                    )
                ),
                name="books_account_code_known",
            ),
        ),
        # SQLite has rebuilt the table.
        AppendOnlyAgain("books_account"),
        RefuseWhen("books_transfer", "books_transfer_of_one_agency", **OF_ONE_AGENCY),
    ]
