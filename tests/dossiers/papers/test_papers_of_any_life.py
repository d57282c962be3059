"""Whatever officers do with a dossier, each of its papers is printed, names it, and stays as it was."""

from __future__ import annotations

from random import Random

import pytest
from django.db import transaction

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.models import Dossier
from motcua.dossiers.papers_filled.filling import Filled, Wanted, fill, papers_of, printed
from motcua.dossiers.papers_filled.giving import OF_A_GROUP, OF_THE_WHOLE, PRINTED
from motcua.dossiers.policies import visible
from motcua.ledger.caching import forget_all
from motcua.papers.vocabulary import PaperKind
from tests.dossiers.papers.conftest import ADDRESS
from tests.dossiers.test_random_lives import Life
from tests.papers.reading import squeezed, text_of
from tests.support.working_office import officer

STEPS = 400
DRAWN_OF_EACH = 3
LIVING = frozenset(OF_THE_WHOLE)
MET = set(PRINTED) - {*OF_A_GROUP, PaperKind.RETURN_RECEIPT}
"""What so many steps bring about; a result is seldom handed out so soon."""


@pytest.mark.slow
@pytest.mark.usefixtures("office", "db")
def test_every_paper_of_random_lives_is_printed_names_its_dossier_and_stays_as_it_was() -> None:
    with transaction.atomic():
        forget_all()
        life = Life(Random(11))
        for _step in range(STEPS // 2):
            life.step()
        before = _papers(life)
        for _step in range(STEPS // 2):
            life.step()
        after = _papers(life)
        here = _codes()  # what was passed on to another commune is read there
        settled = {
            place: one
            for place, one in before.items()
            if place[0] in here and place[1] not in LIVING
        }
        assert settled
        assert {place: after[place].data for place in settled} == {
            place: one.data for place, one in settled.items()
        }
        assert {kind for _code, kind, _seq in after} >= MET
        _draw(after)
        transaction.set_rollback(True)
    forget_all()


def _papers(life: Life) -> dict[tuple[str, PaperKind, int], Filled]:
    """Every paper of every dossier that the commune has to do with, by code, kind and the fact that it
    tells of."""
    actor, codes = officer("tiepnhan1"), _codes()
    return {
        (ref.code, one.kind, one.seq): fill(
            actor, ref.code, Wanted(kind=one.kind, address=ADDRESS, seq=one.seq)
        )
        for ref in life.dossiers
        if ref.code in codes
        for one in papers_of(actor, ref.code)
    }


def _codes() -> set[str]:
    """The dossiers the commune has to do with now."""
    seen = Dossier.objects.filter(visible(officer("tiepnhan1"), Permission.SLIP_PRINT))
    return set(seen.values_list("code", flat=True))


def _draw(papers: dict[tuple[str, PaperKind, int], Filled]) -> None:
    """Some of each kind, to the letter."""
    for kind in PRINTED:
        some = [one for one in papers.values() if one.kind is kind][:DRAWN_OF_EACH]
        for one in some:
            pdf = printed(one)
            assert squeezed(one.code) in squeezed(text_of(pdf))
            assert printed(one) == pdf
