"""Opening a content with a real reader of its kind before it is kept."""
