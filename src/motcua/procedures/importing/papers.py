"""Papers of a record: what is ticked, what is guidance, what belongs to some cases only.

Traps: rows with `is_note` (and headings of the portal's table) are guidance; `truncated` names
end in the middle of a sentence; numbers may be null; groups that begin with "Trường hợp" or
"Đối với" are cases of the procedure, and make variants when there are two or more of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from motcua.procedures.importing import shape
from motcua.procedures.importing.curated_papers import (
    NO_CORRECTIONS,
    Corrections,
    corrected,
    in_reading_order,
)
from motcua.procedures.importing.shape import Raw
from motcua.procedures.rules.content import Document, Variant

NAME_LENGTH_WANTED = 120
NAME_LENGTH_MIN = 20
NAME_LENGTH_MAX = 150
GROUP_LENGTH_MAX = 120
NUMBER_CREDIBLE_MAX = 99
_SENTENCE_END = re.compile(r"[.;](?=\s)")
_CASE = re.compile(
    r"^(\(?[\divxa-zđ.]{1,5}\)|\d+\.)?\s*[-+]?\s*(đối với|trường hợp)\b", re.IGNORECASE
)
_NO_CASE = re.compile(
    r"ủy quyền|uỷ quyền|nộp hồ sơ|bưu chính|trực tuyến|điện tử|không quy định", re.IGNORECASE
)
_SOMETIMES = re.compile(
    r"nếu có|^\W*([ivx\d]{1,4}\W+)?(trường hợp|đối với|nếu)\b|^văn bản (ủy|uỷ) quyền"
    r"|(trong|đối với) (các |những )?trường hợp|không bắt buộc"
    r"|lựa chọn nộp hồ sơ theo hình thức trực tuyến|nếu nộp hồ sơ trực tuyến",
    re.IGNORECASE,
)
_GUIDANCE = re.compile(r"^\W*(số lượng hồ sơ|lưu ý|ghi chú)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r",(?=\s)|\s(?=\()")
_TRAILING = " ;:.,"
_LEADING_MARKS = re.compile(r"^[\s)\]\-–+*;:,.]+")


def read_variants(raw: Raw, corrections: Corrections = NO_CORRECTIONS) -> tuple[Variant, ...]:
    """The general variant, and one for each case when the papers name two cases or more.

    The general one holds every paper, those of cases as optional; a case holds the papers common
    to all and its own, which it demands. Lists that a person has read come in reading order.
    """
    said = read_documents(raw)
    meant = corrected(said, corrections)
    variants = _variants(meant)
    if meant == said:
        return variants
    return tuple(replace(one, documents=in_reading_order(one.documents)) for one in variants)


def _variants(documents: Sequence[Document]) -> tuple[Variant, ...]:
    cases = list(dict.fromkeys(doc.group for doc in documents if is_case(doc.group)))
    general = Variant(is_default=True, documents=tuple(_in_general(doc) for doc in documents))
    if len(cases) < 2:
        return (general,)
    return (general, *(_case_variant(case, documents) for case in cases))


def read_documents(raw: Raw) -> list[Document]:
    """Every row of the paper table, guidance too, in the order of the source."""
    return [_document(row) for row in shape.rows(raw, "papers") if _says_something(row)]


def _says_something(row: Raw) -> bool:
    return any(letter.isalnum() for letter in shape.text(row, "name"))


def is_case(group: str) -> bool:
    """Whether a heading over papers names a case of the procedure (not a way of handing in)."""
    return bool(_CASE.match(group)) and not _NO_CASE.search(group)


def _in_general(document: Document) -> Document:
    return replace(document, is_optional=True) if is_case(document.group) else document


def _case_variant(case: str, documents: Sequence[Document]) -> Variant:
    own = tuple(doc for doc in documents if doc.group == case or not is_case(doc.group))
    return Variant(name=case[:1000], documents=own)


def _document(row: Raw) -> Document:
    full = shape.text(row, "name")
    name, details = split_name(full, truncated=shape.flag(row, "truncated"))
    originals, copies = _number(row, "originals"), _number(row, "copies")
    nothing_asked = originals == 0 and copies == 0
    heading = " ".join(shape.text(row, "group").split())
    group = heading[:GROUP_LENGTH_MAX].strip()
    is_note = shape.flag(row, "is_note") or bool(_GUIDANCE.match(full)) or heading.endswith("Lưu ý")
    is_heading = nothing_asked and full.endswith(":")
    return Document(
        name=name,
        details=details,
        originals=originals,
        copies=copies,
        present_only=shape.flag(row, "present_only"),
        is_note=is_note or is_heading,
        is_optional=shape.flag(row, "is_optional")
        or nothing_asked
        or bool(_SOMETIMES.search(full)),
        form_name=shape.text(row, "form")[:500],
        group=group,
    )


def _number(row: Raw, key: str) -> int | None:
    """How many are asked for; numbers nobody hands in are misread cells, so unknown."""
    number = shape.count(row, key, most=10**9)
    return None if number is None or number > NUMBER_CREDIBLE_MAX else number


def split_name(full: str, *, truncated: bool) -> tuple[str, str]:
    """(a name that fits a tick list, the rest). Splits where a sentence or clause ends, and a very
    long clause at a comma or bracket.

    `Giấy chứng sinh; trường hợp không có …` -> (`Giấy chứng sinh`, `trường hợp không có …`)
    """
    text = _LEADING_MARKS.sub("", " ".join(full.split())) or full
    end = _name_end(text)
    name, rest = text[:end].rstrip(_TRAILING), text[end:].strip(_TRAILING)
    if truncated and rest:
        return name, rest + "…"
    return (name + "…" if truncated and not name.endswith("…") else name), rest


def _name_end(text: str) -> int:
    if len(text) <= NAME_LENGTH_WANTED:
        return len(text)
    sentence = _SENTENCE_END.search(text, NAME_LENGTH_MIN)
    end = sentence.start() if sentence else len(text)
    if end <= NAME_LENGTH_MAX:
        return end
    clauses = [
        found.start() for found in _CLAUSE_END.finditer(text, NAME_LENGTH_MIN * 3, NAME_LENGTH_MAX)
    ]
    return clauses[-1] if clauses else end
