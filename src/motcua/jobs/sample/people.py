"""Invented people with believable names, numbers that check, and addresses of the sample commune."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from motcua.dossiers.vocabulary import Party, PartyRole
from motcua.kernel.folding import fold

FAMILY = (
    ["Nguyễn"] * 12 + ["Trần"] * 5 + ["Lê"] * 4 + ["Phạm"] * 3 + ["Hoàng"] * 2 + ["Vũ"] * 2
    + ["Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Đào", "Phan", "Lưu", "Cao", "Đinh"]
)  # fmt: skip
MIDDLE = {
    "Nam": ["Văn", "Đức", "Minh", "Quang", "Hữu", "Xuân", "Mạnh", "Anh", "Công", "Thành"],
    "Nữ": ["Thị", "Thị Thu", "Thị Kim", "Ngọc", "Thị Minh", "Thanh", "Thị Hồng", "Khánh"],
}
GIVEN = {
    "Nam": ["Anh", "Bình", "Cường", "Dũng", "Đạt", "Giang", "Hải", "Hiếu", "Hùng", "Khôi", "Long",
            "Minh", "Nam", "Phúc", "Quân", "Sơn", "Tài", "Thắng", "Toàn", "Tùng", "Việt", "Vinh"],
    "Nữ": ["An", "Chi", "Dung", "Giang", "Hà", "Hạnh", "Hiền", "Hoa", "Hương", "Lan", "Linh",
           "Mai", "Nga", "Ngân", "Nhung", "Oanh", "Phương", "Quỳnh", "Thảo", "Trang", "Vân", "Yến"],
}  # fmt: skip
STREETS = [
    "Ỷ Lan", "Nguyễn Đức Thuận", "Ngô Xuân Quảng", "Cổ Bi", "Kiêu Kỵ", "Nguyễn Mậu Tài",
    "Thành Trung", "Cửu Việt", "Chính Trung", "Đào Nguyên", "An Đào", "Thuận An",
]  # fmt: skip
MOBILE = ["090", "091", "093", "096", "097", "098", "032", "035", "038", "070", "077", "081", "086"]
HANOI = "001"


@dataclass(frozen=True, slots=True)
class Person:
    """An invented citizen."""

    name: str
    sex: str
    birth_date: str
    personal_id: str
    address: str
    phone: str
    email: str


def invent(random: Random, *, born_from: int = 1948, born_until: int = 2006) -> Person:
    """A person of that age. The same random state gives the same person."""
    sex = random.choice(["Nam", "Nữ"])
    year = random.randint(born_from, born_until)
    month, day = random.randint(1, 12), random.randint(1, 28)
    name = f"{random.choice(FAMILY)} {random.choice(MIDDLE[sex])} {random.choice(GIVEN[sex])}"
    century = 2 if year >= 2000 else 0
    digit = century + (sex == "Nữ")
    writes = random.random() < 0.3
    mail = fold(name).replace(" ", ".") + f"{year % 100:02d}@example.vn"
    return Person(
        name=name,
        sex=sex,
        birth_date=f"{year}-{month:02d}-{day:02d}",
        personal_id=f"{HANOI}{digit}{year % 100:02d}{random.randint(1000, 29999):06d}",
        address=f"Số {random.randint(1, 180)} đường {random.choice(STREETS)}, xã Gia Lâm, Hà Nội",
        phone=f"{random.choice(MOBILE)}{random.randint(0, 9_999_999):07d}",
        email=mail if writes else "",
    )


def as_party(person: Person, role: PartyRole, authority: str = "") -> Party:
    """The person in a role before the desk."""
    return Party(
        role=role,
        name=person.name,
        personal_id=person.personal_id,
        birth_date=person.birth_date,
        sex=person.sex,
        address=person.address,
        phone=person.phone,
        email=person.email,
        authority=authority,
    )
