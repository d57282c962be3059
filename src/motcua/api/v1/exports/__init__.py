"""`/exports`: lists as files, made in the background and fetched in parts."""
