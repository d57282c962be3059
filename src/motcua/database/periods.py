"""Rows that hold for a period: the two fields and the one way to ask for a day.

A period is [valid_from, valid_until): the last day is not in it, null means "until further
notice". `NoOverlap` (migrations) keeps the periods of one key apart.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q


class Period(models.Model):
    """Abstract: holds from `valid_from` up to, not including, `valid_until`."""

    valid_from = models.DateField()
    valid_until = models.DateField(null=True)

    objects: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        abstract = True


def in_force(day: date, prefix: str = "") -> Q:
    """Rows in force on `day`; `prefix` is an ORM path that ends in `__`."""
    begun = Q(**{f"{prefix}valid_from__lte": day})
    open_ended = Q(**{f"{prefix}valid_until__isnull": True})
    return begun & (open_ended | Q(**{f"{prefix}valid_until__gt": day}))


def ends_after_start(name: str) -> models.CheckConstraint:
    """The check that a period has at least one day; `name` must be unique in the database."""
    later = Q(valid_until__isnull=True) | Q(valid_until__gt=models.F("valid_from"))
    return models.CheckConstraint(condition=later, name=name)
