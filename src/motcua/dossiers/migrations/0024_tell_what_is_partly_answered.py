"""When something came for a request of which other items still wait; of those open now, from their facts."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.db import migrations, models

CAME = "dossier.supplemented"


def tell_from_facts(apps: Any, _schema_editor: Any) -> None:
    requests = apps.get_model("dossiers", "SupplementRequest")
    facts = apps.get_model("ledger", "Fact")
    waiting = requests.objects.filter(answered_at__isnull=True, items__contains='"ANSWERED"')
    for request in waiting.iterator():
        told = facts.objects.filter(
            subject_kind="dossier", subject_id=request.dossier_id, code=CAME
        ).order_by("-subject_seq")
        for payload in map(json.loads, told.values_list("payload", flat=True)):
            if payload["request_seq"] == request.seq and payload["answered"]:
                requests.objects.filter(pk=request.pk).update(
                    partly_answered_at=payload["answered_at"]
                )
                break


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("dossiers", "0023_let_citizens_follow"),
        ("ledger", "0001_initial"),
    ]

    operations: ClassVar = [
        migrations.AddField(
            model_name="supplementrequest",
            name="partly_answered_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(tell_from_facts, migrations.RunPython.noop, elidable=True),
    ]
