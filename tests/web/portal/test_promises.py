"""The page of promises, its files and its dictionary: one table, told in three ways."""

from __future__ import annotations

import csv
from datetime import date, datetime
from io import StringIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from motcua.agencies.models import Agency
from motcua.portal.keeping.answers import answers
from motcua.reports.models import PromiseRow
from motcua.reports.rules.promises import PromiseField
from tests.support.offices import agency_id

HERE = "/cam-ket/"
QUERIES_MAX = 6
BIRTH = {
    "scope": "NATIONAL",
    "code": "1.001193",
    "name": "Thủ tục đăng ký khai sinh",
    "name_key": "1.001193 thu tuc dang ky khai sinh",
    "limit_unit": "WORKING_DAYS",
    "limit_value": 5,
}
COUNTED = {"received": 1250, "online": 250, "settled": 1200, "in_time": 1194,
           "median_days": 0, "days_of_nine_in_ten": 2}  # fmt: skip

SAID = {"satisfied_percent": 92.13, "satisfied_low": 88.0, "satisfied_high": 95.02,
        "surveys_answered": 240, "surveys_invited": 960, "feedback_in_time": 19,
        "feedback_due": 20}  # fmt: skip


def a_row(now: datetime, place: int, **values: Any) -> PromiseRow:
    return PromiseRow.objects.create(
        **{
            "period": "2026-2",
            "from_day": date(2026, 3, 15),
            "until_day": date(2026, 6, 9),
            "place": place,
            "counted_at": now,
        }
        | values
    )


@pytest.fixture(autouse=True)
def _table(standing: None, now: datetime) -> None:
    answers.forget_all()
    own = {"agency_id": agency_id(), "agency_name": "=Ủy ban nhân dân xã Gia Lâm"}
    a_row(now, 1, **COUNTED)
    a_row(now, 2, **own, **COUNTED, **SAID)
    a_row(now, 3, **BIRTH, **COUNTED)
    fees = [{"kind": "CHARGE", "amount_vnd": 8000, "per": "COPY", "set_locally": False}]
    a_row(now, 4, **BIRTH, **own, fees=fees)
    another = Agency.objects.exclude(pk=agency_id()).values_list("id", flat=True)[0]
    a_row(now, 5, agency_id=another, agency_name="Nơi khác", **COUNTED)


def text_of(client: Client, path: str = HERE) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def table_of(client: Client, path: str) -> str:
    return text_of(client, path).partition("<table")[2].partition("</table>")[0]


def test_the_page_tells_what_was_promised_and_what_became_of_it(client: Client) -> None:
    text = text_of(client)
    for told in (
        "từ 15/03/2026 đến hết 09/06/2026",
        "5 ngày làm việc",
        "trong ngày",
        "2 ngày",
        "99,5%",
        "1.200",
        "Lệ phí: 8.000 đồng mỗi bản",
        "Không thu",
        "CC BY 4.0",
        "Ngày lịch từ lúc nhận",
    ):
        assert told in text


def test_words_office_and_period_choose_the_rows_and_nonsense_does_no_harm(client: Client) -> None:
    assert "Thủ tục đăng ký khai sinh" in text_of(client, f"{HERE}?q=khai+sinh")
    assert "Không có dòng nào khớp" in text_of(client, f"{HERE}?q=xyzzy")
    own = text_of(client, f"{HERE}?noi={agency_id()}")
    assert "Từng nơi, mọi thủ tục" in own
    assert "Từng nơi, mọi thủ tục" not in text_of(client, f"{HERE}?q=khai+sinh")
    plain = table_of(client, HERE)
    for query in ("ky=", "noi=x", "noi=99999999", "sau=x", "sau=-1"):
        assert table_of(client, f"{HERE}?{query}") == plain


@pytest.mark.parametrize("place", [HERE, f"{HERE}so-lieu.csv", f"{HERE}so-lieu.json"])
@pytest.mark.parametrize("period", ["2026-9", "2026-02", "bad", "2026-2 ", "0"])
def test_a_period_that_is_not_published_is_not_found(
    client: Client, place: str, period: str
) -> None:
    assert client.get(place, {"ky": period}).status_code == 404
    assert client.get(place, {"ky": "2026-2"}).status_code == 200
    assert client.get(place).status_code == 200


def test_what_citizens_say_stands_with_its_interval_and_how_many_answered(client: Client) -> None:
    text = text_of(client)
    for told in ("92,1% (88,0–95,0%)", "25,0%", "95,0%"):
        assert told in text
    rows = client.get(f"{HERE}so-lieu.json").json()["rows"]
    own = [row for row in rows if row["agency"] and not row["procedure"]]
    told = [(row["satisfied_low"], row["feedback_due"]) for row in own]
    assert told == [(88.0, 20), (None, None)]
    assert {row["satisfied_percent"] for row in rows if row not in own} == {None}


