"""Pure rules of drafts: what two devices wrote, which papers are wanted, who the people are."""
