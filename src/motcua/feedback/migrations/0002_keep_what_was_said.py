"""What was said stays as it was said; steps and files are only added; numbers are not given again."""

from django.db import migrations

from motcua.database.operations import AppendOnly, RefuseWhen

SAID = " AND ".join(
    f"NEW.{column} = OLD.{column}"
    for column in (
        "id", "agency_id", "year", "number", "code", "channel", "is_anonymous", "title", "content",
        "sender_name", "sender_address", "sender_phone", "sender_email", "dossier_code",
        "received_at", "salt", "secret_digest",
    )
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("feedback", "0001_initial")]

    operations = [
        RefuseWhen(
            "feedback_petition", "feedback_petition_said", act="update", condition=f"NOT ({SAID})"
        ),
        RefuseWhen("feedback_petition", "feedback_petition_kept", act="delete", condition="1 = 1"),
        RefuseWhen("feedback_petitionbook", "feedback_book_kept", act="delete", condition="1 = 1"),
        RefuseWhen(
            "feedback_petitionbook",
            "feedback_book_forward",
            act="update",
            condition="NEW.last <= OLD.last OR NEW.agency_id <> OLD.agency_id OR NEW.year <> OLD.year",
        ),
        AppendOnly("feedback_petitionstep"),
        AppendOnly("feedback_petitionenclosure"),
    ]
