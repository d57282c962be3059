"""Lists of what goes by post or passes between the desk and a unit, and files made of a register."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.dossiers.models.codes import codes
from motcua.dossiers.models.dossier import Dossier
from motcua.dossiers.rules.lists.hand_over_lists import ListKind
from motcua.dossiers.rules.lists.posting import Direction, PostedState


class Posting(models.Model):
    """A numbered list of envelopes of an agency that a carrier took or brought on a day."""

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    direction = models.CharField(max_length=3)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    day = models.DateField()
    carrier = models.CharField(max_length=200)
    note = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["agency", "-id"], name="posting_of_agency")]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "direction", "year", "number"], name="posting_one_per_number"
            ),
            models.CheckConstraint(
                condition=Q(direction__in=codes(Direction)), name="posting_direction_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.direction} {self.number}/{self.year}"


class PostedItem(models.Model):
    """One envelope. One that came has a sender and a time, and a dossier once it is received."""

    posting = models.ForeignKey(Posting, models.CASCADE, related_name="+", db_index=False)
    position = models.PositiveSmallIntegerField()
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, related_name="+")
    sender_name = models.CharField(max_length=200, blank=True)
    tracking_number = models.CharField(max_length=40, blank=True)
    arrived_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=12)
    told_at = models.DateTimeField(null=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["posting", "position"], name="posted_one_per_place"),
            models.CheckConstraint(
                condition=Q(state__in=codes(PostedState)), name="posted_state_known"
            ),
            models.CheckConstraint(
                condition=Q(dossier__isnull=False) | ~Q(sender_name=""), name="posted_of_somebody"
            ),
            models.CheckConstraint(
                condition=~Q(state=str(PostedState.RECEIVED)) | Q(dossier__isnull=False),
                name="posted_received_is_a_dossier",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.posting_id}/{self.position} {self.tracking_number}"


class HandOverList(models.Model):
    """A numbered list of dossiers or results handed over between the desk and a unit (law.md 2.9)."""

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    unit = models.ForeignKey("agencies.Unit", models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=10)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["agency", "-id"], name="hand_over_list_of_agency")]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "kind", "year", "number"], name="hand_over_list_one_per_number"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=codes(ListKind)), name="hand_over_list_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}/{self.year}"


class ListedDossier(models.Model):
    """One line of a hand-over list."""

    hand_over_list = models.ForeignKey(
        HandOverList, models.CASCADE, related_name="+", db_index=False
    )
    position = models.PositiveSmallIntegerField()
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["hand_over_list", "position"], name="listed_one_per_place"
            ),
            models.UniqueConstraint(
                fields=["hand_over_list", "dossier"], name="listed_once_in_a_list"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hand_over_list_id}/{self.position}"
