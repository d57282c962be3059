"""The index of words finds what the pure rule says, on both databases, whatever happens to the rows."""

from __future__ import annotations

import pytest
from django.db.models import F
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.database.words import Mentions, newest_by_words
from motcua.dossiers.models import Dossier
from motcua.kernel.words import Asked, asked_for, kept_words, mentions
from tests.support.reception import receive

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office", "db")]
TRIES = 25
WORDS = st.sampled_from(
    ["nguyen", "nguyet", "thi", "th", "t", "0912", "091234567", "h26", "đ", "ớt"]
)
TEXTS = st.lists(WORDS, min_size=0, max_size=5).map(" ".join)


@pytest.fixture
def pattern() -> Dossier:
    return Dossier.objects.get(pk=receive().id)


def rows_with(pattern: Dossier, texts: list[str]) -> None:
    Dossier.objects.all().delete()
    for number, text in enumerate(texts):
        pattern.pk = None
        pattern.code, pattern.register_number = f"W-{number}", None
        pattern.search_key = kept_words([text], number % 3)
        pattern.save(force_insert=True)


def expected(asked: Asked) -> list[int]:
    rows = Dossier.objects.order_by("-id").values_list("id", "search_key")
    return [pk for pk, key in rows if mentions(key, asked)]


def by_index(asked: Asked) -> list[int]:
    return list(
        newest_by_words(Dossier.objects.all(), "search_key", asked).values_list("id", flat=True)
    )


def by_looking(asked: Asked) -> list[int]:
    rows = Dossier.objects.filter(Mentions(F("search_key"), asked)).order_by("-id")
    return list(rows.values_list("id", flat=True))


@settings(
    max_examples=TRIES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    texts=st.lists(TEXTS, min_size=1, max_size=6),
    typed=st.lists(WORDS, min_size=1, max_size=3),
    begun=st.booleans(),
    among=st.lists(st.integers(0, 3), max_size=2),
)
def test_the_index_finds_what_the_rule_says(
    pattern: Dossier, texts: list[str], typed: list[str], begun: bool, among: list[int]
) -> None:
    rows_with(pattern, texts)
    words = [word for text in typed for word in kept_words([text]).split()]
    asked = asked_for(words, begun=begun, among=among)
    assert by_index(asked) == by_looking(asked) == expected(asked)


def test_the_index_follows_each_change_of_the_words(pattern: Dossier) -> None:
    rows_with(pattern, ["tran an", "le an"])
    an, binh = asked_for(["an"], begun=False), asked_for(["binh"], begun=False)
    first, second = Dossier.objects.order_by("id")
    Dossier.objects.filter(pk=first.pk).update(search_key="tran binh")
    assert (by_index(an), by_index(binh)) == ([second.pk], [first.pk])
    Dossier.objects.filter(pk=first.pk).delete()
    assert (by_index(an), by_index(binh)) == ([second.pk], [])
