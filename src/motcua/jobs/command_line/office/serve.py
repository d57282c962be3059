"""`./motcua run [--empty]`: prepare, load the sample office, serve, work in the background."""

from __future__ import annotations

import sys
from pathlib import Path

from django.conf import settings
from django.db import connections

from motcua.jobs import demo
from motcua.jobs.command_line.speech import complain, say
from motcua.jobs.serving.address import Address, PortUnusable, wanted_address
from motcua.jobs.serving.carriers import CarriersToTry, carriers_to_try
from motcua.jobs.serving.preparation import prepare
from motcua.jobs.serving.programs import background_workers, environment_for, web_server
from motcua.jobs.serving.supervision import KeepsDyingError, Program, Supervisor

ANSWER_SECONDS_MAX = 60
EMPTY = "--empty"


def run(argv: list[str]) -> int:
    """Serves until SIGINT or SIGTERM, then 0; 1 when it cannot serve."""
    if unknown := [word for word in argv if word != EMPTY]:
        return _say_not_understood(unknown[0])
    try:
        address = wanted_address()
    except PortUnusable as refusal:
        return _say_port_unusable(refusal)
    say(f"Một Cửa · dữ liệu: {settings.DATA}", f"Một Cửa · data: {settings.DATA}")
    prepare(_progress)
    trying = None
    if EMPTY in argv:
        demo.ensure_ground(_progress)
    else:
        demo.ensure_sample_office(_progress)
        trying = carriers_to_try()
    connections.close_all()
    return _serve(address, trying)


def _say_not_understood(word: str) -> int:
    return complain(
        f"Không hiểu “{word}”. Gõ:  ./motcua run [--empty]. Đổi cổng:  PORT=8001 ./motcua run",
        f"“{word}” is not understood. Type:  ./motcua run [--empty]. Another port:  PORT=8001 ./motcua run",
    )


def _serve(address: Address, trying: CarriersToTry | None) -> int:
    supervisor = Supervisor(_programs(address, trying), _say_restarting)
    try:
        if supervisor.wait(address.answers, seconds_max=ANSWER_SECONDS_MAX):
            _say_ready(address)
            if trying:
                say(f"Tin báo thử: {trying.page}", f"Notices to try: {trying.page}")
                say(f"Ngân hàng thử: {trying.bank}", f"A bank to try: {trying.bank}")
        supervisor.run()
    except KeepsDyingError as fault:
        return complain(
            f"“{fault}” cứ dừng; xem lỗi ở trên.", f"“{fault}” keeps stopping; see above."
        )
    finally:
        supervisor.stop()
    say("\nĐã dừng.", "\nStopped.")
    return 0


def _programs(address: Address, trying: CarriersToTry | None) -> list[Program]:
    environment = environment_for(address) | (trying.settings if trying else {})
    programs = [web_server(address, environment), *background_workers(environment)]
    return [trying.program(environment), *programs] if trying else programs


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
