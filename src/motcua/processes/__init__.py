"""Internal processes (quy trình nội bộ, ISO 9001) as data: who does what, in which order, in how much time.

Owns the definition of a process, its versions by period, what must be right before one is published,
and the tables and diagrams it is read from. It does not own the work itself: which dossier is at
which step is above (`workflow`).
"""
