"""Two real servers, a bad line between them, and kills: both end equal, and nothing is there twice."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.support.bad_line import Weather, a_line
from tests.support.exchanging_orders import HOME, THERE
from tests.support.two_installations import Office, make_known, two_offices, wait_until

pytestmark = pytest.mark.slow
CALM_SECONDS = 180
OWNER = "Nguyễn Thị Hồng Nhung"
BAD = 0.4


class Pair:
    """Both offices and the lines between them."""

    def __init__(self, here: Office, there: Office, to_there: Weather, to_here: Weather) -> None:
        self.here, self.there = here, there
        self.lines = (to_there, to_here)

    def worsen(self) -> None:
        for line in self.lines:
            line.share = BAD

    def clear_up(self) -> None:
        """A quiet line, and somebody who presses the button: until nothing is under way. The first is
        asked twice: what the second has told it since is still to be done."""
        for line in self.lines:
            line.share = 0.0
        each = (self.here, self.there, self.here)
        wait_until(lambda: all(_is_quiet(office) for office in each), CALM_SECONDS)

    def both_told(self) -> dict[str, Any]:
        """What both say of every dossier they share."""
        here, there = self.here.told("told"), self.there.told("told")
        assert here == there
        told: dict[str, Any] = here
        return told

    def wait_for(self, holds: Callable[[], bool]) -> None:
        """In any weather, with the button pressed again and again."""

        def pressed() -> bool:
            self.here.told("resend")
            self.there.told("resend")
            return holds()

        wait_until(pressed, CALM_SECONDS)


def _is_quiet(office: Office) -> bool:
    office.told("resend")
    standing = office.told("standing")
    return not (standing["waiting"] or standing["to_do"] or standing["stuck"])


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    here, there = two_offices(tmp_path_factory.mktemp("two"))
    to_there, to_here = Weather(6, to_port=there.port), Weather(16, to_port=here.port)
    with a_line(to_there) as line_there, a_line(to_here) as line_here:
        try:
            here.start_desk()
            there.start_desk()
            make_known(here, there, line=line_there, agency=THERE)
            make_known(there, here, line=line_here, agency=HOME)
            for office in (here, there):
                office.start_server()
                office.start_worker()
            yield Pair(here, there, to_there, to_here)
        finally:
            here.stop()
            there.stop()


def test_a_dossier_is_settled_over_there_whatever_the_line_and_the_power_do(pair: Pair) -> None:
    here, there = pair.here, pair.there
    pair.worsen()
    codes = [here.told("receive", to=THERE, scan=number) for number in range(3)]
    here.kill("worker")
    here.start_worker()
    pair.wait_for(lambda: set(codes[:2]) <= set(there.told("told")))
    there.kill("server")
    for number, code in enumerate(codes[:2]):
        _settle(there, code, number)
    there.start_server()
    there.kill("worker")
    there.start_worker()
    pair.clear_up()
    here.told("act", act="return-result", code=codes[0], given={"name": OWNER})
    there.told("act", act="take-over", code=codes[2], agency=THERE)
    asked = {"reason": "Thiếu một giấy"}
    there.told("act", act="request-supplement", code=codes[2], agency=THERE, given=asked)
    pair.wait_for(lambda: here.told("told")[codes[2]]["status"] == "SUPPLEMENT_REQUESTED")
    here.told("supplement", code=codes[2], scan=200)
    refused = here.tried("act", act="withdraw", code=codes[2], given={"reason": "Không cần nữa"})
    assert "dossier-elsewhere" in refused["fault"]
    pair.clear_up()
    told = pair.both_told()
    assert [told[code]["status"] for code in codes] == ["RETURNED", "SETTLED", "PROCESSING"]
    assert [len(told[code]["files"]) for code in codes] == [2, 2, 2]
    assert there.told("standing")["dossiers"] == len(told)
    assert sum(line.met["through"] for line in pair.lines) < sum(
        sum(line.met.values()) for line in pair.lines
    )


def _settle(office: Office, code: str, number: int) -> None:
    """The whole work of the second commune on one dossier."""
    order: dict[str, Any] = {"code": code, "agency": THERE}
    for act in ("take-over", "start", "decide"):
        office.told("act", act=act, **order)
    digest = office.told("attach", scan=100 + number, **order)
    office.told("act", act="issue-result", given={"digests": [digest]}, **order)


def test_who_took_an_offer_back_has_it_though_it_was_accepted_over_there(pair: Pair) -> None:
    code = pair.here.told("receive")
    pair.here.told("act", act="offer", code=code, given={"to": THERE, "task": "Cho ý kiến"})
    pair.wait_for(lambda: code in pair.there.told("told"))
    pair.here.kill("worker")
    pair.there.kill("worker")
    pair.there.told("act", act="accept-offer", code=code, agency=THERE)
    pair.here.told("act", act="take-back-offer", code=code, given={"reason": "Không cần nữa"})
    pair.here.start_worker()
    pair.there.start_worker()
    pair.clear_up()
    told = pair.both_told()[code]
    assert (told["held_agency"], told["offered_agency"]) == (None, None)


STEPS: list[dict[str, Any]] = [
    {"act": "offer", "given": {"to": THERE, "task": "Cho ý kiến"}},
    {"act": "accept-offer", "agency": THERE},
    {"act": "refuse-offer", "agency": THERE, "given": {"reason": "Thiếu giấy"}},
    {"act": "take-back-offer", "given": {"reason": "Nhầm nơi"}},
    {"act": "offer", "agency": THERE, "given": {"to": HOME, "task": "Đồng ý"}},
    {"act": "take-back-offer", "agency": THERE, "given": {"reason": "Xem lại"}},
    {"act": "accept-offer"},
    {"act": "refuse-offer", "given": {"reason": "Chưa rõ ý kiến"}},
]
"""Hand-overs from either side; at the wrong moment they are refused, as on any other day."""


def test_random_hand_overs_end_with_one_holder_that_both_name(pair: Pair) -> None:
    chance = random.Random(2026)
    pair.worsen()
    codes = [pair.here.told("receive") for _number in range(2)]
    for code in codes:
        pair.here.told("act", code=code, **STEPS[0])
    done = 0
    for number in range(60):
        step, code = chance.choice(STEPS), chance.choice(codes)
        office = pair.there if step.get("agency") == THERE else pair.here
        done += "answer" in office.tried("act", code=code, **step)
        if number % 20 == 10:
            victim = chance.choice([pair.here, pair.there])
            victim.kill("worker")
            victim.start_worker()
        chance.choice([pair.here, pair.there]).told("resend")
    pair.clear_up()
    told = pair.both_told()
    assert {told[code]["held_agency"] for code in codes} <= {None, THERE}
    assert done > len(codes)
