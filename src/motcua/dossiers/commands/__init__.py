"""Acts on dossiers, one file a verb of the law."""
