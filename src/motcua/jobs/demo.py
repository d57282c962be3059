"""The sample office that `./motcua run` shows, and who can sign in to it."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings

from motcua.accounts.commands.sample_officers import (
    SAMPLE_OFFICERS,
    VERTICAL_OFFICERS,
    create_sample_officers,
    sample_totp_secret,
)
from motcua.accounts.queries import actor_for_user, any_account, user_id_called
from motcua.agencies.commands.import_agencies import import_agencies
from motcua.agencies.queries import agency_called
from motcua.agencies.shipped import SAMPLE_AGENCY, SAMPLE_JOB, shipped_of_2020, shipped_today
from motcua.citizens.commands.sample_citizens import SAMPLE_CITIZENS, create_sample_citizens
from motcua.dossiers.queries.lists import any_dossier
from motcua.eforms.commands.import_forms import import_forms
from motcua.eforms.shipped import shipped_forms
from motcua.interlinked.commands.import_groups import import_groups
from motcua.interlinked.shipped import shipped_groups
from motcua.jobs.sample.district.building import Hours
from motcua.jobs.sample.dossiers import receive_sample
from motcua.jobs.sample.feedback import tell_feedback
from motcua.jobs.sample.fees import set_fee_terms, show_fees
from motcua.jobs.sample.money import take_money
from motcua.jobs.sample.online import file_by_web
from motcua.jobs.sample.vertical import seat_vertical_agencies
from motcua.jobs.simulator.bank_pages import MERCHANT
from motcua.kernel import clock
from motcua.kernel.actor import Actor, Door, system
from motcua.payments.commands.paying.accounts import set_account
from motcua.payments.queries.paying.accounts import accounts_of
from motcua.payments.vocabulary import AccountInput
from motcua.procedures.commands.import_catalogue import import_catalogue
from motcua.procedures.commands.import_life_events import import_life_events
from motcua.procedures.queries.catalogue import is_catalogue_loaded
from motcua.procedures.shipped import shipped_catalogue, shipped_life_events
from motcua.processes.commands.publish_samples import publish_samples
from motcua.processes.shipped import sample_processes
from motcua.reports.publishing import publish_figures
from motcua.reports.publishing_promises import publish_promises
from motcua.surveys.commands.inviting import invite_everybody
from motcua.surveys.commands.sample_answers import answer_some
from motcua.worktime.commands.load_official_days import load_official_days
from motcua.worktime.commands.set_calendar import has_calendar, set_calendar
from motcua.worktime.vocabulary import DayHours, OutsideHours, Terms

SEED = 2025
DOSSIERS = 150
MORNING, AFTERNOON = (8 * 60, 12 * 60), (13 * 60, 17 * 60)
SATURDAY = DayHours(((8 * 60, 11 * 60 + 30),), reception_only=True)
WEEKDAYS = dict.fromkeys(range(5), DayHours((MORNING, AFTERNOON)))
TERMS = Terms(outside_hours=OutsideHours.NEXT_SESSION)
HOURS = Hours(WEEKDAYS, {**WEEKDAYS, 5: SATURDAY}, TERMS)
COUNTRY_FROM, SAMPLE_FROM = date(2004, 1, 1), date(2025, 7, 1)
RECEPTION = ("tiepnhan1", "tiepnhan2", "tiepnhan3")
Words = Callable[[str], None]


def ensure_ground(progress: Words) -> None:
    """What any office needs before its first dossier: days off, a calendar, the catalogue, forms."""
    at, actor = clock.now(), system("set-up")
    load_official_days(actor=actor, at=at)
    if not has_calendar(None):
        progress("Lịch làm việc và ngày nghỉ…")
        _set_calendar(actor, at, None, WEEKDAYS, COUNTRY_FROM, basis="Lịch mặc định")
    if not is_catalogue_loaded():
        progress("Danh mục thủ tục…")
        report = import_catalogue(actor=actor, at=at, document=shipped_catalogue())
        progress(f"  {len(report.new)} thủ tục")
    taken = import_forms(actor=actor, at=at, documents=shipped_forms(), only_missing=True)
    if taken.published:
        progress(f"Biểu mẫu điện tử: {len(taken.published)}")
    groups = import_groups(actor=actor, at=at, document=shipped_groups(), only_missing=True)
    if any(one.outcome == "published" for one in groups):
        progress(f"Nhóm thủ tục liên thông: {len(groups)}")
    import_life_events(actor=actor, at=at, document=shipped_life_events(), only_missing=True)


def ensure_sample_office(progress: Words) -> None:
    """Load whatever of the sample office is not there yet; run again it does nothing."""
    at, actor = clock.now(), system(SAMPLE_JOB)
    ensure_ground(progress)
    if agency_called(SAMPLE_AGENCY, at.date()) is None:
        progress("Cơ quan: xã Gia Lâm hôm nay và huyện Gia Lâm năm 2020…")
        import_agencies(actor=actor, at=at, document=shipped_of_2020())
        import_agencies(actor=actor, at=at, document=shipped_today())
    _set_sample_calendar(actor, at)
    create_sample_officers(actor=actor, at=at, password=demo_password())
    seat_vertical_agencies(actor, at, password=demo_password())
    create_sample_citizens(actor=actor, at=at, password=demo_password())
    _publish_processes(actor, at, progress)
    be_paid_by_transfer(actor, at)
    if not any_dossier():
        _live_until_now(actor, at, progress)


def _live_until_now(actor: Actor, at: datetime, progress: Words) -> None:
    _receive(at, progress)
    sample = agency_called(SAMPLE_AGENCY, at.date())
    assert sample is not None
    file_by_web(at=at, agency_id=sample.id)
    set_fee_terms(actor=actor, at=at, agency_id=sample.id)
    show_fees(at=at, agency_id=sample.id)
    invite_everybody(at=at)
    answered = answer_some(at=at, seed=SEED)
    progress(f"  {answered} phiếu đánh giá mẫu, do máy dựng")
    told = tell_feedback(at=at, agency_id=sample.id)
    progress(f"  {told} phản ánh, kiến nghị, câu hỏi mẫu")
    publish_promises(at=at)
    publish_figures(at=at)


def be_paid_by_transfer(actor: Actor, at: datetime) -> None:
    """The sample office has an account, and the simulator as its gateway. No bank has this number:
    whoever scans the code by mistake pays nobody."""
    sample = agency_called(SAMPLE_AGENCY, at.date())
    assert sample is not None
    if accounts_of(sample.id):
        return
    account = AccountInput(
        agency_id=sample.id,
        bank_bin="999999",
        bank_name="Ngân hàng thử",
        number="0011009999999",
        holder="UBND XA GIA LAM (MAU)",
        valid_from=SAMPLE_FROM,
        gateway=settings.PAYMENT_SIMULATOR,
        merchant=MERCHANT if settings.PAYMENT_SIMULATOR else "",
    )
    set_account(actor=actor, at=at, given=account)


def _publish_processes(actor: Actor, at: datetime, progress: Words) -> None:
    sample = agency_called(SAMPLE_AGENCY, at.date())
    assert sample is not None
    made = publish_samples(
        actor=actor,
        at=at,
        agency_id=sample.id,
        samples=sample_processes(),
        valid_from=SAMPLE_FROM,
    )
    if made:
        progress(f"Quy trình nội bộ: {len(made)}")


def _set_sample_calendar(actor: Actor, at: datetime) -> None:
    sample = agency_called(SAMPLE_AGENCY, at.date())
    assert sample is not None
    if not has_calendar(sample.id):
        hours = {**WEEKDAYS, 5: SATURDAY}
        _set_calendar(actor, at, sample.id, hours, SAMPLE_FROM, basis="Lịch mẫu: sáng thứ Bảy nhận")


def _set_calendar(
    actor: Actor,
    at: datetime,
    agency_id: int | None,
    hours: Mapping[int, DayHours],
    since: date,
    *,
    basis: str,
) -> None:
    set_calendar(
        actor=actor,
        at=at,
        agency_id=agency_id,
        valid_from=since,
        hours=hours,
        terms=TERMS,
        basis=basis,
    )


def _receive(at: datetime, progress: Words) -> None:
    def told(done: int, total: int) -> None:
        if done % 25 == 0:
            progress(f"  đã dựng {done}/{total} hồ sơ mẫu")

    progress(f"Dựng {DOSSIERS} hồ sơ mẫu, từ lúc tiếp nhận đến nay…")
    actors = reception_actors(at)
    received = receive_sample(actors, at=at, count=DOSSIERS, seed=SEED, progress=told)
    take_money((ref.code for ref in received), at=at)


def reception_actors(at: datetime) -> list[Actor]:
    """The sample office's reception officers."""
    return [
        actor_for_user(user_id_called(name), at, Door.COMMAND_LINE, f"demo-{name}")
        for name in RECEPTION
    ]


