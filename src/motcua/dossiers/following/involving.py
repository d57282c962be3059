"""Who may read a dossier because of a task: written in the transaction that gives the task."""

from __future__ import annotations

from motcua.dossiers.models import DossierAgency
from motcua.ledger.recording import Record


def involve(dossier_id: int, agency_id: int, unit_id: int | None, *, is_lasting: bool) -> None:
    """The agency (or only a unit of it) has a task on the dossier, whose row is locked; it is offered
    one where that does not last. Two queries."""
    there = DossierAgency.objects.filter(dossier=dossier_id, agency=agency_id, unit=unit_id)
    if is_lasting and there.update(is_lasting=True):
        return
    if not is_lasting and there.exists():
        return
    DossierAgency.objects.create(
        dossier_id=dossier_id, agency_id=agency_id, unit_id=unit_id, is_lasting=is_lasting
    )


def uninvolve(dossier_id: int, agency_id: int, unit_id: int | None) -> None:
    """What was only offered is over; who had it in hand goes on seeing it. One query."""
    there = DossierAgency.objects.filter(dossier=dossier_id, agency=agency_id, unit=unit_id)
    there.filter(is_lasting=False).delete()


def involve_new(record: Record, dossier_id: int, agency_id: int, unit_id: int | None) -> None:
    """The same for a dossier that just comes in: the row travels with it."""
    row = {"dossier_id": dossier_id, "agency_id": agency_id, "unit_id": unit_id, "is_lasting": True}
    record.add(DossierAgency, [row])
