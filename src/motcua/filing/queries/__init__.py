"""Questions about drafts, own papers and messages."""
