"""VietQR: built like the reference package, read strictly."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
import segno
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from vietnam_qr_pay import QRPay, VietQRService

from motcua.kernel import emv, vietqr
from motcua.kernel.refusal import Refusal
from motcua.kernel.vietqr import build_vietqr, parse_vietqr
from motcua.kernel.wording import word_refusal

TARGET = {"bank_bin": "970436", "account": "0011001234567"}
PAYLOAD = build_vietqr(**TARGET, amount=50_000, purpose="Lệ phí hồ sơ H26.45-240115-0001")
ASCII_WORDS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=12)
ORDERS = st.fixed_dictionaries(
    {
        "bank_bin": st.from_regex(r"[0-9]{6}", fullmatch=True),
        "account": st.from_regex(r"[0-9A-Za-z]{1,19}", fullmatch=True),
        "amount": st.none() | st.integers(1, 10**13 - 1),
        "bill_number": st.none() | ASCII_WORDS,
        "purpose": st.none() | st.lists(ASCII_WORDS, min_size=1, max_size=3).map(" ".join),
    }
)


def sealed(*parts: tuple[str, str]) -> str:
    return emv.sealed("".join(f"{tag}{len(value):02d}{value}" for tag, value in parts))


def target(
    guid: str = "A000000727", account: str = "0011001234567", service: str = "QRIBFTTA"
) -> str:
    inner = f"0006970436{emv.element('01', account)}"
    return emv.element("00", guid) + emv.element("01", inner) + emv.element("02", service)


def whole(**changed: str) -> str:
    parts = {"t00": "01", "t01": "12", "t38": target(), "t53": "704", "t54": "50000", "t58": "VN"}
    return sealed(*((tag[1:], value) for tag, value in (parts | changed).items() if value))


def test_a_known_payload_stays_the_same() -> None:
    assert build_vietqr(bank_bin="970403", account="0011012345678") == (
        "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F"
    )


@given(ORDERS)
def test_the_reference_package_builds_the_same_string(order: dict[str, Any]) -> None:
    amount = order["amount"] and str(order["amount"])
    reference = QRPay.init_viet_qr(order["bank_bin"], order["account"], amount, order["purpose"])
    reference.additional_data.bill_number = order["bill_number"]
    assert build_vietqr(**order) == reference.build()


def test_the_reference_package_builds_the_same_string_for_a_card() -> None:
    card = {"bank_bin": "970415", "account": "9704151234567890123"}
    reference = QRPay.init_viet_qr("970415", card["account"], service=VietQRService.BY_CARD_NUMBER)
    assert build_vietqr(**card, service="QRIBFTTC") == reference.build()


@given(ORDERS)
def test_what_was_built_is_read_back(order: dict[str, Any]) -> None:
    read = parse_vietqr(build_vietqr(**order))
    assert {name: getattr(read, name) for name in order} == order
    assert read.initiation == ("static" if order["amount"] is None else "dynamic")
    assert read.doubts == ()


@given(ORDERS)
def test_the_reference_package_reads_every_code_of_ours(order: dict[str, Any]) -> None:
    read = QRPay(build_vietqr(**order))
    assert read.is_valid
    assert (read.provider.guid, read.provider.service) == ("A000000727", "QRIBFTTA")
    assert (read.consumer.bank_bin, read.consumer.bank_number) == (
        order["bank_bin"],
        order["account"],
    )
    assert (read.currency, read.nation, read.version) == ("704", "VN", "01")
    assert read.init_method == ("11" if order["amount"] is None else "12")
    assert read.amount == (None if order["amount"] is None else str(order["amount"]))
    assert read.additional_data.bill_number == order["bill_number"]
    assert read.additional_data.purpose == order["purpose"]


VIETNAMESE = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
)


@given(st.lists(st.text(VIETNAMESE + VIETNAMESE.upper(), min_size=1, max_size=8), max_size=5))
def test_vietnamese_words_reach_every_bank_as_plain_letters(words: list[str]) -> None:
    payload = build_vietqr(**TARGET, amount=1_000, purpose=" ".join(words))
    read = QRPay(payload)
    shown = read.additional_data.purpose or ""
    assert payload.isascii()
    assert (read.is_valid, shown) == (True, fold_plain(" ".join(words)))


def fold_plain(text: str) -> str:
    """Accents off, by the standard library alone."""
    spread = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(ch for ch in spread if not unicodedata.combining(ch))


@settings(max_examples=25)
@given(ORDERS)
def test_a_camera_reads_the_picture_and_the_reference_package_what_it_reads(
    order: dict[str, Any],
) -> None:
    payload = build_vietqr(**order)
    matrix = [list(row) for row in segno.make_qr(payload, error="m").matrix_iter(scale=4, border=4)]
    picture = Image.new("L", (len(matrix[0]), len(matrix)))
    picture.putdata([0 if dark else 255 for row in matrix for dark in row])
    (seen,) = zxingcpp.read_barcodes(picture)
    assert (seen.text, QRPay(seen.text).is_valid) == (payload, True)


@given(st.integers(0, len(PAYLOAD) - 1), st.characters(exclude_categories=("Cs",)))
def test_any_changed_character_is_refused(place: int, ch: str) -> None:
    other = ch if ch != PAYLOAD[place] else "#"
    with pytest.raises(Refusal):
        parse_vietqr(PAYLOAD[:place] + other + PAYLOAD[place + 1 :])


@given(st.integers(0, len(PAYLOAD) - 1))
def test_any_cut_payload_is_refused(length: int) -> None:
    with pytest.raises(Refusal):
        parse_vietqr(PAYLOAD[:length])


def test_the_purpose_loses_its_accents_and_keeps_its_case() -> None:
    assert parse_vietqr(PAYLOAD + "\r\n").purpose == "Le phi ho so H26.45-240115-0001"


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({"bank_bin": "97043"}, vietqr.VietQrBin),
        ({"bank_bin": "97043A"}, vietqr.VietQrBin),
        ({"account": ""}, vietqr.VietQrAccount),
        ({"account": "0" * 20}, vietqr.VietQrAccount),
        ({"account": "001 1001"}, vietqr.VietQrAccount),
        ({"account": "12345", "service": "QRIBFTTC"}, vietqr.VietQrAccount),
        ({"service": "QRPUSH"}, vietqr.VietQrService),
        ({"amount": 0}, vietqr.VietQrAmount),
        ({"amount": -5}, vietqr.VietQrAmount),
        ({"amount": 10**13}, vietqr.VietQrAmount),
        ({"amount": True}, vietqr.VietQrAmount),
        ({"amount": 10000.0}, vietqr.VietQrAmount),
        ({"purpose": "x" * 51}, emv.QrValueTooLong),
        ({"purpose": "học phí 日本"}, emv.QrNotAscii),
        ({"bill_number": "HĐ01"}, emv.QrNotAscii),
        ({"bill_number": "9" * 26}, emv.QrValueTooLong),
    ],
)
def test_what_cannot_be_paid_is_not_built(changed: dict[str, Any], refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as refused:
        build_vietqr(**(TARGET | changed))
    assert "Hãy" in word_refusal(refused.value)


@pytest.mark.parametrize(
    ("payload", "refusal"),
    [
        ("", emv.QrEmpty),
        ("hello", emv.QrChecksumMissing),
        ("0" * 513, emv.QrTooLong),
        (PAYLOAD[:-1] + "!", emv.QrChecksumWrong),
        (PAYLOAD[:-4] + PAYLOAD[-4:].lower(), emv.QrChecksumWrong),
        (emv.sealed("000201XX02"), emv.QrFrameBroken),
        (emv.sealed("0002010100"), emv.QrFrameBroken),
        (emv.sealed("00020101021238990010A0"), emv.QrValueCut),
        (sealed(("00", "01"), ("00", "01")), emv.QrTagRepeated),
        (whole(t62="0802ab0802cd"), emv.QrTagRepeated),
        (whole(t59="Nguyễn"), emv.QrNotAscii),
        (whole(t00="02"), vietqr.VietQrVersion),
        (whole(t01="13"), vietqr.VietQrInitiation),
        (whole(t01=""), vietqr.VietQrElementMissing),
        (whole(t38=""), vietqr.VietQrElementMissing),
        (whole(t38=target(guid="A000000775")), vietqr.VietQrNotNapas),
        (whole(t38=target(service="QRPUSH")), vietqr.VietQrService),
        (whole(t38=target(service="")), vietqr.VietQrElementMissing),
        (whole(t38=target(account="")), vietqr.VietQrElementMissing),
        (whole(t38=target(account="00-11")), vietqr.VietQrAccount),
        (whole(t53="840"), vietqr.VietQrCurrency),
        (whole(t53=""), vietqr.VietQrElementMissing),
        (whole(t58="US"), vietqr.VietQrCountry),
        (whole(t54="10000.00"), vietqr.VietQrAmount),
        (whole(t54="0"), vietqr.VietQrAmount),
        (whole(t54="-500"), vietqr.VietQrAmount),
        (whole(t54="0500"), vietqr.VietQrAmount),
        (whole(t54="12345678901234"), vietqr.VietQrAmount),
    ],
)
def test_a_broken_payload_is_refused_with_its_reason(payload: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal) as refused:
        parse_vietqr(payload)
    assert "Hãy" in word_refusal(refused.value)


def test_each_way_of_being_broken_has_a_reason_of_its_own() -> None:
    broken = {
        "checksum": PAYLOAD[:-1] + ("0" if PAYLOAD[-1] != "0" else "1"),
        "cut off": PAYLOAD[:-9],
        "length too long": emv.sealed("00020101021238990010A0"),
        "no head": emv.sealed("000201XX02"),
        "twice": sealed(("00", "01"), ("00", "01")),
        "not ASCII": whole(t59="Nguyễn"),
        "no account": whole(t38=target(account="")),
        "no currency": whole(t53=""),
        "dollars": whole(t53="840"),
        "another country": whole(t58="US"),
        "another scheme": whole(t38=target(guid="A000000775")),
        "another service": whole(t38=target(service="QRPUSH")),
        "a bad account": whole(t38=target(account="00-11")),
        "a part of a đồng": whole(t54="10000.50"),
        "another version": whole(t00="02"),
        "neither static nor dynamic": whole(t01="13"),
        "empty": " ",
        "too long": "0" * 513,
    }
    reasons = {}
    for how, payload in broken.items():
        with pytest.raises(Refusal) as refused:
            parse_vietqr(payload)
        reasons[how] = word_refusal(refused.value)
    assert len(set(reasons.values())) == len(broken), reasons


def test_a_name_in_vietnamese_may_stand_in_the_language_template() -> None:
    assert parse_vietqr(whole(t64="0002VI0106Nguyễn")).amount == 50_000


@pytest.mark.parametrize(
    ("payload", "doubt"),
    [
        (whole(t01="11"), "vietqr-static-with-amount"),
        (whole(t54=""), "vietqr-dynamic-without-amount"),
    ],
)
def test_an_amount_that_does_not_fit_the_kind_is_doubted(payload: str, doubt: str) -> None:
    assert [found.code for found in parse_vietqr(payload).doubts] == [doubt]
