"""Take groups over: those the product brings along, or a file of public sources. With a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from motcua.accounts.rules.roles import Permission, may
from motcua.interlinked.commands.publish_group import publish_group
from motcua.interlinked.models import InterlinkedVersion
from motcua.interlinked.rules.adding_up import times_found
from motcua.interlinked.rules.definition import GroupUnreadable, group_of
from motcua.interlinked.rules.source import Finding, SourceGroup, read_source
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.folding import fold
from motcua.kernel.refusal import Refusal
from motcua.procedures.queries.catalogue import CatalogueFilter, catalogue_rows

FORMAT = "motcua-interlinked/1"


class GroupsFileMalformed(Refusal):
    """The file holds no groups in a shape that is known."""

    code = "interlinked-file-malformed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedGroup:
    """What became of one group. `outcome`: published, unchanged or refused, with why."""

    code: str
    name: str
    outcome: str
    findings: tuple[Finding, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def import_groups(
    *, actor: Actor, at: datetime, document: Any, only_missing: bool = False
) -> tuple[ImportedGroup, ...]:
    """Publish every group of the file that can be used; say of each what does not add up.

    A group begins on the day the file states (else on `at`'s day); another text of one that is there
    begins on the day after. `only_missing` leaves alone what is there. Refusals: NotPermitted,
    GroupsFileMalformed; those of single groups are in the result.
    """
    may(actor, Permission.PROCEDURE_IMPORT).demand()
    if not isinstance(document, Mapping) or not isinstance(document.get("groups"), list):
        raise GroupsFileMalformed(field="groups")
    records = document["groups"]
    if document.get("format") == FORMAT:
        return tuple(_own(actor, at, one, only_missing=only_missing) for one in records)
    names = _codes_by_name(local_day(at))
    sources = [read_source(one, names) for one in records if isinstance(one, Mapping)]
    return tuple(_foreign(actor, at, one, only_missing=only_missing) for one in sources)


def _own(actor: Actor, at: datetime, record: Any, *, only_missing: bool) -> ImportedGroup:
    code = str(record.get("code", "")) if isinstance(record, Mapping) else ""
    source = SourceGroup(
        code=code,
        name=str(record.get("name", "")) if code else "",
        definition=record,
        total={},
        times=(),
        findings=(),
    )
    return _take_over(actor, at, source, (), only_missing=only_missing)


def _foreign(
    actor: Actor, at: datetime, source: SourceGroup, *, only_missing: bool
) -> ImportedGroup:
    findings = (*source.findings, *times_found(source))
    return _take_over(actor, at, source, findings, only_missing=only_missing)


def _take_over(
    actor: Actor,
    at: datetime,
    source: SourceGroup,
    findings: tuple[Finding, ...],
    *,
    only_missing: bool,
) -> ImportedGroup:
    def told(outcome: str, *refusals: Refusal) -> ImportedGroup:
        return ImportedGroup(
            code=source.code,
            name=source.name,
            outcome=outcome,
            findings=findings,
            refusals=refusals,
        )

    is_there = InterlinkedVersion.objects.filter(group__code=source.code).exists()
    if only_missing and is_there:
        return told("unchanged")
    try:
        group = group_of(source.definition)
        if any(one.is_fatal for one in findings):
            return told("refused")
        first = _first_day(source.definition, at, is_there=is_there)
        made = publish_group(actor=actor, at=at, group=group, valid_from=first)
    except GroupUnreadable as refusal:
        return told("refused", *refusal.problems)
    except Refusal as refusal:
        return told("refused", refusal)
    return told("unchanged" if made is None else "published")


def _first_day(definition: Mapping[str, Any], at: datetime, *, is_there: bool) -> date:
    today = local_day(at)
    if is_there:
        return today + timedelta(days=1)
    try:
        return date.fromisoformat(str(definition.get("valid_from", "")))
    except ValueError:
        return today


def _codes_by_name(day: date) -> dict[str, str]:
    """Of procedures whose name no other has."""
    found: dict[str, list[str]] = {}
    for name, code in _names(day):
        found.setdefault(name, []).append(code)
    return {name: codes[0] for name, codes in found.items() if len(set(codes)) == 1}


def _names(day: date) -> Iterator[tuple[str, str]]:
    after: tuple[str, int] | None = None
    while True:
        page = catalogue_rows(CatalogueFilter(day=day), after=after)
        yield from ((fold(row.name).removeprefix("thu tuc "), row.code) for row in page.rows)
        after = page.next_after
        if after is None:
            return
