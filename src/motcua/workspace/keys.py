"""Keys that go to a page from anywhere: G (ghé, to drop in) and a letter of the page's name."""

from __future__ import annotations

GO_KEYS = {
    "workspace:desk": "B",
    "workspace:work": "V",
    "workspace:receive": "N",
    "workspace:dossiers": "H",
    "workspace:returns": "K",
    "workspace:certification": "C",
    "workspace:procedures": "T",
    "workspace:calendar": "L",
}
"""Few, and none is a letter that Telex turns into a mark (s, f, r, x, j, w, z, d, a, e, o)."""
