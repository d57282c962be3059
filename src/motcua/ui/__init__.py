"""The shared look: layouts, components, static files, errors. Knows no domain."""
