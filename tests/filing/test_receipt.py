"""The receipt of somebody who helped: it says that the other one was told only where that is so."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from django.urls import reverse

from motcua.filing.vocabulary import ForWhom
from tests.support.citizens import a_citizen, citizen_actor, citizens_browser
from tests.support.clock import PLAIN_MORNING
from tests.support.drafting import complete, send, told_of
from tests.support.reception import BIRTH

TOLD, NOT_TOLD = "Người được giúp đã được báo tin", "Hãy đưa mã hồ sơ cho người được giúp"


@pytest.mark.usefixtures("standing")
@pytest.mark.parametrize(
    ("gateway", "said", "unsaid"),
    [("http://127.0.0.1:9/sms", TOLD, NOT_TOLD), ("", NOT_TOLD, TOLD)],
    ids=["with a carrier", "without any"],
)
def test_whoever_helped_learns_whether_the_other_was_told(
    settings: Any, gateway: str, said: str, unsaid: str
) -> None:
    settings.NOTICE_SMS_GATEWAY = gateway
    opened = a_citizen()
    actor = citizen_actor(opened)
    token = complete(actor, for_whom=ForWhom.HELPER)
    told_of(actor, token, name="Cụ Tư", personal_id="001146009999", phone="0987654321")
    send(actor, token)
    with time_machine.travel(PLAIN_MORNING, tick=False):
        page = citizens_browser(opened).get(
            reverse("portal:sent", kwargs={"code": BIRTH, "token": token})
        )
    words = page.content.decode()
    assert (said in words, unsaid in words) == (True, False)
