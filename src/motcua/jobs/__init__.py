"""The entrance without a person in front of it: command line, timers, background work."""
