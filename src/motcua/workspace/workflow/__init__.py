"""The work: inboxes, tasks, what is asked of others, where time goes."""
