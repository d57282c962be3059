"""What may be collected, canceled and closed: pure rules."""
