"""`./motcua ledger verify [STREAM]`: every chain walked, each row that does not fit
named; without STREAM also every dossier whose rows do not say what its facts say."""

from __future__ import annotations

from collections.abc import Iterator

from motcua.audit.sealing import broken_seals
from motcua.books.proof import books_flaws
from motcua.certifications.proof import certification_flaws
from motcua.dossiers.proof import disagreements
from motcua.dossiers.registers_proof import register_flaws
from motcua.dossiers.tallies.proof import tally_flaws
from motcua.feedback.proof import petition_flaws
from motcua.jobs.command_line.office.figures import words_of
from motcua.jobs.command_line.progress import looked_at
from motcua.jobs.command_line.speech import complain, say
from motcua.ledger.verification import Flaw, verify
from motcua.payments.proof import money_flaws
from motcua.reconciliation.proof import difference_flaws
from motcua.reports.proof import closed_flaws
from motcua.settlements.proof import refund_flaws, settlement_flaws
from motcua.workflow.proof import work_flaws
from motcua.worktime.proof import calendar_flaws

KINDS = {
    "altered": ("nội dung bị sửa", "altered"),
    "unlinked": ("không nối với dòng trước", "not linked to the one before"),
    "missing": ("bị mất", "missing"),
    "cut": ("cuối chuỗi bị cắt hoặc thêm", "the end was cut off or added to"),
    "foreign": ("không thuộc chuỗi này", "not of this chain"),
}
MONEY_KINDS = {
    "receipt": ("biên lai", "receipt"),
    "till": ("quỹ", "till"),
    "book": ("quyển biên lai", "receipt book"),
    "booking": ("bút toán", "entry in the books"),
}
CERTIFICATION_KINDS = {
    "entry": ("số chứng thực", "certification"),
    "dossier": ("phí chứng thực của hồ sơ", "certification fee of dossier"),
    "book": ("sổ chứng thực", "certification register"),
}


def run(argv: list[str]) -> int:
    """0 when every chain is whole; 1 when a flaw was named."""
    if not argv or argv[0] != "verify" or len(argv) > 2:
        return complain(
            "Cách dùng: ./motcua ledger verify [CHUỖI]", "Usage: ./motcua ledger verify [STREAM]"
        )
    flaws = 0
    for flaw in verify(*argv[1:], passed=looked_at("dòng sổ cái", "facts").passed):
        _name(flaw)
        flaws += 1
    for vi, en in _beyond_the_chain() if len(argv) == 1 else ():
        complain(vi, en)
        flaws += 1
    if flaws:
        return complain(f"Sổ cái có {flaws} chỗ không khớp.", f"The ledger has {flaws} flaws.")
    say("✓ Sổ cái nguyên vẹn.", "✓ The ledger is whole.")
    return 0


def _name(flaw: Flaw) -> None:
    vi, en = KINDS[flaw.kind]
    row = f" id={flaw.fact_id}" if flaw.fact_id else ""
    place = f"{flaw.stream}#{flaw.stream_seq}{row} {flaw.subject}".rstrip()
    complain(f"{place}: {vi}", f"{place}: {en}")


def _beyond_the_chain() -> Iterator[tuple[str, str]]:
    """What the tables say otherwise than the facts, in both languages."""
    for one in disagreements(
        looked_at("hồ sơ so với sổ cái", "dossiers against the ledger").passed
    ):
        fields = ", ".join(one.fields)
        yield (
            f"{one.code}: dữ liệu hồ sơ khác sổ cái ở {fields}",
            f"{one.code}: the dossier's rows differ from the ledger in {fields}",
        )
    for book in register_flaws():
        fields = ", ".join(book.fields)
        yield (
            f"sổ theo dõi hồ sơ năm {book.year} ({book.agency_id}): khác lúc khóa sổ ở {fields}",
            f"register of {book.year} ({book.agency_id}): differs from its closing in {fields}",
        )
    for figure in tally_flaws(looked_at("hồ sơ so với số liệu", "dossiers against figures").passed):
        yield words_of(figure)
    yield from _of_money()
    for petition in petition_flaws():
        fields = ", ".join(petition.fields)
        yield (
            f"phản ánh, kiến nghị {petition.place}: khác sổ cái ở {fields}",
            f"feedback {petition.place}: differs from the ledger in {fields}",
        )
    for entry in certification_flaws():
        vi, en = CERTIFICATION_KINDS[entry.kind]
        fields = ", ".join(entry.fields)
        yield (
            f"{vi} {entry.place}: khác sổ cái ở {fields}",
            f"{en} {entry.place}: differs from the ledger in {fields}",
        )
    yield from _closed_for_good()


def _of_money() -> Iterator[tuple[str, str]]:
    """What receipts, tills, books and refunds say otherwise than their facts."""
    for money in money_flaws():
        place = f"{MONEY_KINDS[money.kind][0]} {money.place}"
        fields = ", ".join(money.fields)
        yield (
            f"{place}: khác sổ cái ở {fields}",
            f"{MONEY_KINDS[money.kind][1]} {money.place}: differs from the ledger in {fields}",
        )
    for transfer in books_flaws():
        yield (
            f"bút toán {transfer.place}: không cân đối",
            f"entry in the books {transfer.place}: does not balance",
        )
    for refund in refund_flaws():
        fields = ", ".join(refund.fields)
        yield (
            f"hoàn tiền {refund.place}: khác sổ cái ở {fields}",
            f"refund {refund.place}: differs from the ledger in {fields}",
        )
    for settlement in settlement_flaws():
        fields = ", ".join(settlement.fields)
        yield (
            f"bản quyết toán {settlement.place}: khác sổ cái ở {fields}",
            f"settlement {settlement.place}: differs from the ledger in {fields}",
        )
    yield from _differences()


def _differences() -> Iterator[tuple[str, str]]:
    for one in difference_flaws():
        fields = ", ".join(one.fields)
        yield (
            f"chênh lệch {one.place}: khác sổ cái ở {fields}",
            f"difference {one.place}: differs from the ledger in {fields}",
        )


def _closed_for_good() -> Iterator[tuple[str, str]]:
    """What was closed, entered for good or sealed, and reads otherwise now."""
    for report_id in closed_flaws():
        yield (
            f"báo cáo đã chốt số {report_id}: khác lúc chốt",
            f"closed report {report_id}: differs from its closing",
        )
    for work in work_flaws():
        yield (
            f"Hồ sơ #{work.dossier_id}: bước đang làm {work.under_way} khác việc đang mở "
            f"{work.open_tasks}.",
            f"Dossier #{work.dossier_id}: steps under way {work.under_way} are not the open tasks "
            f"{work.open_tasks}.",
        )
    for flaw in calendar_flaws():
        place = f"{flaw.day} ({flaw.agency_id or 'VN'})"
        yield f"lịch {place}: khác sổ cái", f"calendar {place}: differs from the ledger"
    for seal in broken_seals():
        place = f"{seal.first_id}–{seal.last_id}"
        yield (
            f"nhật ký truy cập {place}: đã niêm phong {seal.sealed} dòng, nay {seal.found} dòng khác",
            f"access log {place}: {seal.sealed} notes were sealed, {seal.found} read otherwise now",
        )
