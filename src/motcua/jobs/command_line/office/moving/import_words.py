"""How the command line words a document that cannot be taken over, fault by fault."""

from __future__ import annotations

from typing import Final

from motcua.dossiers.refusal_words import sentence
from motcua.jobs.command_line.speech import complain
from motcua.kernel.refusal import Refusal

Pair = tuple[str, str]

MALFORMED: Final[dict[str, Pair]] = {
    "not-an-object": ("phải là một đối tượng {…}", "must be an object {…}"),
    "missing": ("còn thiếu", "is missing"),
    "not-text": ("phải là chữ trong dấu nháy", "must be text"),
    "not-a-number": ("phải là số nguyên", "must be a whole number"),
    "not-true-or-false": ("phải là true hoặc false", "must be true or false"),
    "not-a-day": ("phải là ngày dạng 2025-07-01", "must be a day such as 2025-07-01"),
    "unknown-word": ("có giá trị không nằm trong danh sách cho phép", "is none of the known words"),
    "ends-before-it-begins": ("kết thúc trước khi bắt đầu", "ends before it begins"),
    "not-a-list": ("phải là một danh sách […]", "must be a list […]"),
    "not-a-list-of-text": ("phải là một danh sách chữ", "must be a list of text"),
    "unknown-format": (
        "không phải dạng tệp cơ quan mà chương trình biết",
        "is no format of agencies known here",
    ),
}
NOT_FITTING: Final[dict[str, Pair]] = {
    "agency-twice": ("cơ quan bị lặp", "agency told twice"),
    "desk-twice": ("bộ phận một cửa bị lặp", "desk told twice"),
    "unit-twice": ("đơn vị bị lặp", "unit told twice"),
    "position-twice": ("vị trí bị lặp", "position told twice"),
    "agency-unknown": ("không có cơ quan này", "no such agency"),
    "level-unknown": ("không có cấp này", "no such level"),
    "unit-unknown": ("không có đơn vị này", "no such unit"),
}
CATALOGUE: Final[dict[str, Pair]] = {
    "procedures": (
        "Tệp không phải danh mục thủ tục: thiếu danh sách “procedures”.",
        "The file is no catalogue of procedures: the list “procedures” is missing.",
    ),
    "too-many": (
        "Danh mục có quá nhiều bản ghi. Hãy chia tệp ra rồi nạp từng phần.",
        "The catalogue has too many records. Split the file and import the parts.",
    ),
    "meta.valid_from": (
        "Ngày hiệu lực ở mục “meta.valid_from” không đọc được. Hãy ghi dạng 2025-07-01.",
        "The day in “meta.valid_from” cannot be read. Write it as 2025-07-01.",
    ),
}


def explain(refusal: Refusal) -> int:
    """Says what is wrong with the document and where; the exit code of a failure."""
    params = refusal.params
    if refusal.code == "document-malformed":
        vi, en = MALFORMED[params["problem"]]
        place = str(params["place"]).removeprefix("$.")
        whole = place == "$"
        return complain(
            f"{'Tệp' if whole else f'Mục “{place}”'} {vi}. Hãy sửa tệp rồi nạp lại.",
            f"{'The file' if whole else f'“{place}”'} {en}. Correct the file and import it again.",
        )
    if refusal.code == "catalogue-document-unreadable":
        return complain(*CATALOGUE[params["what"]])
    code = complain(sentence(refusal), f"{sentence(refusal)} ({refusal.code})")
    if refusal.code == "document-does-not-fit":
        for problem in params["problems"]:
            vi, en = NOT_FITTING[problem["what"]]
            place = f"“{problem['name']}” ({problem['in']})"
            complain(f"{place}: {vi}", f"{place}: {en}")
    return code
