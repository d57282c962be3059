"""Draws every sample slip in both sizes and both form sets, to be looked at by a person.

python -m tests.papers.gallery FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2

from motcua.papers.rendering import render_slip
from motcua.papers.vocabulary import PaperSize
from tests.papers.samples import SAMPLES, of_2020

DOTS_PER_INCH = 110


def draw(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, today in SAMPLES.items():
        for period, data in (("2026", today), ("2020", of_2020(today))):
            for size in PaperSize:
                write(folder / f"{name}-{period}-{size}.pdf", render_slip(data, size))


def write(path: Path, pdf: bytes) -> None:
    path.write_bytes(pdf)
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), start=1):
        image = page.render(scale=DOTS_PER_INCH / 72).to_pil()
        image.save(path.with_name(f"{path.stem}-{number}.png"))


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
