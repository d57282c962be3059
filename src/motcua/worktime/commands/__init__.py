"""Acts on calendars."""
