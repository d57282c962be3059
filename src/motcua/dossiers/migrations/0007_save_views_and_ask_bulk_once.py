from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

UP = (
    "CREATE INDEX result_document_number ON dossiers_result "
    "(upper(document_number) text_pattern_ops)"
)


def numbers_by_their_beginning(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """So that a result is found by the beginning of its number, in any case of letters."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(UP)


def no_more(_apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX result_document_number")


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0006_run_acts_in_bulk"),
    ]

    operations = [
        migrations.CreateModel(
            name="SavedView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("user_id", models.BigIntegerField()),
                ("name", models.CharField(max_length=60)),
                ("query", models.CharField(blank=True, max_length=1000)),
                ("position", models.PositiveIntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user_id", "name"), name="saved_view_one_per_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="saved_view_has_a_name",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="bulkrun",
            name="request_key",
            field=models.CharField(blank=True, default="", max_length=120),
        ),
        migrations.AddField(
            model_name="bulkrun",
            name="request_digest",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.AddConstraint(
            model_name="bulkrun",
            constraint=models.UniqueConstraint(
                condition=models.Q(("request_key", ""), _negated=True),
                fields=("request_key",),
                name="bulk_run_asked_once",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True)),
                fields=["agency", "due_at", "id"],
                name="dossier_open_agency",
            ),
        ),
        migrations.AddIndex(
            model_name="dossier",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True)),
                fields=["competent_agency", "due_at", "id"],
                name="dossier_open_competent",
            ),
        ),
        migrations.RunPython(numbers_by_their_beginning, no_more),
    ]
