"""The words of the catalogue: closed lists of codes, stored as they stand and worded at the edge."""

from __future__ import annotations

from enum import StrEnum


class Scope(StrEnum):
    """Who gave the procedure its code: the national database, or one province's own portal.

    The two number ranges collide, so a code alone names no procedure (README of the data).
    """

    NATIONAL = "NATIONAL"
    LOCAL = "LOCAL"


class Level(StrEnum):
    """Level of the agencies that receive the procedure."""

    MINISTRY = "MINISTRY"
    PROVINCE = "PROVINCE"
    DISTRICT = "DISTRICT"
    COMMUNE = "COMMUNE"
    SCHOOL = "SCHOOL"
    OTHER = "OTHER"


class Channel(StrEnum):
    """How a dossier comes in (Decree 61/2018/NĐ-CP, article 16)."""

    DESK = "DESK"
    ONLINE = "ONLINE"
    POST = "POST"


class OnlineLevel(StrEnum):
    """How much of the procedure can be done online (Decree 224 of 2026, articles 14 and 15)."""

    FULL = "FULL"
    PARTIAL = "PARTIAL"
    INFORMATION = "INFORMATION"
    UNSTATED = "UNSTATED"


class FeeKind(StrEnum):
    """Phí (FEE) and lệ phí (CHARGE) are two legal kinds (Law 97/2015/QH13, article 3)."""

    FEE = "FEE"
    CHARGE = "CHARGE"


class FeeUnit(StrEnum):
    """What one amount is paid for."""

    DOSSIER = "DOSSIER"
    COPY = "COPY"
    PAGE = "PAGE"


class AskedAt(StrEnum):
    """When a fee is asked for: with the dossier, once a supplement has made the amount known, or with
    the result (Decree 61/2018/NĐ-CP, article 22 leaves it to the text that sets the fee)."""

    RECEPTION = "RECEPTION"
    SUPPLEMENT = "SUPPLEMENT"
    RETURN = "RETURN"


class Preference(StrEnum):
    """Groups of people whom a fee may be lowered or waived for (law.md 4.9)."""

    MERIT = "MERIT"
    POOR_HOUSEHOLD = "POOR_HOUSEHOLD"
    NEAR_POOR_HOUSEHOLD = "NEAR_POOR_HOUSEHOLD"
    DISABLED = "DISABLED"
    CHILD = "CHILD"
    ELDERLY = "ELDERLY"
    HARDSHIP_ETHNIC = "HARDSHIP_ETHNIC"
    ORPHAN = "ORPHAN"


class Audience(StrEnum):
    """For whom a life event is told."""

    CITIZEN = "CITIZEN"
    BUSINESS = "BUSINESS"


class Era(StrEnum):
    """The two models of local government that the sources describe."""

    THREE_TIER = "THREE_TIER"
    TWO_TIER = "TWO_TIER"
