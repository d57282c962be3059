"""The leaflet of a procedure: one page for the notice board, in Vietnamese or in both languages.

Names of procedures and papers are Vietnamese in the catalogue and stay so; what this program says is said
in both languages when asked.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from motcua.agencies.one_stop import OfficeRow, office_called
from motcua.kernel import clock
from motcua.kernel.clock import ZONE, local_day
from motcua.ledger.caching import kept_by_revision
from motcua.papers.data.leaflets import Leaflet, LeafletPart
from motcua.papers.rendering import render_leaflet
from motcua.portal.finding.detail import procedure_of
from motcua.portal.finding.my_case import case_of, channels_of
from motcua.portal.finding.my_office import my_office
from motcua.portal.hours import week_rows
from motcua.portal.public import public
from motcua.procedures.queries.details import ProcedureDetail, procedure_detail, time_limit
from motcua.procedures.rules.content import Document
from motcua.procedures.vocabulary import Channel
from motcua.procedures.wording import CHANNELS, document_words, limit_words
from motcua.procedures.wording_fees import fee_amount, fee_name, fee_terms

LANGUAGE, BOTH = "ngon-ngu", "song-ngu"
Say = Callable[[Callable[[], str]], str]
"""Says a sentence in Vietnamese, or in Vietnamese and English."""


@public
def print_leaflet(request: HttpRequest, code: str) -> HttpResponse:
    """`?ngon-ngu=song-ngu` for both languages; `?truong-hop=` and `?noi=` as on the procedure's page."""
    today = local_day(clock.now())
    detail = procedure_of(code, today)
    office = my_office(request, today)
    pdf = leaflet_of(
        detail.version_id,
        variant=case_of(request.GET, detail).variant,
        office_slug=office.agency.slug if office else "",
        both=request.GET.get(LANGUAGE) == BOTH,
        today=today,
    )
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{detail.code}.pdf"'
    return response


@kept_by_revision
def leaflet_of(
    version_id: int, *, variant: int, office_slug: str, both: bool, today: date
) -> bytes:
    """The PDF, set once a day while the catalogue stands."""
    detail = procedure_detail(version_id)
    office = office_called(office_slug, today) if office_slug else None
    say = _in_both if both else _in_vietnamese
    data = Leaflet(
        at=datetime.combine(today, time(), tzinfo=ZONE),
        office=office.desks[0].name if office else say(lambda: _("Bộ phận Một cửa")),
        title=detail.name,
        code_words=say(lambda: _("Mã thủ tục %(code)s") % {"code": detail.code}),
        parts=tuple(
            part
            for part in _parts(detail, variant, say, where=_where(office, say, today))
            if part.lines
        ),
        address=settings.PUBLIC_ADDRESS.rstrip("/")
        + reverse("portal:procedure", args=[detail.code]),
        scan_words=say(
            lambda: _("Quét mã bằng điện thoại: tính tiền, xem ngày hẹn, tải tờ khai, nộp tại nhà")
        ),
        more=say(lambda: _("… và %(count)s mục nữa: quét mã để xem đủ.")),
        foot=_foot(office, say),
    )
    return render_leaflet(data)


def _in_vietnamese(make: Callable[[], str]) -> str:
    with override("vi"):
        return make()


def _in_both(make: Callable[[], str]) -> str:
    vietnamese = _in_vietnamese(make)
    with override("en"):
        english = make()
    return vietnamese if english == vietnamese else f"{vietnamese} / {english}"


def _parts(
    detail: ProcedureDetail, variant: int, say: Say, *, where: tuple[str, ...]
) -> list[LeafletPart]:
    return [
        LeafletPart(
            title=say(lambda: _("Cần mang theo gì?")),
            lines=tuple(
                _paper(paper, say)
                for paper in sorted(
                    detail.variants[variant].papers, key=lambda paper: paper.is_optional
                )
            ),
            is_numbered=True,
        ),
        LeafletPart(
            title=say(lambda: _("Bao lâu có kết quả?")), lines=_limits(detail, variant, say)
        ),
        LeafletPart(title=say(lambda: _("Mất bao nhiêu?")), lines=_fees(detail, say)),
        LeafletPart(title=say(lambda: _("Nộp ở đâu?")), lines=where),
    ]


def _paper(paper: Document, say: Say) -> str:
    asked = say(lambda: document_words(paper))
    name = f"{paper.name} – {asked}" if asked else paper.name
    return f"{name} ({say(lambda: _('nếu có'))})" if paper.is_optional else name


def _limits(detail: ProcedureDetail, variant: int, say: Say) -> tuple[str, ...]:
    variant_id = detail.variants[variant].id
    limits = {one: time_limit(detail, variant_id, one) for one in channels_of(detail)}
    told = {one: say(lambda one=one: limit_words(limits[one])) for one in limits}  # type: ignore[misc]
    if len(set(told.values())) == 1:
        return (next(iter(told.values())),)
    return tuple(f"{_channel(one, say)}: {words}" for one, words in told.items())


def _channel(channel: Channel, say: Say) -> str:
    return say(lambda: str(CHANNELS[channel]))


def _fees(detail: ProcedureDetail, say: Say) -> tuple[str, ...]:
    if not detail.fees:
        known = "fees" not in detail.missing
        return (say(lambda: _("Không thu phí, lệ phí.") if known else _("Hỏi nơi tiếp nhận.")),)
    return tuple(
        say(
            lambda fee=fee: ". ".join(  # type: ignore[misc]
                [
                    f"{fee_name(fee)}: {fee_amount(fee)}",
                    *([fee.case_text] if fee.case_text else []),
                    *fee_terms(fee),
                ]
            )
        )
        for fee in detail.fees
    )


def _where(office: OfficeRow | None, say: Say, today: date) -> tuple[str, ...]:
    if office is None:
        return (say(lambda: _("Bộ phận Một cửa nơi bạn ở, trong giờ làm việc.")),)
    agency = office.agency
    place = ", ".join(part for part in (office.desks[0].name, agency.address) if part)
    hours = say(lambda: _hours(agency.id, today))
    return (place, hours)


def _hours(agency_id: int, today: date) -> str:
    """`Thứ Hai đến thứ Sáu: 08:00–12:00 và 13:00–17:00; Thứ Bảy: …`; closed days are left out."""
    open_days = [row for row in week_rows(agency_id, today) if row["is_open"]]
    told = (" ".join(filter(None, (row["value"], _noted(row["note"])))) for row in open_days)
    return "; ".join(f"{row['label']}: {words}" for row, words in zip(open_days, told, strict=True))


def _noted(note: str) -> str:
    return f"({note[:1].lower()}{note[1:]})" if note else ""


def _foot(office: OfficeRow | None, say: Say) -> tuple[str, ...]:
    if office is None:
        return ()
    phone, feedback = office.agency.phone, office.feedback
    told = []
    if phone:
        told.append(say(lambda: _("Hỏi thêm: %(phone)s") % {"phone": phone}))
    if feedback.is_known:
        where = " · ".join(filter(None, (feedback.to, feedback.phone, feedback.email)))
        told.append(say(lambda: _("Phản ánh, kiến nghị: %(where)s") % {"where": where}))
    return tuple(told)
