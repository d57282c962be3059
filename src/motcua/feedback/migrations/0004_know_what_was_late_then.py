"""Each step keeps until when an answer was owed after it, so that lateness can be asked of a moment."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0003_set_terms_and_post_stamps"),
    ]

    operations = [
        migrations.AddField(
            model_name="petitionstep",
            name="answer_due_at",
            field=models.DateTimeField(null=True),
        ),
    ]
