"""Codes and cards that are typed or read at the desk: taken apart, checked, worded nowhere.

Each `parse_*` returns a frozen value with its `doubts` (worth a look, never in the way) or raises a
`Refusal` (cannot be what it should be). Sentences are made at the edge by `motcua.kernel.wording`.
"""
