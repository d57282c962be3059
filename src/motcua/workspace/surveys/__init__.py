"""The room of satisfaction: scores of a period, what is asked, screens at the counter, follow-ups."""
