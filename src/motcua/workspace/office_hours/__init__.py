"""The office's week and terms from a day on, and the local days of a year carried into the next."""
