"""What is known of a dossier when one of its steps ends, for the conditions of the process."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from motcua.dossiers.declared import declared_form
from motcua.kernel.clock import local_day
from motcua.procedures.vocabulary import Channel
from motcua.processes.rules.shapes import Process
from motcua.workflow.placing import Standing
from motcua.workflow.rules.known import Known


def known_of(
    process: Process,
    standing: Standing,
    values: Mapping[str, Any],
    at: datetime,
    *,
    declared: Mapping[str, Any] | None = None,
) -> Known:
    """`values`: channel, decision, variant_id of the dossier's row. `declared` None: the answers are
    read, by one query, where a condition of the process could look at them."""
    if declared is None:
        declared = _declared(process, standing.dossier_id)
    known = {
        "channel": str(values.get("channel", "")),
        "online": values.get("channel") == Channel.ONLINE,
        "outside_territory": standing.agency_id != standing.competent_agency_id,
        "decision": values.get("decision") or None,
        "variant": values.get("variant_id"),
    }
    return Known(local_day(at), known, declared)


def _declared(process: Process, dossier_id: int) -> Mapping[str, Any]:
    if not any(way.when is not None for step in process.steps for way in step.next):
        return {}
    found = declared_form(dossier_id)
    return found.declared.answers if found else {}
