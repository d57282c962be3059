"""What reports count: the stays of dossiers, and tallies of them by day and month."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from motcua.dossiers.models.codes import codes
from motcua.dossiers.models.dossier import Dossier
from motcua.dossiers.vocabulary import Began, Ended, TallyLevel
from motcua.procedures.vocabulary import Channel

BY_WHOM = ("unit", "handler", "ended_as", "without_result")


class Stay(models.Model):
    """One stretch in which a dossier is work of one unit of one agency; see `rules.stays`.

    Narrow on purpose: reports read this table and never the wide one of dossiers.
    """

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="+", db_index=False)
    seq = models.PositiveSmallIntegerField()
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(
        "agencies.Unit", models.PROTECT, null=True, related_name="+", db_index=False
    )
    procedure = models.ForeignKey(
        "procedures.Procedure", models.PROTECT, related_name="+", db_index=False
    )
    channel = models.CharField(max_length=8)
    handler = models.ForeignKey(
        "accounts.Holding", models.PROTECT, null=True, related_name="+", db_index=False
    )
    began_on = models.DateField()
    began_as = models.CharField(max_length=8)
    ended_on = models.DateField(null=True)
    ended_as = models.CharField(max_length=8, blank=True)
    without_result = models.BooleanField(default=False)
    overdue_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["agency", "began_on", "id"], name="stay_began"),
            models.Index(
                # What comes after the order tells by whom, and how: whole lists of it are counted
                # without reading a row.
                fields=["agency", "ended_on", "id", *BY_WHOM],
                name="stay_ended",
                condition=Q(ended_on__isnull=False),
            ),
            models.Index(
                fields=["agency", "ended_on", "id"],
                name="stay_ended_overdue",
                condition=Q(ended_as=str(Ended.OVERDUE)),
            ),
            models.Index(
                fields=["agency", "began_on", "id"],
                name="stay_open",
                condition=Q(ended_on__isnull=True),
            ),
            models.Index(
                fields=["agency", "overdue_on", "id"],
                name="stay_open_by_date",
                condition=Q(ended_on__isnull=True, overdue_on__isnull=False),
            ),
            models.Index(
                fields=["agency", "began_on", "id"],
                name="stay_moved_in",
                condition=Q(began_as=str(Began.MOVED)),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "seq"], name="stay_one_per_place"),
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(ended_on__isnull=True), name="stay_one_lasts"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_as="", without_result=False)
                | Q(ended_on__gte=F("began_on"), ended_as__in=codes(Ended)),
                name="stay_ended_whole",
            ),
            models.CheckConstraint(
                condition=Q(began_as__in=codes(Began)), name="stay_beginning_known"
            ),
            models.CheckConstraint(
                condition=Q(channel__in=codes(Channel)), name="stay_channel_known"
            ),
            models.CheckConstraint(
                condition=Q(overdue_on__isnull=True) | Q(overdue_on__gte=F("began_on")),
                name="stay_overdue_within",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}/{self.seq}"


class PastOverdue(models.Model):
    """Days [from_on, until_on) at whose end a stay was overdue, until its date was moved."""

    stay = models.ForeignKey(Stay, models.CASCADE, related_name="+", db_index=False)
    from_on = models.DateField()
    until_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stay", "from_on"], name="past_overdue_once"),
            models.CheckConstraint(
                condition=Q(until_on__gt=F("from_on")), name="past_overdue_lasts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stay_id}: {self.from_on} – {self.until_on}"


class Tally(models.Model):
    """How many stays began, ended, became overdue on a day (or in a month) at a place.

    `unit_key` is 0 for an agency without units, so that the key has no null. Kept in the
    transaction of each fact; `tallies.proof` counts again from the stays.
    """

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", db_index=False)
    level = models.CharField(max_length=5)
    day = models.DateField()
    procedure = models.ForeignKey(
        "procedures.Procedure", models.PROTECT, related_name="+", db_index=False
    )
    unit_key = models.BigIntegerField()
    began_desk = models.IntegerField(default=0)
    began_online = models.IntegerField(default=0)
    began_post = models.IntegerField(default=0)
    reopened = models.IntegerField(default=0)
    moved_in = models.IntegerField(default=0)
    ended_early = models.IntegerField(default=0)
    ended_on_time = models.IntegerField(default=0)
    ended_overdue = models.IntegerField(default=0)
    moved_out = models.IntegerField(default=0)
    without_result = models.IntegerField(default=0)
    overdue = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "level", "day", "procedure", "unit_key"],
                name="tally_one_per_cell",
            ),
            models.CheckConstraint(
                condition=Q(level__in=codes(TallyLevel)), name="tally_level_known"
            ),
            models.CheckConstraint(
                condition=Q(
                    began_desk__gte=0,
                    began_online__gte=0,
                    began_post__gte=0,
                    reopened__gte=0,
                    moved_in__gte=0,
                    ended_early__gte=0,
                    ended_on_time__gte=0,
                    ended_overdue__gte=0,
                    moved_out__gte=0,
                    without_result__gte=0,
                ),
                name="tally_counts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.level} {self.day}"
