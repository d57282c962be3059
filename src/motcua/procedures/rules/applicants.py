"""Who may ask for a procedure, as far as the source says it in words that leave no doubt."""

from __future__ import annotations

import re
from enum import StrEnum

from motcua.kernel.folding import fold
from motcua.procedures.rules.content import ProcedureContent


class ApplicantKind(StrEnum):
    """The two kinds of applicants that a dossier tells apart."""

    CITIZEN = "CITIZEN"
    ORGANIZATION = "ORGANIZATION"


_EXCEPTION = re.compile(r"\([^)]*\)?")
_CITIZENS = re.compile(
    r"^(cong dan viet nam|ca nhan|nguoi nuoc ngoai|nguoi viet nam dinh cu o nuoc ngoai"
    r"|can bo|cong chuc|vien chuc|dang vien|ho gia dinh|dai dien ho gia dinh)$"
)
_ORGANIZATIONS = re.compile(
    r"^(to chuc|to chuc (nuoc ngoai|dang|khac)|co quan|hop tac xa|doanh nghiep"
    r"|doanh nghiep (viet nam|trong nuoc|co von dau tu nuoc ngoai))$"
)


def who_may_apply(detail: ProcedureContent) -> frozenset[str]:
    """`CITIZEN`, `ORGANIZATION` or both; empty when unknown: nothing stated, or any word of the
    list is one that this rule does not know (then it might name anybody)."""
    kinds = {_kind(stated) for stated in detail.applicant_kinds}
    return frozenset() if None in kinds else frozenset(str(kind) for kind in kinds if kind)


def _kind(stated: str) -> ApplicantKind | None:
    """`Tổ chức (không bao gồm doanh nghiệp, HTX)` -> ORGANIZATION; what is in brackets is left out."""
    plain = fold(_EXCEPTION.sub(" ", stated)).strip(" .")
    if _CITIZENS.match(plain):
        return ApplicantKind.CITIZEN
    return ApplicantKind.ORGANIZATION if _ORGANIZATIONS.match(plain) else None
