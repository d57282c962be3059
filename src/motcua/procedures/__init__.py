"""The catalogue of administrative procedures: versions by period, papers, time limits, fees, search.

Owns what a procedure asks, promises and costs on a given day. It does not own who handles it
(`agencies`), how its time is counted (`worktime`) or what became of a dossier (`dossiers`).
"""
