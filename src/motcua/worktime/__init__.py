"""Working time: office calendars, days off, swapped Saturdays, and the one clock of every deadline.

Owns when an office works, when a limit ends and why. Does not own what the limit is for: dossiers,
steps and tasks bring their own limit and pauses. The pure part is `vocabulary`, `rules`, `wording`.
"""
