"""Agencies: the tree by period, successors, identification codes, desks, counters, units, positions.

Owns who exists and how they are called on a day. It does not own who works there (`accounts`)
nor when they work (`worktime`). Rows are never deleted: only periods close, so that an old
dossier keeps the agency it was received by.
"""
