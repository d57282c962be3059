from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0024_tell_what_is_partly_answered"),
        ("exchange", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="shareddossier",
            name="shared_dossier_once",
        ),
        migrations.AddField(
            model_name="inmessage",
            name="tried_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="outmessage",
            name="given",
            field=models.TextField(default="{}"),
        ),
        migrations.AddField(
            model_name="partner",
            name="asked_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AlterField(
            model_name="outmessage",
            name="body",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddConstraint(
            model_name="shareddossier",
            constraint=models.UniqueConstraint(
                fields=("partner", "thread"), name="shared_dossier_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="shareddossier",
            constraint=models.UniqueConstraint(
                fields=("partner", "dossier"), name="shared_dossier_one_thread"
            ),
        ),
    ]
