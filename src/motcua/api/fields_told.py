"""Names of values as a caller of the API knows them.

The rules name what is wrong by the fields of the reception form (`owner-name`, `papers-2`); the
API names the same values by their path in the request (`applicant.name`, `papers.2`).
"""

from __future__ import annotations

from motcua.dossiers.vocabulary import PartyRole

PLACE_OF_ROLE = {
    PartyRole.OWNER: "applicant",
    PartyRole.SUBMITTER: "submitter",
    PartyRole.REPRESENTATIVE: "representative",
    PartyRole.HELPER: "helper",
}
_PARTS = {str(role).lower(): place for role, place in PLACE_OF_ROLE.items()}
_RENAMED = {
    "limit_value": "limit.value",
    "variant": "variant_id",
    "fees": "fee_choices",
    "personal-id": "personal_id",
    "file": "upload",
    "chosen": "codes",
    "until": "to",
}


def told_field(field: str | None) -> str:
    """`owner-name` → `applicant.name`, `items-0-what` → `items.0.what`; a path of the API stays
    as it is."""
    if not field:
        return ""
    if field in _RENAMED:
        return _RENAMED[field]
    head, dash, rest = field.partition("-")
    place = _PARTS.get(head, head)
    return f"{place}.{rest.replace('-', '.')}" if dash else place
