"""Versions side by side, importing with a look first, and the supplement policy from a day on."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import orjson
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.procedures.queries.details import procedure_detail
from motcua.procedures.queries.versions import versions_of
from motcua.procedures.shipped import shipped_catalogue
from tests.procedures.conftest import BIRTH
from tests.support.working_office import BIRTH_AGAIN, CERTIFIED_COPY
from tests.web.workspace.conftest import SignIn, text_of, version_id_of

TODAY = date(2026, 6, 10)
COMPARE = "/procedures/compare/"
IMPORT = "/procedures/import/"
POLICY = "/procedures/supplement-policy/"
MOMENT = "/procedures/fee-moment/"
NEW_ONE = BIRTH | {"id": "9.999999@2", "code": "9.999999", "name": "Thủ tục thử nghiệm"}


@pytest.fixture
def desk(browser: SignIn) -> Any:
    return browser("tiepnhan1")


@pytest.fixture
def keeper(browser: SignIn) -> Any:
    return browser("quantri")


def the_file(*records: dict[str, Any]) -> SimpleUploadedFile:
    return SimpleUploadedFile("danh-muc.json", orjson.dumps({"procedures": list(records)}))


def test_two_versions_stand_side_by_side_with_signs_beside_the_colors(desk: Any) -> None:
    now, before = (version_id_of(BIRTH_AGAIN, day) for day in (TODAY, date(2023, 5, 10)))
    page = text_of(desk.get(COMPARE, {"before": before, "after": now}))
    assert "Quyết định công bố" in page
    assert "<del>" in page
    assert "<ins>" in page
    assert "có thay đổi" in page


def test_what_both_say_is_shown_when_asked_for(desk: Any) -> None:
    now, before = (version_id_of(BIRTH_AGAIN, day) for day in (TODAY, date(2023, 5, 10)))
    some = text_of(desk.get(COMPARE, {"before": before, "after": now}))
    every = text_of(desk.get(COMPARE, {"before": before, "after": now, "all": "1"}))
    assert every.count('<tr role="row">') > some.count('<tr role="row">')


@pytest.mark.parametrize("before", ["", "0", "x", "9" * 30])
def test_without_a_first_version_the_one_before_is_taken(desk: Any, before: str) -> None:
    now = version_id_of(BIRTH_AGAIN, TODAY)
    assert desk.get(COMPARE, {"before": before, "after": now}).status_code == 200


def test_versions_of_two_procedures_are_never_compared(desk: Any) -> None:
    now, foreign = version_id_of(BIRTH_AGAIN, TODAY), version_id_of(CERTIFIED_COPY, TODAY)
    page = text_of(desk.get(COMPARE, {"before": foreign, "after": now}))
    assert f'value="{foreign}"' not in page


@pytest.mark.parametrize("after", ["", "0", "x", "9" * 30])
def test_comparing_with_no_version_is_not_found(desk: Any, after: str) -> None:
    assert desk.get(COMPARE, {"after": after}).status_code == 404


def test_a_file_is_looked_at_before_anything_changes(keeper: Any) -> None:
    page = keeper.post(IMPORT, {"do": "preview", "file": the_file(NEW_ONE)})
    assert page.status_code == 200
    assert "Xem trước, chưa nhập" in text_of(page)
    assert "Thủ tục thử nghiệm" in text_of(page)
    assert versions_of("9.999999") == []


def test_what_was_looked_at_is_imported_without_choosing_the_file_again(keeper: Any) -> None:
    seen = keeper.post(IMPORT, {"do": "preview", "file": the_file(NEW_ONE)})
    (held,) = re.findall(r'name="held" value="([^"]+)"', text_of(seen))
    page = keeper.post(IMPORT, {"do": "apply", "held": held})
    assert "Đã nhập danh mục" in text_of(page)
    assert len(versions_of("9.999999")) == 1


def test_a_changed_procedure_shows_its_old_and_new_words(keeper: Any) -> None:
    keeper.post(IMPORT, {"do": "apply", "file": the_file(NEW_ONE)})
    changed = NEW_ONE | {"implementing_body": "Ủy ban nhân dân phường"}
    page = text_of(keeper.post(IMPORT, {"do": "preview", "file": the_file(changed)}))
    assert "phường</ins>" in page
    assert "Có thay đổi" in page


def test_a_record_that_cannot_be_taken_says_why(keeper: Any) -> None:
    page = text_of(keeper.post(IMPORT, {"do": "preview", "file": the_file(BIRTH | {"code": None})}))
    assert "Không nhận, và vì sao" in page


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"held": "không phải"},
        {"held": "AAAA"},
        {"file": b"{"},
        {"file": b""},
        {"file": b"[]"},
        {"file": b'{"procedures": 5}'},
        {"file": b"\x00\xff"},
    ],
)
def test_a_bad_file_is_answered_with_a_sentence(keeper: Any, sent: dict[str, Any]) -> None:
    files = {
        name: SimpleUploadedFile("x.json", value) if isinstance(value, bytes) else value
        for name, value in sent.items()
    }
    page = keeper.post(IMPORT, {"do": "apply", "starts_on": "", **files})
    assert page.status_code == 422
    assert "Cần sửa trước khi tiếp tục" in text_of(page)


def test_a_policy_is_looked_at_and_then_holds_from_its_day(keeper: Any) -> None:
    version = version_id_of(BIRTH_AGAIN, TODAY)
    wish = {"procedure": version, "scope": "one", "policy": "PAUSE", "starts_on": "01/07/2026"}
    seen = text_of(keeper.post(POLICY, wish | {"do": "preview"}))
    assert "1 thủ tục có cách tính mới" in seen
    assert procedure_detail(version_id_of(BIRTH_AGAIN, date(2026, 7, 1))).version_id == version
    assert keeper.post(POLICY, wish | {"do": "apply"}).status_code == 302
    later = procedure_detail(version_id_of(BIRTH_AGAIN, date(2026, 7, 1)))
    assert (str(later.supplement_policy), later.version_id != version) == ("PAUSE", True)


@pytest.mark.parametrize(
    "wrong",
    [
        {"starts_on": "10/06/2026"},
        {"starts_on": "31/02/2026"},
        {"policy": "NEVER"},
        {"scope": "nơi-khác"},
        {"policy": ""},
    ],
)
def test_a_policy_that_cannot_be_keeps_what_was_typed(keeper: Any, wrong: dict[str, str]) -> None:
    version = version_id_of(BIRTH_AGAIN, TODAY)
    wish = {"procedure": version, "scope": "one", "policy": "PAUSE", "starts_on": "01/07/2026"}
    page = keeper.post(POLICY, wish | wrong | {"do": "apply"})
    assert page.status_code == 422
    assert wrong.get("starts_on", "01/07/2026") in text_of(page)


MOMENT_WISH = {"scope": "one", "kind": "", "asked_at": "RETURN", "starts_on": "01/07/2026"}


def test_when_fees_are_asked_for_is_looked_at_and_then_holds_from_its_day(keeper: Any) -> None:
    version = version_id_of(CERTIFIED_COPY, TODAY)
    form = text_of(keeper.get(MOMENT, {"procedure": version}))
    assert "Nộp khi nhận kết quả" in form
    wish = MOMENT_WISH | {"procedure": str(version)}
    seen = text_of(keeper.post(MOMENT, wish | {"do": "preview"}))
    assert "1 thủ tục có lúc nộp mới" in seen
    assert "Phí: Nộp khi nộp hồ sơ" in seen
    assert keeper.post(MOMENT, wish | {"do": "apply"}).status_code == 302
    later = procedure_detail(version_id_of(CERTIFIED_COPY, date(2026, 7, 1)))
    assert {str(fee.asked_at) for fee in later.fees} == {"RETURN"}
    page = text_of(keeper.get(f"/procedures/{later.version_id}/"))
    assert "Nộp khi nhận kết quả" in page


@pytest.mark.parametrize(
    "wrong", [{"starts_on": "10/06/2026"}, {"asked_at": ""}, {"asked_at": "X"}, {"kind": "X"}]
)
def test_a_moment_that_cannot_be_keeps_what_was_typed(keeper: Any, wrong: dict[str, str]) -> None:
    wish = MOMENT_WISH | {"procedure": str(version_id_of(CERTIFIED_COPY, TODAY))}
    page = keeper.post(MOMENT, wish | wrong | {"do": "apply"})
    assert page.status_code == 422
    assert wrong.get("starts_on", "01/07/2026") in text_of(page)


@pytest.mark.parametrize("path", [IMPORT, POLICY, MOMENT])
def test_only_who_keeps_the_catalogue_has_these_doors(desk: Any, path: str) -> None:
    assert desk.get(path).status_code == 404
    assert desk.post(path, {"do": "apply"}).status_code == 404
    assert path not in text_of(desk.get("/procedures/"))


def test_the_shipped_catalogue_fits_the_page(keeper: Any) -> None:
    file = SimpleUploadedFile("catalogue.json", orjson.dumps(shipped_catalogue()))
    page = keeper.post(IMPORT, {"do": "preview", "file": file})
    assert page.status_code == 200
