"""Stored codes of agencies. Never shown: the words are in `wording.py`."""

from __future__ import annotations

from enum import StrEnum


class CodeScheme(StrEnum):
    """Which list a code belongs to.

    QD20: identification code of Decision 20/2020/QĐ-TTg (amended by 09/2025/QĐ-TTg), level 1
    first. QCVN102: identification code of QCVN 102:2016/BTTTT, level 1 last. LOCAL: a
    placeholder the office uses until its identification code is known. GSO: the unit code of
    the statistics office, which is *not* an identification code.
    """

    QD20 = "QD20"
    QCVN102 = "QCVN102"
    LOCAL = "LOCAL"
    GSO = "GSO"


IDENTIFICATION_SCHEMES = (CodeScheme.QD20, CodeScheme.QCVN102, CodeScheme.LOCAL)
"""Schemes that may stand in a dossier number, best first."""


class SuccessionKind(StrEnum):
    """How one agency came after another."""

    MERGE = "MERGE"
    SPLIT = "SPLIT"
    RENAME = "RENAME"
    RECODE = "RECODE"
    REPLACE = "REPLACE"


class DeskKind(StrEnum):
    """What a one-stop desk is, by the law of its time (NĐ 61/2018 Đ.7; NĐ 309/2026 Đ.3)."""

    SERVICE_CENTER = "SERVICE_CENTER"
    BRANCH = "BRANCH"
    RECEPTION_POINT = "RECEPTION_POINT"
    RECEPTION_SECTION = "RECEPTION_SECTION"


class VerticalSector(StrEnum):
    """Whose officers sit at a one-stop desk of another agency (NĐ 309/2026 Đ.3.1)."""

    POLICE = "POLICE"
    INSURANCE = "INSURANCE"
    TAX = "TAX"
    MILITARY = "MILITARY"
    OTHER = "OTHER"
