"""The slip of a dossier as data for the form: every word that is printed on Form 01."""

from __future__ import annotations

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import desk_of
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.vocabulary import PaperIn, Party, PartyKind, PartyRole, ReturnMethod
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.identifiers.personal_id import DIGITS, told_by
from motcua.kernel.money import dong, dong_words
from motcua.papers.codes import paper_code_text
from motcua.papers.vocabulary import SlipCopy, SlipData, SlipFee, SlipPaper, SlipParty
from motcua.procedures.rules.fees import FeeLineCode, FeeSheetLine
from motcua.procedures.vocabulary import Channel, FeeKind
from motcua.worktime.vocabulary import TraceCode, Unit
from motcua.worktime.wording import word

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
    Channel.DESK: "trực tiếp",
    Channel.ONLINE: "trực tuyến",
    Channel.POST: "qua bưu chính công ích",
}
RETURN_METHODS = {
    ReturnMethod.ONLINE: "Trực tuyến",
    ReturnMethod.POST: "Qua dịch vụ bưu chính công ích",
}
SET_LOCALLY = "theo mức của hội đồng nhân dân tỉnh, thành phố"
BRING_ALONG = (
    "Khi nhận kết quả, mang theo giấy này và giấy tờ tùy thân (người nhận thay: giấy ủy quyền)."
)
TOLD_ON_PAPER = frozenset(
    {
        TraceCode.OUTSIDE_HOURS,
        TraceCode.CUTOFF_MOVED,
        TraceCode.SAME_DAY_MOVED,
        TraceCode.FIRST_DAY_EXCLUDED,
        TraceCode.DAYS_OFF,
        TraceCode.LAST_DAY_OFF,
    }
)
REASONS_MAX = 3
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
        due_explanation=_why(detail),
        limit_words=limit_words(detail.clock),
        return_method=RETURN_METHODS.get(ReturnMethod(detail.return_method), desk_name),
        papers=tuple(_paper(paper) for paper in detail.papers),
        dossier_sets=detail.sets,
        fees=_fees(detail.fees),
        fee_total=dong(detail.fee_total_vnd) if _is_total_known(detail) else "",
        fee_total_words=dong_words(detail.fee_total_vnd) if _is_total_known(detail) else "",
        submitter_signature_name=detail.submitter.name,
        officer_name=detail.received_by.get("name", ""),
        officer_title=detail.received_by.get("title", ""),
        notes=(BRING_ALONG,),
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
    citizen = {"Nam": "Ông", "Nữ": "Bà"}.get(party.sex or _sex_told(party), "Ông/Bà")
    return SlipParty(
        name=party.name,
        salutation=citizen if party.kind == PartyKind.CITIZEN else "",
        identity_number=party.personal_id or party.tax_code or party.old_id,
        address=party.address,
        phone=party.phone,
        email=party.email,
        capacity=party.authority,
    )


def _sex_told(party: Party) -> str:
    """What the personal number says of its holder, where nobody has typed it."""
    number = party.personal_id
    return str(told_by(number).sex) if len(number) == DIGITS and number.isdigit() else ""


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
    unknown = {(line.kind, line.name) for line in lines if _is_unknown(line)}
    return tuple(
        SlipFee(
            label=f"{FEE_KINDS[kind]}: {name}" if name else FEE_KINDS[kind],
            amount=SET_LOCALLY if (kind, name) in unknown else dong(total),
        )
        for (kind, name), total in sums.items()
    )


def _is_unknown(line: FeeSheetLine) -> bool:
    """The provincial council sets the amount, and nobody has entered it."""
    return line.code is FeeLineCode.SET_LOCALLY and not line.amount_vnd


def _is_total_known(detail: DossierDetail) -> bool:
    return bool(detail.fees) and not any(map(_is_unknown, detail.fees))


def _why(detail: DossierDetail) -> str:
    """The reasons that a person at home would ask for, in one sentence; the page has them all."""
    told = [word(line) for line in detail.trace if line.code in TOLD_ON_PAPER]
    sentence = "; ".join(text[0].lower() + text[1:] for text in told[:REASONS_MAX])
    return sentence[0].upper() + sentence[1:] if sentence else ""


def _data_code(detail: DossierDetail) -> str:
    """TT 01/2023/TT-VPCP: code of the dossier, of the procedure, of the person, name of the paper."""
    owner = detail.owner
    number = owner.personal_id or owner.tax_code
    return paper_code_text(
        dossier_code=detail.code,
        procedure_code=detail.procedure.code,
        identity_number=number,
        paper_name="Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    )
