"""Pages of the workspace, one file a subject."""
