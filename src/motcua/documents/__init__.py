"""Files: scans brought along and results given out, kept under the digest of their content."""
