"""Whatever comes in at a form of tasks, hand-overs, processes, groups and partners: read from the page
itself and sent with nonsense in any of its fields, it is told or done, never a fault."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.dossiers import inputs
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.vocabulary import Act, Stage
from motcua.workflow.commands.asking import ask
from motcua.workflow.inputs import Question
from motcua.workflow.vocabulary import TaskKind
from tests.support.acts import bring, do, other_unit, receive_elsewhere
from tests.support.clock import PLAIN_MORNING
from tests.support.forms_on_pages import FormOnPage, forms_of
from tests.support.interlinked import a_group
from tests.support.partners import a_partner
from tests.support.processes_at_work import put_in_force, tasks_of, usual
from tests.support.reception import a_reception
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY, officer
from tests.web.workspace.conftest import SignIn, text_of

EXAMPLES = 25
TOLD_OR_DONE = {200, 302, 409, 422}
"""409: the page was of another time."""
LONG = "Đ" * 30_000
NONSENSE = st.one_of(
    st.text(max_size=60),
    st.integers(-(10**20), 10**20).map(str),
    st.sampled_from(
        ["", " ", "²", "NaN", "Infinity", "1e400", "-0", "0,5", "-3", "9" * 5000, LONG, "\x00", "a\x00b",
         "31/02/2026", "01/01/0001", "31/12/9999", "12/06/2026", "2026-06-12", "31/12/9999 23:59",
         "01/01/0001 00:00", "25:99", "{}", "[", "null", "true", "<script>alert(1)</script>", "{{ 7*7 }}",
         "%(name)s%s", "\u202eabc", "😀", "../../etc/passwd", "1-1-1", "--", "agency-0", "unit-999999"]
    ),
)  # fmt: skip


def received(stage: Stage = Stage.PROCESSING) -> str:
    put_in_force(usual())
    given = a_reception(BIRTH_AGAIN)
    code = receive_dossier(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given).code
    return bring(code, stage)


def a_step(by: str) -> tuple[str, str]:
    return by, f"/tasks/{tasks_of(received(Stage.RECEIVED))['check'].pk}/"


def asked_of(kind: TaskKind, by: str, whom: str) -> tuple[str, str]:
    """The page of what somebody was asked, as he sees it."""
    there = officer(whom)
    assert there.agency_id is not None
    question = Question(
        kind=kind,
        text="Có tranh chấp không?",
        agency_id=there.agency_id,
        unit_id=there.unit_id,
        holding_id=there.holding_id,
        due_on=(PLAIN_MORNING + timedelta(days=1)).date(),
    )
    task = ask(actor=officer(by), at=PLAIN_MORNING, code=received(), question=question)
    return whom, f"/tasks/{task}/"


def asking(by: str, slug: str) -> tuple[str, str]:
    return by, f"/dossiers/{received()}/ask/{slug}/"


def act(by: str, slug: str, code: str) -> tuple[str, str]:
    return by, f"/dossiers/{code}/acts/{slug}/"


def offered() -> str:
    code = received()
    there = other_unit("thuly1")
    do(code, Act.OFFER, inputs.Offer(unit_id=there, task="Xác minh"), by="thuly1")
    return code


def turned_back() -> str:
    code = receive_elsewhere()
    why = inputs.WithReason(reason="Không thuộc xã")
    do(code, Act.REFUSE_TAKE_OVER, why, by="tiepnhan1")
    return code


PAGES: dict[str, Callable[[], tuple[str, str]]] = {
    "inbox": lambda: (received(Stage.RECEIVED) and "thuly1", "/inbox/?box=FREE"),
    "order": lambda: ("lanhdao", "/orders/new/"),
    "where time goes": lambda: ("lanhdao", "/where-time-goes/"),
    "opinion": lambda: asking("thuly1", "opinion"),
    "inspection": lambda: asking("thuly1", "inspection"),
    "second look": lambda: asking("thuly1", "review"),
    "order about a dossier": lambda: asking("lanhdao", "order"),
    "step nobody has": lambda: a_step("thuly1"),
    "step given out": lambda: a_step("lanhdao"),
    "opinion asked": lambda: asked_of(TaskKind.CONSULTATION, "thuly1", "thuly2"),
    "inspection asked": lambda: asked_of(TaskKind.INSPECTION, "thuly1", "thuly3"),
    "order given": lambda: asked_of(TaskKind.DIRECTIVE, "lanhdao", "thuly2"),
    "offer": lambda: act("thuly1", "offer", received()),
    "accept": lambda: act("tiepnhan1", "accept-offer", offered()),
    "refuse": lambda: act("tiepnhan1", "refuse-offer", offered()),
    "take back": lambda: act("thuly1", "take-back-offer", offered()),
    "refuse to take over": lambda: act("tiepnhan1", "refuse-take-over", receive_elsewhere()),
    "group": lambda: ("tiepnhan1", f"/desk/groups/{a_group()}/receive/"),
    "new process": lambda: ("quantri", "/processes/new/"),
    "new partner": lambda: ("quantri", "/partners/add/"),
    "change of a partner": lambda: ("quantri", f"/partners/{a_partner()}/change/"),
}
OF_A_PROCESS = ("edit/", "edit/handle/", "publish/", "try/", "import/")


def anything(form: FormOnPage) -> st.SearchStrategy[dict[str, list[str]]]:
    """What stands in the form, some of its fields with what they offer or with nonsense."""
    changes = st.fixed_dictionaries(
        {},
        optional={
            name: st.lists(st.sampled_from(offers) | NONSENSE, max_size=2)
            for name, offers in form.offered.items()
        },
    )
    return changes.map(lambda changed: {**form.standing, **changed})


def send(client: Client, path: str, form: FormOnPage, sent: dict[str, list[str]]) -> int:
    where = form.action or path
    call = {"get": client.get, "post": client.post}[form.method]
    return int(call(where, sent).status_code)


def hold(client: Client, path: str) -> None:
    forms = forms_of(text_of(client.get(path)))
    assert forms

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def anything_is_told_or_done(data: st.DataObject) -> None:
        form = data.draw(st.sampled_from(forms))
        assert send(client, path, form, data.draw(anything(form))) in TOLD_OR_DONE

    anything_is_told_or_done()


@pytest.mark.parametrize("name", PAGES)
def test_whatever_is_sent_is_told_or_done(browser: SignIn, name: str) -> None:
    username, path = PAGES[name]()
    hold(browser(username), path)


@pytest.mark.parametrize("page", OF_A_PROCESS)
def test_whatever_is_sent_to_a_process_is_told_or_done(browser: SignIn, page: str) -> None:
    keeper = browser("quantri")
    begun = keeper.post("/processes/new/", {"code": CERTIFIED_COPY, "agency": "all"})
    hold(keeper, begun["Location"].removesuffix("edit/") + page)


QUERIES = {
    "/inbox/": ("thuly1", ("box", "kind", "cursor", "late")),
    "/hand-overs/": ("thuly1", ("list", "cursor")),
    "/where-time-goes/": ("lanhdao", ("first", "last", "procedure", "by")),
    "/where-time-goes/behind/": ("lanhdao", ("first", "last", "step", "procedure", "cursor")),
    "/processes/": ("quantri", ("procedure", "code", "cursor")),
    "/desk/groups/": ("tiepnhan1", ("q", "event")),
    "/partners/": ("quantri", ("cursor", "way")),
}


@pytest.mark.parametrize("path", QUERIES)
def test_whatever_stands_in_the_address_of_a_list_is_told_or_passed_over(
    browser: SignIn, path: str
) -> None:
    username, names = QUERIES[path]
    received(Stage.RECEIVED)
    client = browser(username)

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.dictionaries(st.sampled_from(names), NONSENSE, min_size=1))
    def anything_is_told(asked: dict[str, str]) -> None:
        assert client.get(path, asked).status_code in TOLD_OR_DONE

    anything_is_told()
