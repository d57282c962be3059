"""Interactive forms by API."""
