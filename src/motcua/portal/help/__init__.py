"""Help for citizens: short texts in plain words, one for each matter, in Vietnamese and English."""
