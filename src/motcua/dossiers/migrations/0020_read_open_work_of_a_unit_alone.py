"""Without the agency PostgreSQL took the unit's whole past beside it, since it cannot know that a unit
belongs to one agency."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agencies", "0003_units_come_after_units"),
        ("dossiers", "0019_tell_by_whom_from_the_index"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="dossier", name="dossier_unit_due"),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True)),
                fields=["unit", "competent_agency", "due_at", "id"],
                name="dossier_unit_due",
            ),
        ),
    ]
