from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_hold_periods_apart")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="last_totp_counter",
            field=models.BigIntegerField(null=True),
        ),
    ]
