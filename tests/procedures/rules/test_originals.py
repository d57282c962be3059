"""Which originals everybody has to bring: no picture stands for them."""

from __future__ import annotations

from motcua.procedures.rules.content import Document, Variant

ORIGINAL = "Bản chính giấy tờ, văn bản cần chứng thực bản sao"


def test_only_what_everybody_shows_in_the_original_has_to_be_brought() -> None:
    variant = Variant(
        documents=(
            Document(name=ORIGINAL, present_only=True),
            Document(name="Bản chính giấy ủy quyền", present_only=True, is_optional=True),
            Document(name="Giấy tờ tùy thân (bản chính hoặc bản sao)", present_only=True),
            Document(name="Bản chính đơn", originals=1),
        )
    )
    assert variant.originals_shown == (ORIGINAL,)
