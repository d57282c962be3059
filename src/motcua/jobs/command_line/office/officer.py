"""`./motcua officer add|unlock|…`: the first officers of an office, the way back in for somebody who
is locked out, and what else the pages of officers do, for whoever is at the machine."""

from __future__ import annotations

import argparse
import re
from datetime import datetime

from motcua.accounts.commands.accounts import (
    disable_account,
    enable_account,
    open_account,
    reset_second_factor,
    unlock_account,
)
from motcua.accounts.commands.officers import appoint_officer, register_officer, rename_officer
from motcua.accounts.commands.passwords import reset_password
from motcua.accounts.commands.sessions import end_sessions_of
from motcua.accounts.passwords import new_first_password
from motcua.accounts.queries import officer_id_called, user_id_called
from motcua.accounts.rules.roles import STAFF_ROLES
from motcua.accounts.vocabulary import AccountKind, DisabledReason
from motcua.agencies.commands.furnish_agency import open_position
from motcua.agencies.queries import agency_called, positions_of, units_of
from motcua.dossiers.refusal_words import sentence
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.operator import operator
from motcua.jobs.command_line.speech import complain, either, say
from motcua.kernel.actor import Actor, Role
from motcua.kernel.clock import local_day, now
from motcua.kernel.folding import fold
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound


def run(argv: list[str]) -> int:
    """0 when done; 1 with a sentence when refused."""
    asked = _asked(argv)
    at, actor = now(), operator("officer")
    try:
        password = ACTS[asked.act](actor, at, asked)
    except NotFound as missing:
        return _say_missing(missing, asked)
    except Refusal as refusal:
        return complain(sentence(refusal), f"{sentence(refusal)} ({refusal.code})")
    if password:
        say(f"Mật khẩu lần đầu của {asked.username}:", f"First password of {asked.username}:")
        print(password)
    else:
        say(*DONE[asked.act])
    return 0


def _say_missing(missing: NotFound, asked: argparse.Namespace) -> int:
    kind = missing.params.get("kind")
    if kind == "agency":
        return complain(
            f"Không có cơ quan “{asked.agency}”. Nạp trước bằng ./motcua import agencies TỆP.",
            f"There is no agency “{asked.agency}”. First: ./motcua import agencies FILE.",
        )
    if kind == "unit":
        return complain(f"Không có đơn vị “{asked.unit}”.", f"There is no unit “{asked.unit}”.")
    return complain(
        f"Không có tài khoản “{asked.username}”.", f"There is no account “{asked.username}”."
    )


def _add(actor: Actor, at: datetime, asked: argparse.Namespace) -> str:
    """Position, officer and account; what exists is used. Returns the first password."""
    agency = agency_called(asked.agency, local_day(at))
    if agency is None:
        raise NotFound(kind="agency", field="agency")
    role, password = Role(asked.role), new_first_password()
    officer_id = register_officer(actor=actor, at=at, full_name=asked.name, from_day=local_day(at))
    open_account(
        actor=actor,
        at=at,
        officer_id=officer_id,
        username=asked.username,
        password=password,
        kind=AccountKind.ADMIN if role is Role.ADMINISTRATOR else AccountKind.OPERATION,
    )
    appoint_officer(
        actor=actor,
        at=at,
        officer_id=officer_id,
        agency_id=agency.id,
        position_id=_position(actor, at, agency.id, asked),
        roles=(role,),
        from_day=local_day(at),
    )
    return password


def _position(actor: Actor, at: datetime, agency_id: int, asked: argparse.Namespace) -> int:
    day = local_day(at)
    for row in positions_of(agency_id, day):
        if row.title == asked.title:
            return row.id
    units = {unit.slug: unit.id for unit in units_of(agency_id, day)}
    if asked.unit and asked.unit not in units:
        raise NotFound(kind="unit", field="unit")
    return open_position(
        actor=actor,
        at=at,
        agency_id=agency_id,
        unit_id=units.get(asked.unit),
        slug=re.sub(r"[^a-z0-9]+", "-", fold(asked.title)).strip("-"),
        title=asked.title,
        from_day=day,
    )


