"""`./motcua run [--empty]`: prepare, load the sample office, serve, work in the background."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from django.conf import settings
from django.db import connection, connections

from motcua.jobs import demo
from motcua.jobs.command_line.speech import complain, either, say
from motcua.jobs.quality.places import CORES
from motcua.jobs.serving.address import Address, PortUnusable, wanted_address
from motcua.jobs.serving.preparation import prepare
from motcua.jobs.serving.supervision import KeepsDyingError, Program, Supervisor

SQLITE_WORKERS_MAX = 2
ANSWER_SECONDS_MAX = 60


def run(argv: list[str]) -> int:
    """Serves until SIGINT or SIGTERM, then 0; 1 when it cannot serve."""
    try:
        address = wanted_address()
    except PortUnusable as refusal:
        return _say_port_unusable(refusal)
    say(f"Một Cửa · dữ liệu: {settings.DATA}", f"Một Cửa · data: {settings.DATA}")
    prepare(_progress)
    if "--empty" in argv:
        demo.ensure_ground(_progress)
    else:
        demo.ensure_sample_office(_progress)
    connections.close_all()
    return _serve(address)


def _serve(address: Address) -> int:
    supervisor = Supervisor(_programs(address), _say_restarting)
    try:
        if supervisor.wait(address.answers, seconds_max=ANSWER_SECONDS_MAX):
            _say_ready(address)
        supervisor.run()
    except KeepsDyingError as fault:
        return complain(
            f"“{fault}” cứ dừng; xem lỗi ở trên.", f"“{fault}” keeps stopping; see above."
        )
    finally:
        supervisor.stop()
    say("\nĐã dừng.", "\nStopped.")
    return 0


def _programs(address: Address) -> list[Program]:
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    environment.setdefault("MOTCUA_PUBLIC_ADDRESS", address.url)
    environment.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings.local")
    server = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--log-level", "warning",
        "--host", address.host, "--port", str(address.port),
        "--workers", str(_workers()), "--blocking-threads", "1",
        "--respawn-failed-workers", "--workers-kill-timeout", "10",
        "motcua.config.wsgi:application",
    ]  # fmt: skip
    worker = [sys.executable, "-m", "motcua", "worker"]
    return [
        Program(either("máy chủ web", "web server"), server, environment),
        Program(either("việc nền", "background work"), worker, environment),
    ]


def _workers() -> int:
    """One per core. SQLite's writers take turns, so more than two of them only queue."""
    named = os.environ.get("MOTCUA_WORKERS", "")
    if named.isdecimal() and int(named):
        return int(named)
    return min(CORES, SQLITE_WORKERS_MAX) if connection.vendor == "sqlite" else CORES


def _progress(words: str) -> None:
    print(f"• {words}", flush=True)


def _say_ready(address: Address) -> None:
    print("\n".join(demo.accounts_table()))
    if not demo.has_officers():
        guide = "docs/how-to/start-an-office.md"
        say(
            f"\nChưa có cán bộ nào. Nạp cơ quan rồi thêm người đầu tiên: {guide}",
            f"\nNobody can sign in yet. Load your agency, add the first officer: {guide}",
        )
    say(
        f"\nSẵn sàng: {address.url}   (Ctrl-C để dừng)",
        f"\nReady: {address.url}   (Ctrl-C stops it)",
    )


def _say_restarting(name: str, pause_seconds: float) -> None:
    complain(
        f"{name} đã dừng; chạy lại sau {pause_seconds:.0f} giây.",
        f"{name} has stopped; starting it again in {pause_seconds:.0f} s.",
    )


def _say_port_unusable(refusal: PortUnusable) -> int:
    launcher = Path(sys.argv[0]).name if sys.argv[0].endswith("motcua") else "./motcua"
    again = f"PORT=8001 {launcher} run"
    if refusal.why == "not-a-port":
        return complain(
            f"PORT={refusal.port} không phải số cổng (1–65535).",
            f"PORT={refusal.port} is no port (1–65535).",
        )
    if refusal.why == "forbidden":
        return complain(
            f"Không được phép dùng cổng {refusal.port}. Hãy gõ:  {again}",
            f"Port {refusal.port} may not be used. Type:  {again}",
        )
    return complain(
        f"Cổng {refusal.port} đang có chương trình khác dùng. Hãy gõ:  {again}",
        f"Port {refusal.port} is taken by another program. Type:  {again}",
    )
