"""Pure rules of interlinked groups: definition, merging, dates, what waits for what."""
