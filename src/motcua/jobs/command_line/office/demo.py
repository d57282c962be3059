"""`./motcua demo [--size office]`: the sample office, whatever of it is not there yet."""

from __future__ import annotations

from motcua.jobs import demo
from motcua.jobs.command_line.asking import Asker
from motcua.jobs.serving.preparation import prepare

SIZES = ["office"]


def run(argv: list[str]) -> int:
    parser = Asker(prog="./motcua demo")
    parser.add_argument("--size", choices=SIZES, default=SIZES[0])
    parser.parse_args(argv)
    prepare(_progress)
    demo.ensure_sample_office(_progress)
    print("\n".join(demo.accounts_table()))
    return 0


def _progress(words: str) -> None:
    print(f"• {words}", flush=True)
