"""The slip on A5 beside an empty paper by the same kind of kept compiler."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import typst
from django.conf import settings

from motcua.dossiers.papers_filled.filling import Filled, Wanted, fill, printed
from motcua.dossiers.queries.lists import DossierFilter, dossiers_of
from motcua.jobs.bench.asking import Asking
from motcua.jobs.bench.figures import Figure, figure
from motcua.jobs.bench.timing import Operation, in_turns
from motcua.jobs.workload.people import people_at
from motcua.jobs.workload.place import Place
from motcua.kernel.actor import Role
from motcua.papers.rendering import PDF_STANDARDS
from motcua.papers.vocabulary import PaperKind, PaperSize

SLIPS = 40
EMPTY = '#set document(title: "x")\n#set text(lang: "vi")\n#set page("a5")\n'
FLOOR_IS = "an empty A5 page by the same compiler, kept warm, to the same PDF standards"


def measure(asking: Asking, place: Place) -> Iterator[Figure]:
    """Two figures: the paper alone, and with the reading of the dossier."""
    actor = people_at(place, [Role.RECEPTION])[0].actor(place.at)
    codes = [row.code for row in dossiers_of(actor, DossierFilter(), size=SLIPS).rows]
    wanted = Wanted(kind=PaperKind.SLIP, address=settings.PUBLIC_ADDRESS)
    slips: list[Filled] = [fill(actor, code, wanted) for code in codes]

    def print_slip(number: int) -> bytes:
        return printed(slips[number % len(slips)], PaperSize.A5)

    def read_and_print(number: int) -> bytes:
        return printed(fill(actor, codes[number % len(codes)], wanted), PaperSize.A5)

    with tempfile.TemporaryDirectory(prefix="motcua-bench-") as folder:
        empty = _empty_page(Path(folder))
        for name, ours in (
            ("print a slip, A5", print_slip),
            ("read a dossier and print its slip", read_and_print),
        ):
            ours_timed, floor_timed = in_turns(ours, empty, seconds=asking.seconds / 4)
            yield figure(
                name,
                database="" if ours is print_slip else asking.database,
                ours=ours_timed,
                floor=floor_timed,
                floor_is=FLOOR_IS,
            )


def _empty_page(folder: Path) -> Operation:
    template = folder / "empty.typ"
    template.write_text(EMPTY)
    compiler = typst.Compiler(
        template, root=folder, font_paths=typst.Fonts(include_system_fonts=False)
    )

    def compile_page(number: int) -> object:
        return compiler.compile(
            format="pdf",
            sys_inputs={"number": str(number)},
            pdf_standards=PDF_STANDARDS,
            timestamp=number,
        )

    return compile_page
