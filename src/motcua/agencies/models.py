"""Tables of agencies. Everything that organization can change is a row with a period."""

from __future__ import annotations

from django.db import models

from motcua.agencies.vocabulary import CodeScheme, DeskKind, SuccessionKind, VerticalSector
from motcua.database.periods import Period, ends_after_start


class AdministrativeLevel(Period):
    """A level of administration as data: the district level ends on 2025-07-01."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=80)
    rank = models.SmallIntegerField()

    class Meta:
        constraints = [ends_after_start("level_period")]

    def __str__(self) -> str:
        return self.code


class Agency(Period):
    """An agency's identity and life span; all that can change about it is in `AgencyVersion`."""

    slug = models.SlugField(max_length=80, unique=True)

    class Meta:
        constraints = [ends_after_start("agency_period")]

    def __str__(self) -> str:
        return self.slug


class AgencyVersion(Period):
    """How an agency is called and where it stands in the tree during one period.

    `directions`: how to get there, in words. `feedback_…`: who receives what citizens have to say about procedures, and how to reach them
    (NĐ 20/2008, điều 15: the address is posted where dossiers are received).
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=80)
    superior_name = models.CharField(max_length=200, blank=True)
    parent = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", null=True)
    level = models.ForeignKey(AdministrativeLevel, on_delete=models.PROTECT, related_name="+")
    place_name = models.CharField(max_length=80, blank=True)
    address = models.CharField(max_length=250, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    directions = models.CharField(max_length=500, blank=True, default="")
    feedback_to = models.CharField(max_length=200, blank=True, default="")
    feedback_address = models.CharField(max_length=250, blank=True, default="")
    feedback_phone = models.CharField(max_length=40, blank=True, default="")
    feedback_email = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "valid_from"], name="agency_version_start"),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("agency")), name="agency_not_own_parent"
            ),
            ends_after_start("agency_version_period"),
        ]

    def __str__(self) -> str:
        return self.name


class AgencyCode(Period):
    """A code of an agency in one scheme: catalogue data, never derived."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    scheme = models.CharField(
        max_length=10, choices=[(item.value, item.value) for item in CodeScheme]
    )
    code = models.CharField(max_length=50)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "scheme", "valid_from"], name="agency_code_start"
            ),
            ends_after_start("agency_code_period"),
        ]
        indexes = [models.Index(fields=["scheme", "code"], name="agency_code_lookup")]

    def __str__(self) -> str:
        return f"{self.scheme} {self.code}"


class AgencySuccession(models.Model):
    """Who came after whom. `is_default` marks the successor that takes over unless said otherwise."""

    predecessor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    successor = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(
        max_length=10, choices=[(item.value, item.value) for item in SuccessionKind]
    )
    is_default = models.BooleanField(default=False)
    effective_date = models.DateField()
    basis = models.CharField(max_length=250, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor", "effective_date"], name="succession_once"
            ),
            models.UniqueConstraint(
                fields=["predecessor", "effective_date"],
                condition=models.Q(is_default=True),
                name="succession_one_default",
            ),
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")), name="succession_of_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id} ({self.effective_date})"


class OneStopDesk(Period):
    """A one-stop desk of an agency; its name is in `DeskName`."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=80, unique=True)

    class Meta:
        constraints = [ends_after_start("desk_period")]

    def __str__(self) -> str:
        return self.slug


class DeskName(Period):
    """How a desk is called, and what kind it is, during one period."""

    desk = models.ForeignKey(OneStopDesk, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=[(item.value, item.value) for item in DeskKind])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["desk", "valid_from"], name="desk_name_start"),
            ends_after_start("desk_name_period"),
        ]

    def __str__(self) -> str:
        return self.name


class Counter(Period):
    """One counter of a desk: its number and what it is for."""

    desk = models.ForeignKey(OneStopDesk, on_delete=models.PROTECT, related_name="+")
    number = models.SmallIntegerField()
    name = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["desk", "number", "valid_from"], name="counter_start"),
            ends_after_start("counter_period"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"


class DeskMember(Period):
    """An agency of a vertical sector whose own officers receive its procedures at another's desk."""

    desk = models.ForeignKey(OneStopDesk, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    sector = models.CharField(
        max_length=10, choices=[(item.value, item.value) for item in VerticalSector]
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["desk", "agency", "valid_from"], name="desk_member_start"
            ),
            models.CheckConstraint(
                condition=models.Q(sector__in=[str(item) for item in VerticalSector]),
                name="desk_member_sector_known",
            ),
            ends_after_start("desk_member_period"),
        ]

    def __str__(self) -> str:
        return f"{self.desk_id} + {self.agency_id}"


class Unit(Period):
    """A department (phòng), centre or body inside an agency."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "slug"], name="unit_of_agency"),
            ends_after_start("unit_period"),
        ]

    def __str__(self) -> str:
        return self.name


class UnitSector(Period):
    """Which sector of procedures a unit handles. The code is that of `procedures.Sector`."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    sector_code = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "sector_code", "valid_from"], name="unit_sector_start"
            ),
            ends_after_start("unit_sector_period"),
        ]
        indexes = [models.Index(fields=["sector_code", "unit"], name="unit_sector_lookup")]

    def __str__(self) -> str:
        return f"{self.unit_id}: {self.sector_code}"


class UnitSuccession(models.Model):
    """Which unit takes over what another was doing, here or in another agency. Once for each unit."""

    predecessor = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="+")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    effective_date = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("successor")), name="unit_after_another"
            ),
        ]
        indexes = [models.Index(fields=["effective_date"], name="unit_succession_day")]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id} ({self.effective_date})"


class Position(Period):
    """A position (chức danh, vị trí) in an agency; several officers may hold the same one."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True)
    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "slug"], name="position_of_agency"),
            ends_after_start("position_period"),
        ]

    def __str__(self) -> str:
        return self.title
