"""Version 1: one file a resource, their shapes in `shapes`. Nothing here is ever taken away."""
