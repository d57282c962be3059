"""Find at once which dossiers changed hands in a period."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0032_find_what_is_away")]

    operations = [
        migrations.AddIndex(
            model_name="offer",
            index=models.Index(
                condition=models.Q(("answer", "ACCEPTED")),
                fields=["answered_at"],
                name="offer_accepted",
            ),
        ),
    ]
