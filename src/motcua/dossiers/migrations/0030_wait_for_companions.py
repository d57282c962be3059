from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0024_tell_what_is_partly_answered")]

    operations = [
        migrations.AddField(
            model_name="dossier",
            name="awaits_companion",
            field=models.BooleanField(default=False, db_default=False),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.CheckConstraint(
                condition=models.Q(awaits_companion=False)
                | models.Q(
                    stage__in=["COMPLETION_ASKED", "IN_TRANSIT", "NOT_RECEIVED", "REGISTERED"]
                ),
                name="dossier_waits_before_work",
            ),
        ),
    ]
