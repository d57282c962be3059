"""What is typed into a search box, as lists that one index each can serve."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import F, Q, QuerySet

from motcua.database.begins import Begins
from motcua.database.joining import PartList
from motcua.database.words import Mentions, newest_by_words
from motcua.dossiers.models import Dossier, Result
from motcua.kernel.words import WORDS_MAX, Asked, asked_for, asked_words, typed_words
from motcua.procedures.queries.catalogue import versions_coded
from motcua.procedures.queries.names import versions_named

NUMBER_LENGTH_MIN = 2
"""Fewer signs than this are no number of a document."""
NAME_WORDS_MIN = 2
"""Beside other words: one syllable of a name stands in too many procedures to mean one."""


def holding(text: str) -> Q:
    """The words of the text stand in the dossier's own words; for lists that are short already."""
    asked = asked_words(text, begun=True)
    return Q(Mentions(F("search_key"), asked)) if asked else Q()


def mentioning(seen: QuerySet[Dossier], text: str, *, begun: bool = False) -> list[PartList]:
    """Those of `seen` that a text may mean, for `joining.first_of`: all its words stand in the
    dossier's own, or some there and the rest, before or after, in the name of its procedure; or it is
    the code of the procedure, or the number of a result begins so. No query as long as the catalogue is known.

    `begun`: the last word may be the beginning of one.
    """
    lists = [
        PartList(newest_by_words(seen, "search_key", asked))
        for asked in _meanings(text, begun=begun)
        if asked
    ]
    return [*lists, *(PartList(seen.filter(numbered)) for numbered in _of_a_result(text))]


def mentioned(text: str, *, begun: bool = False) -> Q:
    """The same as one condition, for all of them."""
    found = Q(pk__in=())
    for asked in _meanings(text, begun=begun):
        if asked:
            found |= Q(Mentions(F("search_key"), asked))
    for numbered in _of_a_result(text):
        found |= numbered
    return found


def _of_a_result(text: str) -> list[Q]:
    number = text.strip()
    if len(number) < NUMBER_LENGTH_MIN or not any(map(str.isdecimal, number)):
        return []
    results = Result.objects.filter(Begins(F("document_number"), number))
    return [Q(pk__in=results.values("dossier"))]


def _meanings(text: str, *, begun: bool) -> Iterator[Asked]:
    words = typed_words(text)[:WORDS_MAX]
    yield asked_for(words, begun=begun)
    if coded := versions_coded(text):
        yield asked_for([], begun=False, among=coded)
    if words and (versions := versions_named(words)):
        yield asked_for([], begun=False, among=versions)
    for cut in range(1, len(words)):
        for own, name in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
            versions = versions_named(name) if len(name) >= NAME_WORDS_MIN else []
            if versions:
                yield asked_for(own, begun=begun, among=versions)