def test_of_one_office_alone_no_sum_says_its_numbers_twice(client: Client) -> None:
    PromiseRow.objects.filter(agency_name="Nơi khác").delete()
    answers.forget_all()
    text = text_of(client)
    assert "Mọi nơi" not in text
    assert text.count("Thủ tục đăng ký khai sinh") == 1


def test_a_hidden_number_is_a_dash_on_the_page_and_empty_in_the_files(client: Client) -> None:
    assert ">–<" in text_of(client).replace("\n", "")
    rows = list(csv.DictReader(StringIO(text_of(client, f"{HERE}so-lieu.csv").lstrip("\ufeff"))))
    assert [row["settled_state"] for row in rows] == ["SHOWN", "SHOWN", "SHOWN", "HIDDEN", "SHOWN"]
    assert (rows[3]["settled"], rows[3]["median_days"]) == ("", "")
    assert rows[0]["on_time_percent"] == "99.5"


def test_what_has_no_numbers_is_folded_and_keeps_what_was_promised(client: Client) -> None:
    text = text_of(client)
    folded = text[text.index("1 thủ tục chưa có số để công bố") :].partition("</details>")[0]
    assert "Lệ phí: 8.000 đồng mỗi bản" in folded
    assert "99,5%" not in folded
    assert text.index("Tải bảng này (CSV)") < text.index("<table")
    assert text.index("không công bố, vì ít hồ sơ") < text.index("<table")


def test_a_fee_says_for_which_way_of_filing_it_is(client: Client) -> None:
    fee = {"kind": "CHARGE", "amount_vnd": 50000, "per": "DOSSIER", "set_locally": False}
    dear = {**fee, "amount_vnd": 150000, "channel": "DESK"}
    PromiseRow.objects.filter(place=4).update(fees=[{**fee, "channel": "ONLINE"}, dear])
    answers.forget_all()
    text = text_of(client)
    assert "Lệ phí khi nộp trực tuyến: 50.000 đồng" in text
    assert "Lệ phí khi nộp trực tiếp: 150.000 đồng" in text


def test_no_cell_of_the_file_is_a_formula(client: Client) -> None:
    text = text_of(client, f"{HERE}so-lieu.csv")
    assert "'=Ủy ban" in text


def test_page_files_and_dictionary_have_the_same_fields(client: Client) -> None:
    names = [str(field) for field in PromiseField]
    told = client.get(f"{HERE}so-lieu.json").json()
    schema = client.get(f"{HERE}tu-dien.json").json()
    head = text_of(client, f"{HERE}so-lieu.csv").lstrip("\ufeff").splitlines()[0]
    assert head.split(",") == names
    assert [field["name"] for field in schema["fields"]] == names
    assert told["schema"] == schema
    assert all(list(row) == names for row in told["rows"])
    assert all(field["description"] for field in schema["fields"])
    dictionary = text_of(client, f"{HERE}tu-dien/")
    assert all(name in dictionary for name in names)


def test_each_value_is_of_the_type_that_the_dictionary_states(client: Client) -> None:
    told = client.get(f"{HERE}so-lieu.json").json()
    kinds = {"string": str, "integer": int, "number": (int, float), "date": str}
    for field in told["schema"]["fields"]:
        for row in told["rows"]:
            value = row[field["name"]]
            assert value is None or isinstance(value, kinds[field["type"]]), field
            if field["type"] == "date":
                assert date.fromisoformat(value)
    keys = [tuple(row[name] for name in told["schema"]["primaryKey"]) for row in told["rows"]]
    assert len(set(keys)) == len(keys)


def test_it_costs_few_questions_and_none_while_it_is_kept(client: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(HERE)
    assert len(asked) <= QUERIES_MAX
    again = client.get(HERE, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_a_long_table_goes_on_page_by_page(client: Client, now: datetime) -> None:
    for place in range(6, 61):
        a_row(now, place, **BIRTH | {"code": f"9.{place:06d}"}, **COUNTED)
    answers.forget_all()
    first = text_of(client)
    assert "sau=53" in first
    assert "9.000060" in text_of(client, f"{HERE}?ky=2026-2&sau=53")
    assert "9.000060" not in first


def test_before_anything_is_counted_the_page_says_so(client: Client) -> None:
    PromiseRow.objects.all().delete()
    answers.forget_all()
    assert "Chưa có số liệu" in text_of(client)
    assert client.get(f"{HERE}so-lieu.json").json()["rows"] == []
    assert len(text_of(client, f"{HERE}so-lieu.csv").splitlines()) == 1
