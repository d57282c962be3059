from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0008_keep_lists_that_pass_hands"),
    ]

    operations = [
        migrations.AddField(
            model_name="bulkitem",
            name="own",
            field=models.TextField(default="{}"),
        ),
    ]
