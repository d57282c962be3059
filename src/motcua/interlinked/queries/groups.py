"""Which groups there are on a day. Kept while the catalogue stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from motcua.database.periods import in_force
from motcua.interlinked.models import InterlinkedVersion
from motcua.interlinked.rules.definition import Group, group_of
from motcua.ledger.caching import kept_by_revision

GROUPS_MAX = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupInForce:
    """A group as it holds on a day."""

    version_id: int
    version_number: int
    valid_from: date
    valid_until: date | None
    group: Group

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


@kept_by_revision
def groups_in_force(day: date) -> tuple[GroupInForce, ...]:
    """All groups of that day, by name. One query each revision."""
    found = InterlinkedVersion.objects.filter(in_force(day)).order_by("name", "id")
    return tuple(_row(one) for one in found[:GROUPS_MAX])


def group_in_force(code: str, day: date) -> GroupInForce | None:
    """The group of this code (its own, or the national one) on that day."""
    return next(
        (one for one in groups_in_force(day) if code in (one.group.code, one.group.national_code)),
        None,
    )


@kept_by_revision
def group_version(version_id: int) -> GroupInForce | None:
    """A version by its id, whether it holds still or not. One query each revision."""
    found = InterlinkedVersion.objects.filter(pk=version_id).first()
    return _row(found) if found else None


def _row(one: InterlinkedVersion) -> GroupInForce:
    return GroupInForce(
        version_id=one.pk,
        version_number=one.version_number,
        valid_from=one.valid_from,
        valid_until=one.valid_until,
        group=group_of(one.definition),
    )
