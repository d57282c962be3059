"""Where citizens say how it was: by an invitation that is used once."""
