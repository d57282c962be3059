"""A form that has everything, and a way to make many others."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from motcua.eforms.rules.definition import form_of
from motcua.eforms.rules.publishing import publishing_faults

Document = dict[str, Any]
# A machine with other work to do draws slowly; that is no fault of the strategies.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def words(text: str = "Lời") -> dict[str, str]:
    return {"vi": text, "en": f"{text} (en)"}


def a_field(key: str, kind: str, **more: Any) -> Document:
    return {"key": key, "kind": kind, "label": words(key), **more}


def a_form(*fields: Document, **more: Any) -> Document:
    page = {"key": "only", "title": words("Trang"), "fields": list(fields)}
    return {"code": "sample", "title": words("Mẫu"), "pages": [page], **more}


YES_OR_NO = [{"code": "a", "label": words("A")}, {"code": "b", "label": words("B")}]

EVERYTHING: Document = {
    "code": "everything",
    "title": words("Mọi thứ"),
    "pages": [
        {
            "key": "people",
            "title": words("Người"),
            "fields": [
                a_field(
                    "applicant",
                    "person",
                    is_required=True,
                    fills="applicant",
                    parts=[
                        "name",
                        "birth_date",
                        "sex",
                        "personal_id",
                        "residence",
                        "identity_paper",
                    ],
                    required_parts=["name", "birth_date"],
                ),
                a_field("phone", "phone", fills="applicant.phone"),
                a_field("has_children", "yes_no", is_required=True),
                {
                    "key": "children",
                    "kind": "repeat",
                    "label": words("Các con"),
                    "item_label": words("Con"),
                    "min_items": 1,
                    "max_items": 3,
                    "shown_if": {"is": ["has_children", True]},
                    "fields": [
                        a_field("full_name", "text", is_required=True),
                        a_field("born_on", "date", max="today", is_required=True),
                        a_field("age", "computed", formula={"age": "born_on"}),
                        a_field(
                            "school",
                            "text",
                            shown_if={"age_at_least": ["born_on", 6]},
                            checks=[
                                {
                                    "holds": {"not": {"equal": ["school", "full_name"]}},
                                    "say": words("Tên trường khác tên con"),
                                }
                            ],
                        ),
                        a_field("amount", "money_vnd"),
                    ],
                },
            ],
        },
        {
            "key": "matter",
            "title": words("Việc"),
            "fields": [
                a_field("kind", "choice", choices=YES_OR_NO, is_required=True),
                a_field("ticked", "choices", choices=YES_OR_NO),
                a_field("why", "long_text", required_if={"is": ["kind", "b"]}),
                a_field("area", "number", decimals=2, min=1, max=10_000),
                a_field("home", "address", shown_if={"includes": ["ticked", "a"]}),
                a_field(
                    "company",
                    "organization",
                    parts=["name", "tax_code", "address"],
                    required_parts=["name"],
                ),
                a_field("paper", "paper_reference", parts=["number", "issued_on"]),
                a_field("email", "email"),
                a_field("number_of_person", "personal_id"),
                a_field("tax", "tax_code"),
                {
                    "key": "sums",
                    "kind": "group",
                    "label": words("Cộng"),
                    "fields": [
                        a_field("bonus", "money_vnd", shown_if={"at_least": ["total", 1_000]}),
                        a_field("said", "yes_no"),
                    ],
                },
                a_field("note", "note"),
            ],
        },
        {
            "key": "result",
            "title": words("Kết quả"),
            "shown_if": {"answered": "sums"},
            "fields": [
                a_field("whole", "computed", formula={"add": ["total", "sums.bonus"]}),
            ],
        },
        {
            "key": "totals",
            "title": words("Tổng"),
            "fields": [
                a_field("total", "computed", formula={"sum_of": "children.amount"}),
                a_field("how_many", "computed", formula={"count": "children"}),
                a_field("line", "computed", formula={"join": ["applicant.name", "how_many"]}),
            ],
        },
    ],
}

GOOD: Document = {
    "applicant": {
        "name": "  Lê   Thị Hoa ",
        "birth_date": "15/08/1990",
        "sex": "nữ",
        "personal_id": "001190012345",
        "residence": {"form": "two_tier", "province_code": "01", "commune": "Xã Gia Lâm"},
    },
    "phone": "0912 345 678",
    "has_children": "yes",
    "children": [
        {"full_name": "Lê An", "born_on": "01/02/2015", "amount": "1.500.000"},
        {"full_name": "Lê Bình", "born_on": "2024-03-05", "amount": 250_000, "school": "Mầm non"},
    ],
    "kind": "a",
    "area": "120,5",
    "sums": {"bonus": "2.000"},
}

# Whatever a stranger may send.
ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=30)
    | st.sampled_from(["a", "b", "yes", "no", "2015-02-01", "1.500.000", "01", "two_tier", "Nam"]),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)

KEYS = ["k0", "k1", "k2", "k3", "k4", "k5"]
_LEAF_KINDS = ["text", "long_text", "number", "money_vnd", "date", "yes_no", "choice", "choices"]
_TODAY = {"today": True}


def _atoms(key: str, kind: str) -> list[Document]:
    """Conditions that make sense of a field of that kind."""
    of_kind: dict[str, list[Document]] = {
        "choice": [{"is": [key, "a"]}, {"is_one_of": [key, ["a", "b"]]}],
        "choices": [{"includes": [key, "a"]}],
        "yes_no": [{"is": [key, True]}, {"is": [key, False]}],
        "number": [{"at_least": [key, 3]}],
        "computed": [{"less_than": [key, 3]}],
        "date": [{"before": [key, _TODAY]}],
    }
    return [{"answered": key}, *of_kind.get(kind, [])]


def _conditions(kinds: dict[str, str]) -> st.SearchStrategy[Document]:
    atom = st.sampled_from([one for key, kind in kinds.items() for one in _atoms(key, kind)])
    return st.recursive(
        atom,
        lambda inner: (
            st.builds(lambda one: {"not": one}, inner)
            | st.builds(lambda several: {"all": several}, st.lists(inner, min_size=1, max_size=2))
            | st.builds(lambda several: {"any": several}, st.lists(inner, min_size=1, max_size=2))
        ),
        max_leaves=3,
    )


def _mended(document: Document) -> Document:
    """Without the conditions and formulas that stand in the way of publishing."""
    faulty = {fault.path for fault in publishing_faults(form_of(document))}
    for page in document["pages"]:
        for field in page["fields"]:
            if field["key"] in faulty:
                field.pop("shown_if", None)
                field |= {"formula": {"add": [1, 2]}} if field["kind"] == "computed" else {}
    return document


def good_forms() -> st.SearchStrategy[Document]:
    """Forms that may be published."""
    return forms().map(_mended).filter(lambda one: not publishing_faults(form_of(one)))


@st.composite
def forms(draw: st.DrawFn) -> Document:
    """Forms of a few fields on two pages; a field looks at those before it, rarely at any."""
    keys = KEYS[: draw(st.integers(2, len(KEYS)))]
    kinds = {key: draw(st.sampled_from([*_LEAF_KINDS, "computed"])) for key in keys}
    fields = []
    for at, (key, kind) in enumerate(kinds.items()):
        seen = keys if draw(st.integers(0, 19)) == 0 else (keys[:at] or keys[1:])
        fields.append(_drawn(draw, key, kind, {one: kinds[one] for one in seen}))
    at = draw(st.integers(1, len(fields)))
    document = a_form(*fields[:at])
    if fields[at:]:
        document["pages"].append({"key": "second", "title": words(), "fields": fields[at:]})
    return document


def _drawn(draw: st.DrawFn, key: str, kind: str, seen: dict[str, str]) -> Document:
    field = a_field(key, kind)
    if kind in ("choice", "choices"):
        field["choices"] = YES_OR_NO
    if kind == "computed":
        looked_at = draw(st.lists(st.sampled_from(list(seen)), min_size=1, max_size=2))
        field["formula"] = {"add": looked_at}
    elif draw(st.booleans()):
        field["is_required"] = True
    if draw(st.integers(0, 2)) == 0:
        field["shown_if"] = draw(_conditions(seen))
    return field


def answers_of(keys: list[str] = KEYS) -> st.SearchStrategy[Document]:
    """Answers to such forms: mostly something that a field could take."""
    value = st.sampled_from(
        ["a", "b", True, False, 3, "2.000", "2020-01-01", "01/02/2021", ["a"], ""]
    )
    return st.dictionaries(st.sampled_from(keys), value | ANY_JSON, max_size=len(keys))
