"""Several dossiers in one call: what one person brings, and interlinked groups."""
