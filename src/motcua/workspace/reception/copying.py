"""An earlier dossier as the beginning of a new one: its people, its papers, what was chosen.

The new one is for the version in force today; what has changed since is told, never guessed at.
"""

from __future__ import annotations

import dataclasses
from datetime import datetime

from django.http import QueryDict
from django.utils.translation import gettext as _

from motcua.dossiers.queries.detail import DossierDetail
from motcua.dossiers.vocabulary import PaperIn, Party
from motcua.kernel.clock import local_day
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.queries.details import ProcedureDetail
from motcua.procedures.rules.content import Document, Variant
from motcua.workspace.reception.people import shown
from motcua.workspace.reception.reading import EXTRA_PAPERS

OF_A_PERSON = tuple(field.name for field in dataclasses.fields(Party) if field.name != "role")


@dataclasses.dataclass(frozen=True, slots=True)
class Copied:
    """Fields for the page, and what must be told with them, each with its tone."""

    fields: QueryDict
    told: tuple[tuple[str, str], ...]


def copied_from(detail: DossierDetail, at: datetime) -> Copied:
    """From the catalogue in memory: no query beyond those of the detail."""
    old = detail.procedure
    new = version_in_force(old.code, local_day(at), place=old.place, scope=old.scope)
    fields = QueryDict(mutable=True)
    for party in detail.parties:
        _write_person(fields, party)
    fields["channel"], fields["return_method"] = detail.channel, detail.return_method
    fields["sets"] = str(detail.sets)
    words = _(
        "Điền theo hồ sơ %(code)s. Xem lại từng ô; giấy tờ chỉ để đánh dấu khi đang cầm trên tay."
    )
    told = [("info", words % {"code": detail.code})]
    if new is None:
        gone = _("Thủ tục %(code)s nay không còn hiệu lực. Chọn thủ tục khác.")
        return Copied(fields, (*told, ("warning", gone % {"code": old.code})))
    fields["procedure"] = str(new.version_id)
    variant = _same_variant(detail, new)
    fields["variant"] = str(variant.id) if variant is not new.default_variant else ""
    lost = _write_papers(fields, detail.papers, variant)
    return Copied(fields, (*told, *_changes(old, new, variant, lost)))


def _write_person(fields: QueryDict, party: Party) -> None:
    for name in OF_A_PERSON:
        fields[f"{party.role.lower()}-{name}"] = shown(name, str(getattr(party, name)))


def _same_variant(detail: DossierDetail, new: ProcedureDetail) -> Variant:
    """The case of the same name; the usual one where there is none."""
    name = detail.procedure.variant(detail.variant_id).name
    return next((one for one in new.variants if one.name == name), new.default_variant)


def _write_papers(fields: QueryDict, papers: tuple[PaperIn, ...], variant: Variant) -> list[str]:
    """How many of each were handed in then, of what is asked for now; ticked is what is in the
    hands today. The others beside the list, as far as there is room. Gives the names of those
    without a place."""
    asked = {_key(document.name): document for document in variant.papers}
    others = []
    for paper in papers:
        document = asked.get(_key(paper.name))
        if document is None:
            others.append(paper)
        else:
            _count(fields, document, paper)
    for place, paper in enumerate(others[:EXTRA_PAPERS]):
        fields[f"extra-{place}-name"] = paper.name
        fields[f"extra-{place}-originals"] = str(paper.originals)
        fields[f"extra-{place}-copies"] = str(paper.copies)
    return [paper.name for paper in others[EXTRA_PAPERS:]]


def _count(fields: QueryDict, document: Document, paper: PaperIn) -> None:
    prefix = f"paper-{document.id}"
    fields[f"{prefix}-originals"] = str(paper.originals)
    fields[f"{prefix}-copies"] = str(paper.copies)


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _changes(
    old: ProcedureDetail, new: ProcedureDetail, variant: Variant, lost: list[str]
) -> list[tuple[str, str]]:
    told = []
    if new.version_id != old.version_id:
        words = _("Thủ tục đã thay đổi từ %(day)s; hồ sơ mới theo quy định đang có hiệu lực.")
        told.append(("warning", words % {"day": f"{new.valid_from:%d/%m/%Y}"}))
        before = {_key(paper.name) for one in old.variants for paper in one.papers}
        came = [paper.name for paper in variant.papers if _key(paper.name) not in before]
        if came:
            words = _("Giấy tờ nay mới yêu cầu: %(names)s.")
            told.append(("warning", words % {"names": "; ".join(came)}))
    if lost:
        words = _("Không chép được giấy tờ ngoài danh mục: %(names)s.")
        told.append(("warning", words % {"names": "; ".join(lost)}))
    return told


def over(data: QueryDict, fields: QueryDict) -> QueryDict:
    """What is copied under what is typed: no field that holds something is written over."""
    merged = data.copy()
    for name, values in fields.lists():
        if name in ("procedure", "variant") or not merged.get(name, "").strip():
            merged.setlist(name, values)
    for name in ("procedure-text", "procedure-was"):
        merged.pop(name, None)
    return merged
