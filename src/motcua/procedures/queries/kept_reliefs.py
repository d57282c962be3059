"""Preferences that the office has set by itself, with the text that says so: a later import keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db.models import Max

from motcua.procedures.models import Exemption, ProcedureVersion
from motcua.procedures.rules.content import ExemptionRule, Fee, ProcedureContent
from motcua.procedures.vocabulary import Preference

Reliefs = Mapping[tuple[str, str], tuple[ExemptionRule, ...]]


def kept_reliefs() -> dict[tuple[str, str, str], Reliefs]:
    """By code, scope and place, then by kind and name of the fee; of the last version. Two queries.

    What an import brings names no text; what the office has set does (`ReliefWish.name`).
    """
    named = Exemption.objects.exclude(name="")
    of_these = ProcedureVersion.objects.filter(
        procedure__in=named.values("rule__version__procedure")
    )
    last = of_these.values("procedure").annotate(last=Max("id")).values_list("last", flat=True)
    rows = named.filter(rule__version__in=list(last)).order_by("id")
    found: dict[tuple[str, str, str], dict[tuple[str, str], tuple[ExemptionRule, ...]]] = {}
    for row in rows.select_related("rule__version__procedure"):
        procedure: Any = row.rule.version.procedure
        of_fee = found.setdefault((procedure.code, procedure.scope, procedure.place), {})
        key = (row.rule.kind, row.rule.name)
        rule = ExemptionRule(group=Preference(row.group_code), percent=row.percent, name=row.name)
        of_fee[key] = (*of_fee.get(key, ()), rule)
    return dict(found)


def with_reliefs(content: ProcedureContent, known: Reliefs) -> ProcedureContent:
    """The content with what the office has set for the same fees; of a group its word comes first."""
    fees = tuple(_with(fee, known.get((str(fee.kind), fee.name), ())) for fee in content.fees)
    return replace(content, fees=fees) if known else content


def _with(fee: Fee, kept: tuple[ExemptionRule, ...]) -> Fee:
    groups = {rule.group for rule in kept}
    others = tuple(rule for rule in fee.exemptions if rule.group not in groups)
    return replace(fee, exemptions=(*others, *kept)) if kept else fee
