"""The reception page: what was typed, read and shown again until it can be received."""
