"""The page of one's own dossier answers what is to be paid and why; a free one says that nobody may ask."""

from __future__ import annotations

import pytest
import time_machine
from django.urls import reverse

from motcua.filing.vocabulary import ForWhom
from tests.support.citizens import a_citizen, citizen_actor, citizens_browser
from tests.support.clock import PLAIN_MORNING
from tests.support.drafting import complete, send


@pytest.mark.usefixtures("standing")
def test_a_free_dossier_of_ones_own_shows_no_way_to_pay() -> None:
    opened = a_citizen()
    actor = citizen_actor(opened)
    code = send(actor, complete(actor, for_whom=ForWhom.MYSELF)).code
    with time_machine.travel(PLAIN_MORNING, tick=False):
        page = citizens_browser(opened).get(reverse("portal:my-dossier", kwargs={"code": code}))
    words = page.content.decode()
    assert "Tôi phải nộp gì, vì sao?" in words
    assert "Hồ sơ này không phải nộp khoản nào. Không ai được đòi thêm." in words
    assert "Còn phải nộp" not in words
