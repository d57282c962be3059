"""What was posted is never changed, and never goes from one agency to another."""

from django.db import migrations

from motcua.database.operations import AppendOnly, RefuseWhen

OF_ANOTHER = "NEW.agency_id <> (SELECT account.agency_id FROM books_account account WHERE account.id = NEW.{side}_id)"


class Migration(migrations.Migration):
    dependencies = [("books", "0001_initial")]

    operations = [
        AppendOnly("books_account"),
        AppendOnly("books_transfer"),
        RefuseWhen(
            "books_transfer",
            "books_transfer_of_one_agency",
            act="insert",
            condition=f"{OF_ANOTHER.format(side='debit')} OR {OF_ANOTHER.format(side='credit')}",
        ),
    ]
