"""QR codes printed on papers (TCVN 7322:2009 = ISO/IEC 18004), as SVG for the page."""

from __future__ import annotations

from io import BytesIO

import segno

from motcua.kernel.refusal import Refusal
from motcua.papers.cleaning import visible_text

# 300 bytes at level M need version 13 (69 modules): still 0.25 mm a module on A5, which a phone reads.
CODE_BYTES_MAX = 300


class CodeTextTooLong(Refusal):
    """The text for a QR code has `bytes` bytes, more than `bytes_max` that stay readable in print."""

    code = "code-text-too-long"


def paper_code_text(
    *, dossier_code: str, procedure_code: str, identity_number: str, paper_name: str
) -> str:
    """What the QR code of a paper says: the four data of Circular 01/2023/TT-VPCP, joined by "|".

    The order is dossier code, procedure code, identity number of the person or organization, name
    of the paper. A "|" inside a part becomes "/", so that there are always four parts.
    """
    parts = (dossier_code, procedure_code, identity_number, paper_name)
    return "|".join(visible_text(part).replace("|", "/") for part in parts)


def qr_svg(text: str, *, field: str) -> str:
    """The QR code of `text` as SVG without quiet zone (the page keeps 4 modules free); "" for "".

    Error correction M (15 %). Text beyond ASCII is UTF-8 and says so (ECI 26), as the standard asks.
    Refusal: CodeTextTooLong.
    """
    shown = visible_text(text)
    if not shown:
        return ""
    size = len(shown.encode())
    if size > CODE_BYTES_MAX:
        raise CodeTextTooLong(field=field, bytes=size, bytes_max=CODE_BYTES_MAX)
    code = segno.make_qr(
        shown, error="m", boost_error=False, encoding="utf-8", mode="byte", eci=not shown.isascii()
    )
    out = BytesIO()
    code.save(out, kind="svg", border=0, xmldecl=False, svgns=True, svgclass=None, lineclass=None)
    return out.getvalue().decode()
