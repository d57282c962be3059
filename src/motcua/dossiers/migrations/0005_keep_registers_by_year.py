import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_keep_last_totp_counter"),
        ("agencies", "0003_units_come_after_units"),
        ("dossiers", "0004_carry_the_whole_life"),
        ("procedures", "0003_freeze_published_versions"),
    ]

    operations = [
        migrations.CreateModel(
            name="DossierRegister",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_by", models.CharField(blank=True, max_length=200)),
                ("digest", models.CharField(blank=True, max_length=64)),
            ],
        ),
        migrations.AddField(
            model_name="dossier",
            name="register_number",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="dossier",
            name="register_year",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddConstraint(
            model_name="dossier",
            constraint=models.UniqueConstraint(
                fields=("agency", "register_year", "register_number"),
                name="dossier_one_per_register_line",
            ),
        ),
        migrations.AddField(
            model_name="dossierregister",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agencies.agency"
            ),
        ),
        migrations.AddConstraint(
            model_name="dossierregister",
            constraint=models.UniqueConstraint(
                fields=("agency", "year"), name="register_one_per_year"
            ),
        ),
        migrations.AddConstraint(
            model_name="dossierregister",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("closed_at__isnull", True),
                    models.Q(("digest", ""), _negated=True),
                    _connector="OR",
                ),
                name="register_closed_whole",
            ),
        ),
    ]
