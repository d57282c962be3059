"""The work itself: the run of a dossier through its internal process, tasks, inboxes, opinions, inspections."""
