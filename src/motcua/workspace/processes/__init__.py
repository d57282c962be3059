"""The room of internal processes: their tables and diagrams, drafts, publishing, files."""
