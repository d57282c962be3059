"""Draws every sample slip and every form in each size and form set, to be looked at by a person.

python -m tests.papers.gallery FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2

from motcua.papers.form_sets import every_form
from motcua.papers.rendering import render, render_form
from motcua.papers.specimens.choosing import specimen_of
from motcua.papers.vocabulary import PaperKind, PaperSize
from tests.papers.samples import SAMPLES, of_2020

DOTS_PER_INCH = 110


def draw(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, today in SAMPLES.items():
        for period, data in (("2026", today), ("2020", of_2020(today))):
            for size in PaperSize:
                write(folder / f"{name}-{period}-{size}.pdf", render(PaperKind.SLIP, data, size))
    for form in every_form().values():
        for size in form.sheet.sizes:
            name = form.key.replace("/", "-")
            write(folder / f"{name}-{size}.pdf", render_form(form, specimen_of(form), size))


def write(path: Path, pdf: bytes) -> None:
    path.write_bytes(pdf)
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), start=1):
        image = page.render(scale=DOTS_PER_INCH / 72).to_pil()
        image.save(path.with_name(f"{path.stem}-{number}.png"))


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
