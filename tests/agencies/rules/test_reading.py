"""A document that cannot be read is refused with the place of the fault."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import orjson
import pytest

from motcua.agencies.importing.checking import DocumentDoesNotFit, Known, check_document
from motcua.agencies.importing.document import DocumentMalformed
from motcua.agencies.importing.public_places import from_public_places, slug_of
from motcua.agencies.importing.reading import read_document
from motcua.agencies.shipped import shipped_of_2020, shipped_today
from tests.support.checkout import ROOT

EXCERPT = ROOT / "tests/agencies/data/public_places_excerpt.json"
NOTHING_KNOWN = Known(agencies=frozenset(), levels=frozenset())
SMALL: dict[str, Any] = {
    "format": "motcua-agencies/1",
    "levels": [{"code": "COMMUNE", "name": "Cấp xã", "rank": 3, "valid_from": "2004-01-01"}],
    "agencies": [
        {
            "slug": "xa-a",
            "valid_from": "2025-07-01",
            "versions": [{"name": "Ủy ban nhân dân xã A", "level": "COMMUNE"}],
        }
    ],
}


def test_what_is_not_said_of_a_period_is_that_of_the_agency() -> None:
    agency = read_document(SMALL).agencies[0]
    assert agency.versions[0].span == agency.span


@pytest.mark.parametrize(
    ("path", "value", "place", "problem"),
    [
        (["format"], "other/1", "$.format", "unknown-format"),
        (["agencies"], {}, "$.agencies", "not-a-list"),
        (["agencies", 0], 7, "$.agencies[0]", "not-an-object"),
        (["agencies", 0, "slug"], "Xã A", "$.agencies[0].slug", "unknown-word"),
        (["agencies", 0, "valid_from"], "hôm qua", "$.agencies[0].valid_from", "not-a-day"),
        (["agencies", 0, "valid_until"], "2020-01-01", "$.agencies[0].valid_until", "ends-before-it-begins"),
        (["agencies", 0, "versions"], [], "$.agencies[0].versions", "missing"),
        (["agencies", 0, "versions", 0, "name"], None, "$.agencies[0].versions[0].name", "missing"),
        (["levels", 0, "rank"], "ba", "$.levels[0].rank", "not-a-number"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(
    path: list[Any], value: object, place: str, problem: str
) -> None:
    document = deepcopy(SMALL)
    here: Any = document
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    with pytest.raises(DocumentMalformed) as refused:
        read_document(document)
    assert (refused.value.params["place"], refused.value.params["problem"]) == (place, problem)


@pytest.mark.parametrize("value", [None, 5, "text", []])
def test_what_is_no_object_is_refused(value: object) -> None:
    with pytest.raises(DocumentMalformed):
        read_document(value)


def test_all_names_that_point_nowhere_are_listed_at_once() -> None:
    document = deepcopy(SMALL)
    document["agencies"][0]["versions"][0] |= {"level": "TỔNG", "parent": "tinh-x"}
    document["agencies"].append(document["agencies"][0])
    with pytest.raises(DocumentDoesNotFit) as refused:
        check_document(read_document(document), NOTHING_KNOWN)
    whats = {problem["what"] for problem in refused.value.params["problems"]}
    assert whats == {"agency-twice", "agency-unknown", "level-unknown"}


@pytest.mark.parametrize("document", [shipped_today(), shipped_of_2020()])
def test_what_is_shipped_fits_together(document: object) -> None:
    check_document(read_document(document), NOTHING_KNOWN)


def test_the_public_shape_keeps_codes_and_makes_none_up() -> None:
    document = read_document(from_public_places(orjson.loads(EXCERPT.read_bytes())))
    by_slug = {entry.slug: entry for entry in document.agencies}
    hanoi = by_slug["thanh-pho-ha-noi"]
    assert [(code.scheme, code.code) for code in hanoi.codes] == [("GSO", "01"), ("QD20", "H26")]
    # The source has Nam Định's code from memory only, so it is left out.
    assert [code.scheme for code in by_slug["tinh-nam-dinh"].codes] == ["GSO"]
    assert by_slug["thi-tran-van-dien-huyen-thanh-tri"].span.valid_until is not None


def test_a_slug_has_no_accents_and_no_spaces() -> None:
    assert slug_of("Thị trấn Trâu Quỳ") == "thi-tran-trau-quy"