def _unlock(actor: Actor, at: datetime, asked: argparse.Namespace) -> str:
    unlock_account(actor=actor, at=at, user_id=user_id_called(asked.username))
    return ""


def _reset(actor: Actor, at: datetime, asked: argparse.Namespace) -> str:
    password = new_first_password()
    reset_password(actor=actor, at=at, user_id=user_id_called(asked.username), password=password)
    return password


def _reopen(actor: Actor, at: datetime, asked: argparse.Namespace) -> str:
    password = new_first_password()
    enable_account(actor=actor, at=at, user_id=user_id_called(asked.username), password=password)
    return password


def _close(actor: Actor, at: datetime, asked: argparse.Namespace) -> str:
    disable_account(
        actor=actor,
        at=at,
        user_id=user_id_called(asked.username),
        reason=DisabledReason(asked.reason),
    )
    return ""


def _reset_second_factor(actor: Actor, at: datetime, asked: argparse.Namespace) -> str:
    reset_second_factor(actor=actor, at=at, user_id=user_id_called(asked.username))
    return ""


def _end_sessions(actor: Actor, at: datetime, asked: argparse.Namespace) -> str:
    end_sessions_of(actor=actor, at=at, user_id=user_id_called(asked.username))
    return ""


def _rename(actor: Actor, at: datetime, asked: argparse.Namespace) -> str:
    officer_id = officer_id_called(asked.username)
    rename_officer(actor=actor, at=at, officer_id=officer_id, full_name=asked.name)
    return ""


ACTS = {
    "add": _add,
    "unlock": _unlock,
    "reset-password": _reset,
    "close": _close,
    "reopen": _reopen,
    "reset-second-factor": _reset_second_factor,
    "end-sessions": _end_sessions,
    "rename": _rename,
}
DONE = {
    "unlock": ("✓ Đã mở khóa.", "✓ Unlocked."),
    "close": ("✓ Đã khóa tài khoản.", "✓ Account closed."),
    "reset-second-factor": ("✓ Đã gỡ xác thực hai lớp.", "✓ Second factor taken away."),
    "end-sessions": ("✓ Đã kết thúc mọi phiên đăng nhập.", "✓ All sessions ended."),
    "rename": ("✓ Đã đổi họ tên.", "✓ Renamed."),
}
BY_USERNAME = ("unlock", "reset-password", "close", "reopen", "reset-second-factor", "end-sessions")


def _asked(argv: list[str]) -> argparse.Namespace:
    parser = Asker(prog="./motcua officer")
    acts = parser.add_subparsers(dest="act", required=True)
    add = acts.add_parser(
        "add",
        help=either("thêm cán bộ, vị trí và tài khoản", "an officer with an account in a position"),
    )
    add.add_argument("--agency", required=True, metavar="SLUG")
    add.add_argument("--name", required=True, help=either("họ và tên", "full name"))
    add.add_argument("--username", required=True)
    add.add_argument(
        "--role", required=True, choices=[str(role) for role in Role if role in STAFF_ROLES]
    )
    add.add_argument(
        "--title",
        required=True,
        help=either("chức danh; chưa có thì lập", "title of the position; made if missing"),
    )
    add.add_argument("--unit", default="", metavar="SLUG")
    parsers = {name: acts.add_parser(name) for name in (*BY_USERNAME, "rename")}
    for one in parsers.values():
        one.add_argument("--username", required=True)
    parsers["close"].add_argument(
        "--reason", required=True, choices=[str(reason) for reason in DisabledReason]
    )
    parsers["rename"].add_argument("--name", required=True, help=either("họ và tên", "full name"))
    return parser.parse_args(argv)
