"""The heart: the dossier (hồ sơ), its number, clock, people, papers and slip.

Owns the dossier's row and its facts. It does not own the catalogue (procedures), the arithmetic of
working time (worktime.rules) or how a paper is drawn (papers).
"""
