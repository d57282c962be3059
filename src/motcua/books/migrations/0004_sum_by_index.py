"""A trial balance sums the indexes of both sides and need not read the transfers."""

from django.db import migrations, models

SIDES = ("debit", "credit")


class Migration(migrations.Migration):
    dependencies = [("books", "0003_keep_a_share")]

    operations = [
        *(
            migrations.RemoveIndex(model_name="transfer", name=f"books_transfer_{side}")
            for side in SIDES
        ),
        *(
            migrations.AddIndex(
                model_name="transfer",
                index=models.Index(
                    fields=[side, "day", "id", "amount_vnd"], name=f"books_transfer_{side}"
                ),
            )
            for side in SIDES
        ),
    ]
