"""Which text helps on which page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from motcua.ui.help_texts import HelpText, keys_in, text_in

PAGES = Path(__file__).parent / "pages"
FIRST = "bat-dau"
ORDER = (
    FIRST,
    "tim-thu-tuc",
    "trang-thu-tuc",
    "nop-ho-so",
    "tra-cuu",
    "thanh-toan",
    "ho-so-cua-toi",
    "tai-khoan",
    "tin-bao",
    "kiem-tra-giay",
    "danh-gia",
    "cam-ket",
    "tinh-trang",
    "phan-anh",
    "chu-to-doc-to",
)
"""All texts, in the order in which somebody needs them."""
OF_PAGE = {
    "pay": "thanh-toan",
    "procedure": "trang-thu-tuc",
    "my-feedback": "phan-anh",
    "versions": "trang-thu-tuc",
    "figures": "trang-thu-tuc",
    "citizen-notices": "tin-bao",
    "account-wishes": "tin-bao",
}
"""By URL name, where the beginning of the address does not say it."""
OF_PLACE = {
    "thu-tuc": "tim-thu-tuc",
    "nhom-thu-tuc": "nop-ho-so",
    "su-kien": "tim-thu-tuc",
    "linh-vuc": "tim-thu-tuc",
    "co-quan": "tim-thu-tuc",
    "gop-y": "phan-anh",
    "ho-so": "tra-cuu",
    "cua-toi": "ho-so-cua-toi",
    "tai-khoan": "tai-khoan",
    "kiem-tra": "kiem-tra-giay",
    "danh-gia": "danh-gia",
    "tinh-trang": "tinh-trang",
    "cam-ket": "cam-ket",
}
"""By the beginning of the address."""
FILING = "nop"


def text_for_page(name: str, path: str) -> str:
    """The key of the text that helps on the page with this URL name at this path."""
    parts = [part for part in path.split("/") if part]
    if FILING in parts[1:]:
        return "nop-ho-so"
    return OF_PAGE.get(name) or OF_PLACE.get(parts[0] if parts else "", FIRST)


@cache
def help_text(key: str, language: str) -> HelpText | None:
    """The text in that language, else in Vietnamese; None where there is none."""
    return text_in(PAGES, key, language)


def keys() -> frozenset[str]:
    return keys_in(PAGES)
