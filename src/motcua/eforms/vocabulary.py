"""The words of interactive forms: kinds of fields, parts of people and addresses, closed lists.

Answers are plain JSON. What each kind keeps (and gives back when it is checked again):

    text, long_text, choice, phone, email, personal_id, tax_code     a string
    number                whole: an int; with decimals: a string such as "120.5" (a fact holds no floats)
    money_vnd             an int, whole đồng
    date                  "2026-11-22"
    birth_date            "1950-08-15", "1950-08" or "1950": many old people know only the year
    sex                   "Nam" or "Nữ", as on the card
    yes_no                true or false
    choices               the codes, in the order of the definition
    person, organization, address, paper_reference    an object with the parts below
    computed              what its formula gives: an int, or a string
    note                  nothing: guidance only
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class FieldKind(StrEnum):
    """What is asked for in one field."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY_VND = "money_vnd"
    DATE = "date"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    PERSON = "person"
    ORGANIZATION = "organization"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    PERSONAL_ID = "personal_id"
    TAX_CODE = "tax_code"
    PAPER_REFERENCE = "paper_reference"
    COMPUTED = "computed"
    NOTE = "note"


class AddressForm(StrEnum):
    """Province and commune (since 1/7/2025), province, district and commune (before), or abroad."""

    TWO_TIER = "two_tier"
    THREE_TIER = "three_tier"
    ABROAD = "abroad"


class PartyRole(StrEnum):
    """Whom an answer is about, for `fills`: who asks, whose matter it is, who acts for them."""

    APPLICANT = "applicant"
    OWNER = "owner"
    REPRESENTATIVE = "representative"


Parts = Mapping[str, FieldKind]

PERSON_PARTS: Final[Parts] = MappingProxyType(
    {
        "name": FieldKind.TEXT,
        "birth_date": FieldKind.BIRTH_DATE,
        "sex": FieldKind.SEX,
        "ethnicity": FieldKind.TEXT,
        "nationality": FieldKind.TEXT,
        "personal_id": FieldKind.PERSONAL_ID,
        "identity_paper": FieldKind.PAPER_REFERENCE,
        "residence": FieldKind.ADDRESS,
        "phone": FieldKind.PHONE,
        "email": FieldKind.EMAIL,
    }
)
ORGANIZATION_PARTS: Final[Parts] = MappingProxyType(
    {
        "name": FieldKind.TEXT,
        "tax_code": FieldKind.TAX_CODE,
        "address": FieldKind.ADDRESS,
        "representative_name": FieldKind.TEXT,
        "representative_title": FieldKind.TEXT,
        "phone": FieldKind.PHONE,
        "email": FieldKind.EMAIL,
    }
)
PAPER_PARTS: Final[Parts] = MappingProxyType(
    {
        "name": FieldKind.TEXT,
        "number": FieldKind.TEXT,
        "issued_on": FieldKind.DATE,
        "issued_by": FieldKind.TEXT,
    }
)
COMPOUND_PARTS: Final[Mapping[FieldKind, Parts]] = MappingProxyType(
    {
        FieldKind.PERSON: PERSON_PARTS,
        FieldKind.ORGANIZATION: ORGANIZATION_PARTS,
        FieldKind.PAPER_REFERENCE: PAPER_PARTS,
    }
)
ADDRESS_PARTS: Final[Mapping[AddressForm, tuple[str, ...]]] = MappingProxyType(
    {
        AddressForm.TWO_TIER: ("province_code", "commune", "commune_code", "detail"),
        AddressForm.THREE_TIER: ("province", "district", "commune", "detail"),
        AddressForm.ABROAD: ("country", "detail"),
    }
)
"""The parts of an address besides `form`. In the two-tier form code or name of the commune is enough:
checked answers have both wherever the list of communes (`kernel.places`) knows it."""

NEEDED_OF_ADDRESS: Final[Mapping[AddressForm, tuple[str, ...]]] = MappingProxyType(
    {
        AddressForm.TWO_TIER: ("province_code", "commune"),
        AddressForm.THREE_TIER: ("province", "district", "commune"),
        AddressForm.ABROAD: ("country",),
    }
)
ALL_ADDRESS_PARTS: Final = frozenset({"form"}.union(*ADDRESS_PARTS.values()))

# Bounds that no definition may go beyond.
TEXT_LENGTH, TEXT_LENGTH_MAX = 200, 1_000
LONG_TEXT_LENGTH, LONG_TEXT_LENGTH_MAX = 2_000, 10_000
ITEMS_MAX = 100
DECIMALS_MAX = 2
NUMBER_MAX = 10**15 - 1

ETHNIC_GROUPS: Final = (
    "Kinh", "Tày", "Thái", "Mường", "Khmer", "Hoa", "Nùng", "Mông", "Dao", "Gia Rai", "Ngái", "Ê Đê",
    "Ba Na", "Xơ Đăng", "Sán Chay", "Cơ Ho", "Chăm", "Sán Dìu", "Hrê", "Mnông", "Ra Glai", "Xtiêng",
    "Bru - Vân Kiều", "Thổ", "Giáy", "Cơ Tu", "Gié Triêng", "Mạ", "Khơ Mú", "Co", "Tà Ôi", "Chơ Ro",
    "Kháng", "Xinh Mun", "Hà Nhì", "Chu Ru", "Lào", "La Chí", "La Ha", "Phù Lá", "La Hủ", "Lự", "Lô Lô",
    "Chứt", "Mảng", "Pà Thẻn", "Cơ Lao", "Cống", "Bố Y", "Si La", "Pu Péo", "Brâu", "Ơ Đu", "Rơ Măm",
)  # fmt: skip
"""The 54 peoples, to be offered while one types (decision 121-TCTK/PPCĐ of 2/3/1979)."""

HOME_NATIONALITY: Final = "Việt Nam"
"""What nearly everybody answers: it stands in the box beforehand."""
