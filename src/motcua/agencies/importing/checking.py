"""Whether a document fits together with what is known: names that point nowhere, doubles. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from motcua.agencies.importing.document import AgencyEntry, Document
from motcua.kernel.refusal import Refusal


class DocumentDoesNotFit(Refusal):
    """The document names what is not there, or names things twice; `problems` lists them all."""

    code = "document-does-not-fit"


@dataclass(frozen=True, slots=True)
class Known:
    """What is in the catalogue already: slugs of agencies, codes of levels."""

    agencies: frozenset[str]
    levels: frozenset[str]


def check_document(document: Document, known: Known) -> None:
    """Refusals: DocumentDoesNotFit with `problems`, each `{"what", "name", "in"}`."""
    problems = [
        {"what": what, "name": name, "in": place}
        for what, name, place in _problems(document, known)
    ]
    if problems:
        raise DocumentDoesNotFit(problems=problems)


def _problems(document: Document, known: Known) -> Iterator[tuple[str, str, str]]:
    slugs = [entry.slug for entry in document.agencies]
    desks = [desk.slug for entry in document.agencies for desk in entry.desks]
    yield from (("agency-twice", slug, "agencies") for slug in _doubles(slugs))
    yield from (("desk-twice", slug, "desks") for slug in _doubles(desks))
    agencies = known.agencies | set(slugs)
    levels = known.levels | {level.code for level in document.levels}
    for entry in document.agencies:
        yield from _agency_problems(entry, agencies, levels)
    for succession in document.successions:
        for slug in (succession.predecessor, succession.successor):
            if slug not in agencies:
                yield "agency-unknown", slug, "successions"


def _agency_problems(
    entry: AgencyEntry, agencies: set[str] | frozenset[str], levels: frozenset[str]
) -> Iterator[tuple[str, str, str]]:
    for version in entry.versions:
        if version.parent is not None and version.parent not in agencies:
            yield "agency-unknown", version.parent, entry.slug
        if version.level not in levels:
            yield "level-unknown", version.level, entry.slug
    units = [unit.slug for unit in entry.units]
    yield from (("unit-twice", slug, entry.slug) for slug in _doubles(units))
    positions = [position.slug for position in entry.positions]
    yield from (("position-twice", slug, entry.slug) for slug in _doubles(positions))
    for position in entry.positions:
        if position.unit is not None and position.unit not in units:
            yield "unit-unknown", position.unit, entry.slug


def _doubles(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]
