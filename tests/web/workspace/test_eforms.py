"""The room of interactive forms: written without programming, tried out, published, withdrawn."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import orjson
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.eforms.models import EFormDraft, EFormVersion
from motcua.eforms.queries.forms import form_in_force
from motcua.eforms.rules.editing import item_at
from motcua.ledger.caching import forget_all
from motcua.procedures.queries.catalogue import version_in_force
from tests.support.declaring import publish_forms, the_form
from tests.support.posted_forms import filled_in, posted_by
from tests.support.reception import BIRTH
from tests.support.working_office import CERTIFIED_COPY
from tests.web.workspace.conftest import SignIn
from tests.web.workspace.conftest import text_of as page_of

TODAY, TOMORROW = date(2026, 6, 10), date(2026, 6, 11)
FACILITY = "pages.1.fields.3"
LIST_QUERIES, EDIT_QUERIES = 14, 14


@pytest.fixture(autouse=True)
def _form(standing: None, now: object) -> None:
    publish_forms(BIRTH)
    forget_all()


@pytest.fixture
def keeper(browser: SignIn) -> Client:
    return browser("quantri")


@pytest.fixture
def room() -> str:
    return f"/procedures/forms/{the_form().procedure_id}/"


@pytest.fixture
def begun(keeper: Client, room: str) -> str:
    keeper.post(f"{room}versions/", {"do": "begin", "seen": "0"})
    return room


def document() -> dict[str, Any]:
    found: dict[str, Any] = EFormDraft.objects.get().definition
    return found


def form_with(page: str, field: str) -> str:
    """The form of the page that has this field."""
    forms = re.findall(r"<form.*?</form>", page, re.DOTALL)
    return next(one for one in forms if f'name="{field}"' in one)


@pytest.fixture
def save(keeper: Client, begun: str) -> Callable[..., Any]:
    """Sends the page of an item as it stands, with some fields filled in anew."""

    def saved(place: str, **fields: str | list[str]) -> Any:
        address = f"{begun}edit/item/?place={place}"
        page = form_with(page_of(keeper.get(address)), "seen")
        named = {name.replace("__", "-"): value for name, value in fields.items()}
        sent = filled_in(page, {"do": "save", **named})
        return keeper.post(address, dict(sent.lists()))

    return saved


def option(page: str, words: str) -> str:
    (value,) = set(re.findall(rf'<option value="([^"]*)"[^>]*>{re.escape(words)}</option>', page))
    return str(value)


def test_the_list_names_forms_and_who_writes_on_them(keeper: Client, begun: str) -> None:
    page = page_of(keeper.get("/procedures/forms/"))
    assert "bản 1, áp dụng từ 01/07/2025" in page
    assert "Đang soạn:" in page


def test_a_draft_begins_as_the_version_in_force(begun: str) -> None:
    assert document() == the_form().definition


def test_a_procedure_without_a_form_gets_an_empty_one(keeper: Client) -> None:
    version = version_in_force(CERTIFIED_COPY, TODAY)
    assert version is not None
    room = f"/procedures/forms/{version.procedure_id}/"
    assert "Chưa có bản nào" in page_of(keeper.get(room))
    keeper.post(f"{room}versions/", {"do": "begin", "seen": "0"})
    assert [page["fields"] for page in document()["pages"]] == [[]]
    assert keeper.get(f"{room}edit/").status_code == 200


@pytest.mark.parametrize("place", ["", "pages.0", "pages.1", "pages.1.fields.0", FACILITY])
def test_saving_an_item_as_it_stands_changes_nothing(
    save: Callable[..., Any], begun: str, place: str
) -> None:
    before = document()
    assert save(place).status_code == 302
    assert document() == before


def test_every_item_of_the_form_is_saved_as_it_stands(save: Callable[..., Any], begun: str) -> None:
    before, places = document(), []

    def walk(holder: dict[str, Any], place: str) -> None:
        for at, item in enumerate(holder.get("fields") or ()):
            places.append(f"{place}.fields.{at}")
            walk(item, places[-1])

    for at, page in enumerate(before["pages"]):
        walk(page, f"pages.{at}")
    for place in places:
        assert save(place).status_code == 302, place
        assert item_at(document(), place) == item_at(before, place), place


def test_words_and_conditions_are_changed_without_programming(
    keeper: Client, save: Callable[..., Any], begun: str
) -> None:
    page = page_of(keeper.get(f"{begun}edit/item/?place={FACILITY}"))
    elsewhere = option(page, "“Trẻ sinh ở đâu” là “Ở nơi khác”")
    answer = save(
        FACILITY,
        label_vi="Tên nơi sinh",
        is_required=[],
        shown_if__1=elsewhere,
        shown_if__any="any",
    )
    assert answer.status_code == 302
    changed = item_at(document(), FACILITY)
    assert changed["label"]["vi"] == "Tên nơi sinh"
    assert "is_required" not in changed
    assert changed["shown_if"] == {
        "any": [{"is": ["born_where", "facility"]}, {"is": ["born_where", "elsewhere"]}]
    }


def test_a_condition_without_its_number_is_told_and_nothing_lost(
    keeper: Client, save: Callable[..., Any], begun: str
) -> None:
    page = page_of(keeper.get(f"{begun}edit/item/?place={FACILITY}"))
    choice = re.findall(r'<option value="([^"]*)"[^>]*>[^<]* trước …</option>', page)[0]
    answer = save(FACILITY, label_vi="Tên khác", shown_if__0=choice)
    told = page_of(answer)
    assert answer.status_code == 422
    assert "Điều kiện thứ 1 thiếu số hoặc ngày." in told
    assert 'value="Tên khác"' in told


def test_choices_are_lines_and_new_ones_get_a_code(save: Callable[..., Any]) -> None:
    lines = "Ở bệnh viện | In a hospital | facility\nTrên đường | On the road"
    save("pages.1.fields.2", choices=lines)
    assert item_at(document(), "pages.1.fields.2")["choices"] == [
        {"code": "facility", "label": {"vi": "Ở bệnh viện", "en": "In a hospital"}},
        {"code": "on_the_road", "label": {"vi": "Trên đường", "en": "On the road"}},
    ]


def test_what_a_change_breaks_is_told_where_it_is_mended(
    keeper: Client, save: Callable[..., Any], begun: str
) -> None:
    save("pages.1.fields.2", choices="Trên đường | On the road | road")
    page = page_of(keeper.get(f"{begun}publish/"))
    assert f"edit/item/?place={FACILITY}" in page
    assert 'value="publish"' not in page
    refused = keeper.post(f"{begun}publish/", {"valid_from": "11/06/2026", "seen": "2"})
    assert refused.status_code == 422
    assert EFormVersion.objects.count() == 1


def test_questions_are_added_moved_and_taken_away(keeper: Client, begun: str) -> None:
    def press(seen: int, op: str, **more: str) -> Any:
        return keeper.post(f"{begun}edit/", {"seen": str(seen), "op": op, **more})

    added = press(1, "add:pages.0", label="Số con?", kind="number")
    assert added["Location"].endswith("edit/item/?place=pages.0.fields.3")
    press(2, "up:pages.0.fields.3")
    keys = [item["key"] for item in document()["pages"][0]["fields"]]
    assert keys == ["applicant", "relation", "so_con", "relation_words"]
    press(3, "remove:pages.0.fields.2")
    press(4, "page", label="Trang cuối")
    assert [page["title"]["vi"] for page in document()["pages"]][-1] == "Trang cuối"
    assert "so_con" not in str(document())


def test_whoever_comes_second_overwrites_nothing(keeper: Client, begun: str) -> None:
    keeper.post(f"{begun}edit/", {"seen": "1", "op": "page", "label": "Một"})
    late = keeper.post(f"{begun}edit/", {"seen": "1", "op": "page", "label": "Hai"}, follow=True)
    assert "vừa lưu bản thảo này" in page_of(late)
    assert document()["pages"][-1]["title"]["vi"] == "Một"


def test_a_draft_is_published_from_tomorrow_and_the_old_version_holds_today(
    keeper: Client, save: Callable[..., Any], begun: str
) -> None:
    save(FACILITY, label_vi="Tên nơi sinh")
    page = page_of(keeper.get(f"{begun}publish/"))
    assert "Tên nơi sinh" in page
    keeper.post(f"{begun}publish/", {"valid_from": "11/06/2026", "seen": "2"})
    forget_all()
    procedure_id = the_form().procedure_id
    said = [str(getattr(form_in_force(procedure_id, day), "definition", "")) for day in
            (TODAY, TOMORROW)]  # fmt: skip
    assert ["Tên nơi sinh" in one for one in said] == [False, True]
    shown = page_of(keeper.get(begun))
    assert "chưa áp dụng" in shown
    version = EFormVersion.objects.get(version_number=2).pk
    keeper.post(f"{begun}versions/", {"do": "withdraw", "version": str(version)})
    assert "đã rút" in page_of(keeper.get(begun))


def test_the_preview_behaves_as_the_real_thing(keeper: Client, begun: str) -> None:
    here = f"{begun}preview/?view=pages"
    first = page_of(keeper.get(here))
    assert 'name="a.applicant.name"' in first
    assert 'name="a.child.name"' not in first
    refused = keeper.post(here, posted_by(form_with(first, "asked")))
    assert refused.status_code == 422
    typed = {
        "a.applicant.name": "Lê Thị Hoa",
        "a.applicant.personal_id": "001190012345",
        "a.applicant.residence.province_code": "01",
        "a.applicant.residence.commune": "gia lam",
        "a.applicant.phone": "0912345678",
        "a.relation": "mother",
    }
    second = page_of(keeper.post(here, filled_in(form_with(first, "asked"), typed)))
    assert 'name="a.child.name"' in second
    whole = page_of(keeper.get(f"{begun}preview/?view=whole"))
    assert 'name="a.applicant.name"' in whole
    assert 'name="a.child.name"' in whole
    paper = keeper.post(here, filled_in(form_with(first, "asked"), {**typed, "do": "paper"}))
    assert paper["Content-Type"] == "application/pdf"


def test_a_definition_goes_out_as_a_file_and_comes_in_again(keeper: Client, begun: str) -> None:
    exported = keeper.get(f"{begun}definition.json")
    file = orjson.loads(exported.content)
    assert file["procedure"]["code"] == BIRTH
    file["form"]["title"]["vi"] = "Khai sinh"
    sent = SimpleUploadedFile("form.json", orjson.dumps(file), "application/json")
    answer = keeper.post(f"{begun}import/", {"file": sent, "seen": "1"})
    assert answer.status_code == 302
    assert document()["title"]["vi"] == "Khai sinh"


@pytest.mark.parametrize("text", ["", "{", '{"pages": 1}', '{"form": []}', "[]"])
def test_what_is_no_definition_is_told(keeper: Client, begun: str, text: str) -> None:
    answer = keeper.post(f"{begun}import/", {"text": text, "seen": "1"})
    assert answer.status_code == 422
    assert document() == the_form().definition


def test_a_draft_is_thrown_away_by_its_button(keeper: Client, begun: str) -> None:
    keeper.post(f"{begun}versions/", {"do": "discard", "seen": "1"})
    assert not EFormDraft.objects.exists()
    assert keeper.get(f"{begun}edit/").status_code == 404


def test_officers_see_versions_and_change_nothing(browser: SignIn, begun: str) -> None:
    officer = browser("tiepnhan1")
    page = page_of(officer.get(begun))
    assert "Bản 1" in page
    assert "Bản thảo" not in page
    assert officer.get(f"{begun}edit/").status_code == 404
    assert officer.post(f"{begun}versions/", {"do": "discard", "seen": "1"}).status_code == 404
    assert EFormDraft.objects.exists()


def test_pages_of_the_room_ask_few_questions_of_the_database(
    keeper: Client, begun: str, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(LIST_QUERIES):
        keeper.get("/procedures/forms/")
    for page in ("", "edit/", f"edit/item/?place={FACILITY}", "preview/", "publish/", "compare/"):
        with django_assert_max_num_queries(EDIT_QUERIES):
            keeper.get(begun + page)


def test_no_label_calls_optional_what_publishing_asks_for(keeper: Client, begun: str) -> None:
    page = page_of(keeper.get(f"{begun}edit/item/?place={FACILITY}"))
    labels = dict(re.findall(r'<label[^>]*for="id_(\w+)"[^>]*>(.*?)</label>', page, re.DOTALL))
    asked = {name for name, words in labels.items() if "không bắt buộc" not in words}
    assert {"label_vi", "label_en"} <= asked
    assert not {"help_vi", "help_en"} & asked
