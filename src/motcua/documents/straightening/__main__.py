"""Asked on standard input, answered on standard output, both one JSON document.

{"sources": [[path, format], …], "target": path}  →  {"pages": [{"doubts": […], "is_straightened": …}, …], "said": 0}

One PDF is only looked at; pictures are made into pages and joined into `target`, in their order.
"""

from __future__ import annotations

import json
import resource
import sys
from dataclasses import asdict
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import Any

import cv2
from pypdf import PdfWriter

from motcua.documents.straightening.pages import PAGES_MAX, MadePage, pages_of
from motcua.documents.straightening.read_pdf import pages_of_pdf

MEMORY_MAX = 3 * 1024 * 1024 * 1024
SECONDS_MAX = 90


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_MAX, MEMORY_MAX))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_MAX, SECONDS_MAX))
    cv2.setNumThreads(1)
    json.dump(answered(json.load(sys.stdin)), sys.stdout)
    return 0


def answered(asked: dict[str, Any]) -> dict[str, Any]:
    sources = [(Path(path), str(form)) for path, form in asked["sources"]]
    if sources[0][1] == "PDF":
        seen, said = pages_of_pdf(sources[0][0])
        return {"pages": [asdict(page) for page in seen], "said": said}
    every = chain.from_iterable(pages_of(path, form) for path, form in sources)
    pages = list(islice(every, PAGES_MAX))
    _join(pages, Path(asked["target"]))
    return {"pages": [asdict(page.seen) for page in pages], "said": 0}


def _join(pages: list[MadePage], target: Path) -> None:
    joined = PdfWriter()
    for page in pages:
        joined.append(BytesIO(page.pdf))
    joined.metadata = None
    with target.open("wb") as whole:
        joined.write(whole)


if __name__ == "__main__":
    sys.exit(main())
