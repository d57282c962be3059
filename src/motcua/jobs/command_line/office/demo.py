"""`./motcua demo [--size office|commune|district] [--dossiers N]`: the sample office, whatever of it
is not there yet, and beside it five years of a district at the volume asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable

from motcua.dossiers.loading.load import Loaded, NotEmpty, SourceFailed
from motcua.dossiers.refusal_words import sentence
from motcua.jobs import demo
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.command_line.speech import complain, say
from motcua.jobs.sample.district.accounts import accounts_of_district
from motcua.jobs.sample.district.building import (
    Built,
    Wanted,
    build_commune,
    build_district,
    demand_room,
    processes_here,
)
from motcua.jobs.sample.district.figures import ALL, COUNT_MAX
from motcua.jobs.serving.preparation import prepare
from motcua.notices.commands.queueing import skip_to_heads

OFFICE, COMMUNE, DISTRICT = "office", "commune", "district"
SIZES = [OFFICE, COMMUNE, DISTRICT]


def run(argv: list[str]) -> int:
    parser = Asker(prog="./motcua demo")
    parser.add_argument("--size", choices=SIZES, default=OFFICE)
    parser.add_argument("--dossiers", type=int)
    asked = parser.parse_args(argv)
    if asked.dossiers is not None and not 1 <= asked.dossiers <= COUNT_MAX:
        return complain(
            f"--dossiers là số từ 1 đến {COUNT_MAX}.",
            f"--dossiers is a number from 1 to {COUNT_MAX}.",
        )
    prepare(_progress)
    if asked.dossiers is None and asked.size == OFFICE:
        demo.ensure_sample_office(_progress)
        print("\n".join(demo.accounts_table()))
        return 0
    build = build_commune if asked.size == COMMUNE else build_district
    wanted = Wanted(
        count=asked.dossiers or ALL,
        hours=demo.HOURS,
        password=demo.demo_password(),
        progress=_progress,
        processes=processes_here(),
    )
    return _with_volume(build, wanted)


def _with_volume(build: Callable[[Wanted], Built], wanted: Wanted) -> int:
    try:
        demand_room()
        demo.ensure_sample_office(_progress)
        built = build(wanted)
        skip_to_heads()
    except NotEmpty as refusal:
        return complain(sentence(refusal), f"{refusal.code}: use an empty database.")
    except SourceFailed as failed:
        print(failed, file=sys.stderr)
        return complain(
            "Chưa có hồ sơ nào được ghi: một tiến trình dựng hồ sơ dừng giữa chừng. Chạy lại lệnh này.",
            "No dossier was written: a process stopped half way. Run this command again.",
        )
    except KeyboardInterrupt:
        complain(
            "Đã dừng, chưa có hồ sơ nào được ghi. Chạy lại lệnh này để dựng từ đầu.",
            "Stopped; no dossier was written. Run this command again to begin anew.",
        )
        raise
    _tell(built.loaded, built.seconds)
    print("\n".join([*demo.accounts_table(), *accounts_of_district(wanted.password)]))
    return 0


def _tell(loaded: Loaded, seconds: float) -> None:
    each = round(loaded.dossiers / seconds)
    say(
        f"✓ {loaded.dossiers} hồ sơ, {loaded.facts} dòng sổ cái trong {seconds:.0f} giây ({each} hồ sơ/giây).",
        f"✓ {loaded.dossiers} dossiers, {loaded.facts} facts in {seconds:.0f} s ({each} dossiers/s).",
        to=sys.stderr,
    )


def _progress(words: str) -> None:
    print(f"• {words}", file=sys.stderr, flush=True)
