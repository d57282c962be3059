"""The national numbering plan for telephones: prefixes in use, and those replaced in 2017 and 2018.

Sources: TT 22/2014/TT-BTTTT with its changes; decision 2036/QĐ-BTTTT of 21/11/2016 (area codes) and
798/QĐ-BTTTT of 29/5/2018 (11-digit mobiles become 10-digit).
"""

from __future__ import annotations

from typing import Final

# The digit after the leading 0, and which digits are in use behind it.
_MOBILE_BLOCKS: Final = {
    "3": "23456789",
    "5": "25689",
    "7": "06789",
    "8": "123456789",
    "9": "012346789",
}
MOBILE_PREFIXES: Final = frozenset(
    f"0{block}{last}" for block, lasts in _MOBILE_BLOCKS.items() for last in lasts
)
OLD_MOBILE_PREFIXES: Final[dict[str, str]] = {
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036", "0167": "037",
    "0168": "038", "0169": "039", "0120": "070", "0121": "079", "0122": "077", "0126": "076",
    "0128": "078", "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip
AREAS: Final[dict[str, str]] = {
    "0203": "Quảng Ninh", "0204": "Bắc Giang", "0205": "Lạng Sơn", "0206": "Cao Bằng",
    "0207": "Tuyên Quang", "0208": "Thái Nguyên", "0209": "Bắc Kạn", "0210": "Phú Thọ",
    "0211": "Vĩnh Phúc", "0212": "Sơn La", "0213": "Lai Châu", "0214": "Lào Cai", "0215": "Điện Biên",
    "0216": "Yên Bái", "0218": "Hòa Bình", "0219": "Hà Giang", "0220": "Hải Dương", "0221": "Hưng Yên",
    "0222": "Bắc Ninh", "0225": "Hải Phòng", "0226": "Hà Nam", "0227": "Thái Bình", "0228": "Nam Định",
    "0229": "Ninh Bình", "0232": "Quảng Bình", "0233": "Quảng Trị", "0234": "Thừa Thiên Huế",
    "0235": "Quảng Nam", "0236": "Đà Nẵng", "0237": "Thanh Hóa", "0238": "Nghệ An", "0239": "Hà Tĩnh",
    "0251": "Đồng Nai", "0252": "Bình Thuận", "0254": "Bà Rịa - Vũng Tàu", "0255": "Quảng Ngãi",
    "0256": "Bình Định", "0257": "Phú Yên", "0258": "Khánh Hòa", "0259": "Ninh Thuận",
    "0260": "Kon Tum", "0261": "Đắk Nông", "0262": "Đắk Lắk", "0263": "Lâm Đồng", "0269": "Gia Lai",
    "0270": "Vĩnh Long", "0271": "Bình Phước", "0272": "Long An", "0273": "Tiền Giang",
    "0274": "Bình Dương", "0275": "Bến Tre", "0276": "Tây Ninh", "0277": "Đồng Tháp", "0290": "Cà Mau",
    "0291": "Bạc Liêu", "0292": "Cần Thơ", "0293": "Hậu Giang", "0294": "Trà Vinh", "0296": "An Giang",
    "0297": "Kiên Giang", "0299": "Sóc Trăng", "024": "Hà Nội", "028": "Thành phố Hồ Chí Minh",
}  # fmt: skip
MOBILE_DIGITS: Final = 10
LANDLINE_DIGITS: Final = 11
