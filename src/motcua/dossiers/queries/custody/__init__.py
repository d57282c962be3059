"""In whose hands dossiers are: what was offered, refused, is away, or stands on a list that passes hands."""
