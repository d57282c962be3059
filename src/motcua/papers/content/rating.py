"""What stands on a paper for whoever wants to say how it was."""

from __future__ import annotations

from motcua.papers.codes import qr_svg
from motcua.papers.content.web_address import web_address


def rating_words(url: str) -> dict[str, str]:
    """The code to scan, and the address at which the printed code is typed; nothing of "".

    Refusals: CodeTextTooLong.
    """
    site = url.rstrip("/").rpartition("/")[0]
    return {
        "rating_qr": qr_svg(url, field="rating_url"),
        "rating_site": web_address(f"{site}/") if url else "",
    }
