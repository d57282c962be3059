"""Reading scores, questionnaires, devices and follow-ups."""
