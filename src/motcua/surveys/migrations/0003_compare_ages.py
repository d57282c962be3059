"""Whether those of age answer as often as the younger; of invitations before this nobody knows."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("surveys", "0002_keep_answers_apart"),
    ]

    operations = [
        migrations.AddField(
            model_name="invitation",
            name="is_older",
            field=models.BooleanField(null=True),
        ),
        migrations.AddField(
            model_name="surveytally",
            name="aged_invited",
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name="surveytally",
            name="aged_used",
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name="surveytally",
            name="older_invited",
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name="surveytally",
            name="older_used",
            field=models.IntegerField(default=0),
        ),
    ]
