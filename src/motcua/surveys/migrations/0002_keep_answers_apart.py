"""Answers are only added; what was used stays used; one questionnaire at a time; nobody is invited for
what lies before the first day of this app."""

from typing import Any

from django.db import migrations

from motcua.database.operations import AppendOnly, NoOverlap, RefuseWhen

AGENCIES = "agency-"
SAME_INVITATION = " AND ".join(
    f"NEW.{column} = OLD.{column}"
    for column in ("id", "dossier_id", "agency_id", "procedure_id", "occasion", "round", "day")
)
SAME_FOLLOW_UP = " AND ".join(
    f"NEW.{column} = OLD.{column}"
    for column in ("id", "agency_id", "occasion", "opened_on", "reasons", "comment")
)


def begin_at_the_heads(apps: Any, _editor: Any) -> None:
    streams = apps.get_model("ledger", "Stream").objects.filter(name__startswith=AGENCIES)
    places = apps.get_model("surveys", "SurveyPlace")
    rows = [places(stream=one.name, last_seq=one.last_seq) for one in streams.iterator()]
    places.objects.bulk_create(rows, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("surveys", "0001_initial"), ("ledger", "0002_refuse_change")]

    operations = [
        NoOverlap("surveys_questionnaire", ["agency_id", "occasion"], past_empty=True),
        AppendOnly("surveys_surveyanswer"),
        AppendOnly("surveys_surveyseal"),
        RefuseWhen(
            "surveys_invitation",
            "surveys_invitation_used_once",
            act="update",
            condition=f"OLD.is_used OR NOT ({SAME_INVITATION})",
        ),
        RefuseWhen(
            "surveys_invitation", "surveys_invitation_kept", act="delete", condition="1 = 1"
        ),
        RefuseWhen(
            "surveys_followup",
            "surveys_follow_up_changed",
            act="update",
            condition=f"OLD.state = 'CLOSED' OR NOT ({SAME_FOLLOW_UP})",
        ),
        RefuseWhen("surveys_followup", "surveys_follow_up_kept", act="delete", condition="1 = 1"),
        migrations.RunPython(begin_at_the_heads, migrations.RunPython.noop),
    ]
