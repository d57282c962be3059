"""The slip of a dossier as data for the form: every word that is printed on Form 01."""

from __future__ import annotations

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import desk_of
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.vocabulary import PaperIn, Party, PartyKind, PartyRole, ReturnMethod
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.money import dong, dong_words
from motcua.papers.vocabulary import SlipCopy, SlipData, SlipFee, SlipPaper, SlipParty
from motcua.procedures.rules.fees import FeeSheetLine
from motcua.procedures.vocabulary import Channel, FeeKind
from motcua.worktime.vocabulary import Unit

# Papers are official Vietnamese text whatever the language of the screen, so plain strings.
UNITS = {
    Unit.SAME_DAY: "Trong ngày làm việc",
    Unit.WORKING_HOURS: "{} giờ làm việc",
    Unit.HALF_DAYS: "{} buổi làm việc",
    Unit.WORKING_DAYS: "{} ngày làm việc",
    Unit.CALENDAR_DAYS: "{} ngày",
    Unit.MONTHS: "{} tháng",
    Unit.YEARS: "{} năm",
}
CHANNELS = {
    Channel.DESK: "Trực tiếp",
    Channel.ONLINE: "Trực tuyến",
    Channel.POST: "Bưu chính công ích",
}
RETURN_METHODS = {
    ReturnMethod.ONLINE: "Trực tuyến",
    ReturnMethod.POST: "Qua dịch vụ bưu chính công ích",
}
FEE_KINDS = {FeeKind.FEE: "Phí", FeeKind.CHARGE: "Lệ phí"}


def slip_data(
    actor: Actor,
    code: str,
    *,
    address: str,
    copies: tuple[SlipCopy, ...] = (SlipCopy.APPLICANT,),
) -> SlipData:
    """What Form 01 of this dossier prints; `address` is the public one, for the look-up code.

    Refusals: NotFound.
    """
    detail = dossier_detail(actor, code, permission=Permission.SLIP_PRINT)
    desk = desk_of(detail.agency.id, local_day(detail.received_at))
    desk_name = desk.name if desk else detail.agency.name
    return SlipData(
        # The desk issues the slip under its agency; an agency without a desk under its superior.
        superior_agency=detail.agency.name if desk else detail.agency.superior_name,
        agency=desk_name,
        place_name=detail.agency.place_name,
        desk_name=desk_name,
        dossier_code=detail.code,
        procedure_name=detail.procedure.name,
        procedure_code=detail.procedure.code,
        submitter=_party(detail.submitter),
        owner=_party(detail.owner) if detail.party(PartyRole.SUBMITTER) else None,
        representative=_representative(detail),
        channel=CHANNELS[Channel(detail.channel)],
        received_at=detail.received_at,
        due_at=detail.due_at,
        limit_words=limit_words(detail.clock),
        return_method=RETURN_METHODS.get(ReturnMethod(detail.return_method), desk_name),
        papers=tuple(_paper(paper) for paper in detail.papers),
        dossier_sets=detail.sets,
        fees=_fees(detail.fees),
        fee_total=dong(detail.fee_total_vnd) if detail.fees else "",
        fee_total_words=dong_words(detail.fee_total_vnd) if detail.fees else "",
        submitter_signature_name=detail.submitter.name,
        officer_name=detail.received_by.get("name", ""),
        officer_title=detail.received_by.get("title", ""),
        contact_phone=detail.agency.phone,
        data_code_text=_data_code(detail),
        lookup_url=f"{address}/ho-so/{detail.code}",
        copies=copies,
    )


def limit_words(clock: dict[str, str]) -> str:
    """The time limit as printed: `03 ngày làm việc` (numbers below 10 with a leading 0)."""
    value = clock["value"]
    shown = f"0{value}" if value.isdigit() and len(value) == 1 else value.replace(".", ",")
    return UNITS[Unit(clock["unit"])].format(shown)


def _party(party: Party) -> SlipParty:
    citizen = {"Nam": "Ông", "Nữ": "Bà"}.get(party.sex, "Ông/Bà")
    return SlipParty(
        name=party.name,
        salutation=citizen if party.kind == PartyKind.CITIZEN else "Tổ chức",
        identity_number=party.personal_id or party.tax_code or party.old_id,
        address=party.address,
        phone=party.phone,
        email=party.email,
        capacity=party.authority,
    )


def _representative(detail: DossierDetail) -> SlipParty | None:
    party = detail.party(PartyRole.REPRESENTATIVE)
    return _party(party) if party else None


def _paper(paper: PaperIn) -> SlipPaper:
    return SlipPaper(
        name=paper.name,
        originals=paper.originals,
        photocopies=paper.copies,
        shown_only=paper.present_only,
        note=paper.note,
    )


def _fees(lines: tuple[FeeSheetLine, ...]) -> tuple[SlipFee, ...]:
    """One printed line a fee: what it comes to after free units, caps and preferences."""
    sums: dict[tuple[FeeKind, str], int] = {}
    for line in lines:
        sums[line.kind, line.name] = sums.get((line.kind, line.name), 0) + line.amount_vnd
    return tuple(
        SlipFee(label=f"{FEE_KINDS[kind]}: {name}" if name else FEE_KINDS[kind], amount=dong(total))
        for (kind, name), total in sums.items()
    )


def _data_code(detail: DossierDetail) -> str:
    """TT 01/2023/TT-VPCP: code of the dossier, of the procedure, of the person, name of the paper."""
    owner = detail.owner
    number = owner.personal_id or owner.tax_code
    return f"{detail.code}|{detail.procedure.code}|{number}|Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
