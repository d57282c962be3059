"""Every code of the kernel has its sentence, and every sentence its code."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from motcua import kernel
from motcua.kernel.identifiers.doubt import Doubt
from motcua.kernel.refusal import Refusal
from motcua.kernel.wording import SENTENCES, word, word_doubt, word_refusal

ROOT = Path(kernel.__path__[0])
MODULES = ["emv", "vietqr", "rates", "money"] + [
    f"identifiers.{path.stem}" for path in sorted((ROOT / "identifiers").glob("[a-z]*.py"))
]
REFUSALS = {
    found.code
    for name in MODULES
    for found in vars(import_module(f"motcua.kernel.{name}")).values()
    if isinstance(found, type) and issubclass(found, Refusal) and found is not Refusal
}
SOURCE = "".join(
    path.read_text(encoding="utf-8")
    for path in (*ROOT.glob("identifiers/*.py"), ROOT / "vietqr.py")
)
DOUBTS = set(re.findall(r'Doubt\(\s*"([a-z-]+)"', SOURCE)) | {
    "personal-id-place-abroad",
    "personal-id-place-doubtful",
}


def test_every_refusal_and_doubt_is_worded_and_no_sentence_is_left_over() -> None:
    assert len(REFUSALS) > 40
    assert set(SENTENCES) == REFUSALS | DOUBTS


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_whole_and_a_refusal_says_what_to_do(code: str) -> None:
    assert SENTENCES[code].endswith(".")
    assert ("Hãy" in SENTENCES[code]) >= (code in REFUSALS)


def test_a_page_may_pass_its_own_translation() -> None:
    doubt = Doubt("phone-prefix-renewed", "phone", {"old": "016", "new": "03"})
    english = {SENTENCES["phone-prefix-renewed"]: "Was %(old)s, is %(new)s."}
    assert word_doubt(doubt, english.__getitem__) == "Was 016, is 03."


def test_a_code_of_another_app_gets_a_general_sentence() -> None:
    class Elsewhere(Refusal):
        code = "received-in-the-past"

    assert "received-in-the-past" in word_refusal(Elsewhere(days=3))
    assert word("rate-negative").startswith("Tử số")
