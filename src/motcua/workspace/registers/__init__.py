"""The room of the register of dossiers: by year, on screen, as files, closed at year end."""
