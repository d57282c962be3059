"""Who is meant by the words of the column "Trách nhiệm". Pure.

What the words do not say is not made up: another agency without an identifier of ours, a council, "bộ phận
khác" stay nobody, with the words beside, and checking asks for a choice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from motcua.kernel.actor import Role
from motcua.kernel.folding import fold
from motcua.processes.rules.shapes import Who
from motcua.processes.vocabulary import NAME_LENGTH_MAX, WhoKind

_OUTSIDE: Final = re.compile(
    r"^(ca nhan|tccn|to chuc|cong dan|nguoi dan|nguoi nop|than nhan|chu dau tu|nguoi yeu cau)"
)
_ROLES: Final = (
    (re.compile(r"tn ?& ?tkq|tiep nhan|mot cua|bpmc|hanh chinh cong|trung tam (pv)?hcc"), Role.RECEPTION),
    (re.compile(r"van thu"), Role.REGISTRY_CLERK),
    (re.compile(r"(lanh dao|chu tich|pho chu tich).*(ubnd|uy ban)|^(pho )?chu tich|lanh dao so"), Role.SIGNATORY),
    (re.compile(r"(lanh dao|truong|pho) (phong|bo phan|don vi)"), Role.UNIT_HEAD),
)  # fmt: skip
_ELSEWHERE: Final = re.compile(
    r"^so |chi cuc|bhxh|bao hiem xa hoi|van phong (dang ky|dk)|chi nhanh|co quan thue|thue (huyen|tinh|co so)|"
    r"cong an|hoi dong|cong ty|co quan duoc hoi|ubnd (cap huyen|cap tinh|tinh|thanh pho)"
)
_AUTHORITY: Final = re.compile(r"^(ubnd|uy ban nhan dan)")
_SIGNING: Final = re.compile(r"\bky\b|quyet dinh|phe duyet|tra loi bang van ban|duyet")
_HANDLING: Final = re.compile(
    r"phong|cong chuc|chuyen vien|can bo|bo phan|nguoi lam cong tac|co quan cap phep|co quan chuyen mon|"
    r"doan tham dinh|nguoi co tham quyen|ubnd|uy ban nhan dan"
)
_SEVERAL: Final = re.compile(r" \+ | / |; | & ")


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoRead:
    """`is_outside`: the applicant. `several`: the words name more than one who answers for the step."""

    who: Who
    is_outside: bool = False
    several: bool = False


def who_of(words: str, action: str) -> WhoRead:
    """Who the words mean, and what of them is not clear."""
    folded, kept = fold(words), words.strip()[:NAME_LENGTH_MAX]
    if _OUTSIDE.search(folded):
        who = Who(kind=WhoKind.ROLE, role=Role.RECEPTION, words=kept)
        return WhoRead(who=who, is_outside=True)
    several = bool(_SEVERAL.search(words))
    role = _role(folded, fold(action))
    if role is None and _ELSEWHERE.search(folded):
        return WhoRead(who=Who(kind=WhoKind.AGENCY, words=kept), several=several)
    return WhoRead(who=Who(kind=WhoKind.ROLE, role=role, words=kept), several=several)


def _role(folded: str, action: str) -> Role | None:
    for pattern, role in _ROLES:
        if pattern.search(folded):
            return role
    if _ELSEWHERE.search(folded):
        return None
    if _AUTHORITY.search(folded) and _SIGNING.search(action):
        return Role.SIGNATORY
    return Role.HANDLING if _HANDLING.search(folded) else None
