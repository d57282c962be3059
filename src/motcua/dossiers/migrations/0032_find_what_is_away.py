"""Find at once what the agency that settles it has given out of its hands."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0031_pass_from_hand_to_hand")]

    operations = [
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("held_agency__isnull", False)),
                fields=["competent_agency", "-id"],
                name="dossier_away",
            ),
        ),
    ]