def has_officers() -> bool:
    """Whether anybody at all can sign in."""
    return any_account()


def demo_password() -> str:
    """Made once for this installation; four classes, as the rules of law.md 11.2 ask."""
    kept = settings.DATA / "demo-accounts.json"
    if not kept.exists():
        settings.DATA.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(json.dumps({"password": f"Mot-Cua-9{secrets.token_hex(4)}"}))
    stored: dict[str, Any] = json.loads(kept.read_text())
    return str(stored["password"])


def accounts_table() -> list[str]:
    """Who can sign in, a line each, for the terminal."""
    kept = settings.DATA / "demo-accounts.json"
    if not kept.exists():
        return []
    lines = ["", "Tài khoản mẫu / sample accounts:"]
    for one in (*SAMPLE_OFFICERS, *VERTICAL_OFFICERS):
        lines.append(f"  {one.username:<12} {demo_password():<20} {one.title}")
        secret = sample_totp_secret(one.username)
        if secret:
            lines.append(f"  {'':<12} khóa TOTP / TOTP secret: {secret}")
    lines += ["", "Người dân mẫu / sample citizens (/tai-khoan/dang-nhap):"]
    for citizen in SAMPLE_CITIZENS:
        lines.append(f"  {citizen.phone:<12} {demo_password():<20} {citizen.person.full_name}")
    lines.append(
        "  mã dùng một lần: xem trang tin báo thử / one-time codes: see the page of notices"
    )
    return lines
