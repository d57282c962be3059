"""Which papers of the catalogue, and which files, dossiers hold."""

from __future__ import annotations

from collections.abc import Iterable

from motcua.dossiers.models import DossierFile, SubmittedDocument


def papers_held(dossier_ids: Iterable[int]) -> dict[int, frozenset[int]]:
    """By dossier, the required papers that were handed in. One query, served by the key of the dossier."""
    rows = SubmittedDocument.objects.filter(
        dossier__in=list(dossier_ids), required_document__isnull=False
    ).values_list("dossier_id", "required_document_id")
    found: dict[int, set[int]] = {}
    for dossier_id, document_id in rows:
        assert document_id is not None
        found.setdefault(dossier_id, set()).add(document_id)
    return {dossier_id: frozenset(held) for dossier_id, held in found.items()}


def file_digests(dossier_id: int) -> frozenset[str]:
    """Of the files that a dossier has. One query."""
    files = DossierFile.objects.filter(dossier=dossier_id, is_removed=False)
    return frozenset(files.values_list("digest", flat=True))
